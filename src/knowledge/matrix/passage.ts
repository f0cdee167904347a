import type { Parts } from "../parts.ts";
import { TOPICS, type Topic, topicHeading } from "../topics.ts";

/** A text of a role that people read: its overview, or what it says of one topic. */
export interface Passage {
  role: string;
  topic: Topic | "overview";
  /** "Overview", "Career path". */
  heading: string;
  markdown: string;
  file: string;
  /** 1-based line on which the text begins. */
  line: number;
}

/** Every passage of every role file, of refused ones as far as they could be read. */
export function passagesOf({ roleFiles, refused }: Parts): Passage[] {
  const files = [...roleFiles, ...refused].sort(([a], [b]) => a.localeCompare(b));
  return files.flatMap(([file, { sections, textLines }]) => {
    const role = roleOfFile(file);
    const facts = roleFiles.get(file);
    const topics = TOPICS.flatMap((topic): Passage[] => {
      const section = sections[topic];
      if (!section) return [];
      const line = textLines[topic] ?? section.line;
      return [{ role, topic, heading: topicHeading(topic), markdown: section.markdown, file, line }];
    });
    if (!facts) return topics;
    const line = facts.yaml.lineOf(["overview"]);
    const markdown = facts.facts.overview;
    return [{ role, topic: "overview", heading: "Overview", markdown, file, line }, ...topics];
  });
}

export function roleOfFile(file: string): string {
  return file.slice("roles/".length, -".md".length);
}
