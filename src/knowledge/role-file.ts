import type { Problem } from "./problem.ts";
import { type RoleFacts, roleFactsSchema } from "./schema.ts";
import { TOPICS, type Topic, topicHeading } from "./topics.ts";
import { YamlText } from "./yaml-text.ts";

/** What a role file says of one topic. */
export interface TopicText {
  /** CommonMark with `[^source-key]` references. */
  markdown: string;
  /** Source keys in the order of their first use. */
  sources: string[];
  /** 1-based line of the heading. */
  line: number;
}

export interface RoleFile {
  facts: RoleFacts;
  sections: Record<Topic, TopicText>;
  yaml: YamlText;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;
const TOPIC_OF_HEADING = new Map(TOPICS.map((topic) => [topicHeading(topic).toLowerCase(), topic]));

/** Reads one role file: front matter, then one `## Topic` a topic. */
export function readRoleFile(file: string, text: string): { role: RoleFile } | { problems: Problem[] } {
  const front = FRONT_MATTER.exec(text);
  if (!front) {
    const fix = "Begin the file with a line ---, the facts in YAML, and another line ---.";
    return { problems: [{ file, line: 1, message: "the facts between two lines of --- are missing", fix }] };
  }
  const yaml = new YamlText(file, front[1] ?? "", 2);
  const facts = yaml.parse(roleFactsSchema);
  const bodyLine = front[0].split("\n").length;
  const { sections, problems } = readSections(file, text.slice(front[0].length), bodyLine);
  if ("problems" in facts) return { problems: [...facts.problems, ...problems] };
  if (problems.length > 0) return { problems };
  return { role: { facts: facts.value, sections: sections as Record<Topic, TopicText>, yaml } };
}

function readSections(file: string, body: string, firstLine: number) {
  const sections: Partial<Record<Topic, TopicText>> = {};
  const problems: Problem[] = [];
  const lines = body.split(/\r?\n/);
  const headings = lines.flatMap((line, at) => (line.startsWith("## ") ? [at] : []));
  for (const [n, at] of headings.entries()) {
    const heading = (lines[at] ?? "").slice(3).trim();
    const topic = TOPIC_OF_HEADING.get(heading.toLowerCase());
    const line = firstLine + at;
    if (!topic) {
      const fix = `Use one of: ${TOPICS.map(topicHeading).join(", ")}.`;
      problems.push({ file, line, message: `"${heading}" is no topic`, fix });
      continue;
    }
    if (sections[topic]) {
      problems.push({ file, line, message: `"${heading}" stands twice`, fix: "Join the two sections." });
      continue;
    }
    const markdown = lines
      .slice(at + 1, headings[n + 1] ?? lines.length)
      .join("\n")
      .trim();
    sections[topic] = { markdown, sources: sourceKeysOf(markdown), line };
    problems.push(...sectionProblems(file, line, heading, markdown));
  }
  for (const topic of TOPICS.filter((topic) => !sections[topic])) {
    const heading = topicHeading(topic);
    const fix = `Add a section "## ${heading}" with 40 to 160 words and the source it rests on.`;
    problems.push({
      file,
      line: firstLine + lines.length - 1,
      message: `the topic "${heading}" is missing`,
      fix,
    });
  }
  return { sections, problems };
}

function sectionProblems(file: string, line: number, heading: string, markdown: string): Problem[] {
  if (markdown === "") {
    return [{ file, line, message: `"${heading}" is empty`, fix: "Write 40 to 160 words." }];
  }
  const problems: Problem[] = [];
  const last = markdown.split("\n").at(-1) ?? "";
  if (!/\[\^[a-z0-9-]+\]/.test(last)) {
    const fix = "End its last line in the key of the source it rests on, like [^onet].";
    problems.push({ file, line, message: `"${heading}" does not end in a source`, fix });
  }
  for (const [offset, block] of blocksOf(markdown)) {
    const figure = FIGURE.exec(block)?.[0];
    if (figure && !/\[\^[a-z0-9-]+\]/.test(block)) {
      const fix =
        "Name its source in the same paragraph or list item, like [^kaggle], or leave the figure out.";
      problems.push({
        file,
        line: line + 1 + offset,
        message: `the figure "${figure.trim()}" has no source`,
        fix,
      });
    }
  }
  return problems;
}

/** Shares, money, sample sizes, large counts and spans of time: what a reader would want to check. */
const FIGURE =
  /[$€£]\s?\d[\d,.]*|\d[\d,.]*\s?%|\bn\s?=\s?\d[\d,]*|\b\d{1,3}(?:,\d{3})+\b|\b\d+(?:\s?(?:-|–|to)\s?\d+)?\s?(?:minutes?|hours?|days?|weeks?|months?|years?)\b/;

/** Paragraphs and list items with the 0-based line on which each begins. */
function blocksOf(markdown: string): [number, string][] {
  const blocks: [number, string][] = [];
  for (const [at, line] of markdown.split("\n").entries()) {
    const last = blocks.at(-1);
    if (line.trim() === "") blocks.push([at + 1, ""]);
    else if (!last || /^\s*(?:[-*]|\d+\.)\s/.test(line)) blocks.push([at, line]);
    else last[1] = `${last[1]} ${line}`;
  }
  return blocks.filter(([, text]) => text !== "");
}

function sourceKeysOf(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(/\[\^([a-z0-9-]+)\]/g)].map((match) => match[1] ?? ""))];
}
