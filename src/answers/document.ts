import type { Root, RootContent } from "mdast";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Question } from "../understanding/question.ts";
import type { Answer, FollowUp, Section, Table } from "./answer.ts";
import { parseMarkdown } from "./markdown.ts";

/** An answer being written. Sources are collected from the footnotes of its sections and the keys named beside its tables. */
export interface Draft {
  title: string;
  summary: string;
  sections?: Section[];
  tables?: Table[];
  /** Keys of sources that stand behind tables or the summary. */
  sourceKeys?: readonly string[];
  followUps?: readonly FollowUp[];
  topics?: FollowUp[];
  outcome?: Answer["outcome"];
  audience?: Answer["audience"];
}

const MOST_FOLLOW_UPS = 10;
/** In characters: about what a button shows on a phone. */
export const LONGEST_LABEL = 38;

export function finish(draft: Draft, knowledge: Knowledge): Answer {
  const sections = draft.sections ?? [];
  const keys = new Set([
    ...(draft.sourceKeys ?? []),
    ...sections.flatMap((section) => footnoteKeys(section.body)),
  ]);
  const seen = new Set<string>();
  const followUps = (draft.followUps ?? []).filter(({ question }) => {
    const key = JSON.stringify(question);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  return {
    title: draft.title,
    summary: draft.summary,
    sections,
    tables: draft.tables ?? [],
    sources: [...keys].flatMap((key) => knowledge.sources.get(key) ?? []),
    followUps: followUps
      .slice(0, MOST_FOLLOW_UPS)
      .map(({ label, question }) => ({ label: shorten(label, LONGEST_LABEL), question })),
    ...(draft.topics === undefined ? {} : { topics: draft.topics }),
    outcome: draft.outcome ?? "answered",
    audience: draft.audience ?? "public",
  };
}

export function section(heading: string | undefined, markdown: string): Section {
  return { heading, body: parseMarkdown(markdown) };
}

export function bullets(heading: string | undefined, items: readonly string[]): Section {
  return section(heading, items.map((item) => `- ${item}`).join("\n"));
}

export function followUp(label: string, question: Question): FollowUp {
  return { label, question };
}

/** Cuts at a word, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > most / 2 ? space : most - 1)}…`;
}

/** "a, b and c". */
export function listWords(words: readonly string[], last = "and"): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

function footnoteKeys(root: Root): string[] {
  const keys: string[] = [];
  const visit = (node: Root | RootContent): void => {
    if (node.type === "footnoteReference") keys.push(node.identifier);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return keys;
}
