import { figureOf, figuresOf, sourceKeysOf } from "./figures.ts";
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

/** What a role file says of its topics, as far as it says it. */
export interface Sections {
  sections: Partial<Record<Topic, TopicText>>;
  /** 1-based line on which the text of a section begins. */
  textLines: Partial<Record<Topic, number>>;
}

export interface RoleFile extends Sections {
  facts: RoleFacts;
  sections: Record<Topic, TopicText>;
  yaml: YamlText;
}

/** A role file that is not right: everything wrong with it, and what it says nevertheless. */
export interface RefusedRoleFile extends Sections {
  problems: Problem[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;
const TOPIC_OF_HEADING = new Map(TOPICS.map((topic) => [topicHeading(topic).toLowerCase(), topic]));

/** Reads one role file: front matter, then one `## Topic` a topic. */
export function readRoleFile(file: string, text: string): { role: RoleFile } | RefusedRoleFile {
  const todos = todoProblems(file, text);
  const open = new Set(todos.map((problem) => problem.line));
  const read = readRole(file, text);
  if ("role" in read && todos.length === 0) return read;
  const { sections, textLines } = "role" in read ? read.role : read;
  const problems = "role" in read ? [] : read.problems.filter((problem) => !open.has(problem.line));
  return { sections, textLines, problems: [...todos, ...problems] };
}

/** Places of a new role file that nobody has filled in yet; whatever else is wrong there follows from it. */
function todoProblems(file: string, text: string): Problem[] {
  if (!text.includes("TODO")) return [];
  return text.split("\n").flatMap((line, at) => {
    if (!/\bTODO\b/.test(line.replace(/(?:^|\s)#\s.*/, ""))) return [];
    const fix = "Write it, and delete the TODO.";
    return [{ file, line: at + 1, message: "this is still to be filled in", fix }];
  });
}

function readRole(file: string, text: string): { role: RoleFile } | RefusedRoleFile {
  const front = FRONT_MATTER.exec(text);
  if (!front) {
    const fix = "Begin the file with a line ---, the facts in YAML, and another line ---.";
    const problem = { file, line: 1, message: "the facts between two lines of --- are missing", fix };
    return { problems: [problem], sections: {}, textLines: {} };
  }
  const yaml = new YamlText(file, front[1] ?? "", 2);
  const facts = yaml.parse(roleFactsSchema);
  const bodyLine = front[0].split("\n").length;
  const { problems, ...body } = readSections(file, text.slice(front[0].length), bodyLine);
  if ("problems" in facts) return { ...body, problems: [...facts.problems, ...problems] };
  problems.push(...overviewProblems(facts.value, yaml));
  const { sections } = body;
  if (problems.length > 0 || !isComplete(sections)) return { ...body, problems };
  return { role: { facts: facts.value, sections, textLines: body.textLines, yaml } };
}

function isComplete(sections: Partial<Record<Topic, TopicText>>): sections is Record<Topic, TopicText> {
  return TOPICS.every((topic) => sections[topic]);
}

/** The overview has no place for a source, so it holds no figure. */
function overviewProblems(facts: RoleFacts, yaml: YamlText): Problem[] {
  const figure = figureOf({ text: facts.overview, at: 0 });
  if (!figure) return [];
  const message = `the figure "${figure.text}" in the overview has no source`;
  return [yaml.problem(["overview"], message, "Move it to a section, where it can name one.")];
}

function readSections(file: string, body: string, firstLine: number) {
  const sections: Sections["sections"] = {};
  const textLines: Sections["textLines"] = {};
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
    const rest = lines.slice(at + 1, headings[n + 1] ?? lines.length);
    const blank = Math.max(
      0,
      rest.findIndex((each) => each.trim() !== ""),
    );
    const markdown = rest.join("\n").trim();
    sections[topic] = { markdown, sources: sourceKeysOf(markdown), line };
    textLines[topic] = line + 1 + blank;
    problems.push(...sectionProblems(file, line, line + 1 + blank, heading, markdown));
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
  return { sections, textLines, problems };
}

function sectionProblems(
  file: string,
  line: number,
  textLine: number,
  heading: string,
  markdown: string,
): Problem[] {
  if (markdown === "") {
    return [{ file, line, message: `"${heading}" is empty`, fix: "Write 40 to 160 words." }];
  }
  const problems: Problem[] = [];
  const lines = markdown.split("\n");
  if (sourceKeysOf(lines.at(-1) ?? "").length === 0) {
    const fix = "End its last line in the key of the source it rests on, like [^onet].";
    const message = `"${heading}" does not end in a source`;
    problems.push({ file, line: textLine + lines.length - 1, message, fix });
  }
  for (const figure of figuresOf(markdown).filter((each) => each.sources.length === 0)) {
    const message = `the figure "${figure.text}" has no source`;
    const fix =
      "Name its source in the same paragraph or list item, like [^kaggle], or leave the figure out.";
    problems.push({ file, line: textLine + figure.at, message, fix });
  }
  return problems;
}
