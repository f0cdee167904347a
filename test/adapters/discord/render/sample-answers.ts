import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import type { Answer, FollowUp } from "../../../../src/answers/answer.ts";
import type { Source } from "../../../../src/knowledge/schema.ts";
import { plainQuestion, type Question } from "../../../../src/understanding/question.ts";

/** An answer with nothing in it but its head. */
export function answerWith(more: Partial<Answer> = {}): Answer {
  return {
    title: "Data engineer: pay",
    summary: "Adverts in the US name a median of $140,000.",
    sections: [],
    tables: [],
    sources: [],
    followUps: [],
    outcome: "answered",
    audience: "public",
    ...more,
  };
}

/** Markdown as the knowledge base holds it, with footnotes `[^key]` for sources. */
export function markdown(text: string, keys: string[] = []): Root {
  // A footnote needs a definition to be read as one; answers carry theirs in `sources`.
  const definitions = keys.map((key) => `\n\n[^${key}]: x`).join("");
  const tree = fromMarkdown(text + definitions, {
    extensions: [gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  });
  return { type: "root", children: tree.children.filter((node) => node.type !== "footnoteDefinition") };
}

export function source(key: string): Source {
  return {
    key,
    title: `Survey ${key}`,
    publisher: "An institute",
    url: `https://example.org/${key}`,
    date: "2025-01-19",
    licence: "CC0 1.0",
  };
}

export const PAY: Question = plainQuestion("lookup", ["data-engineer"], ["salary"]);
export const COMPARE: Question = plainQuestion(
  "compare",
  ["data-engineer", "lead-machine-learning-engineer"],
  [],
);

/** Distinct follow-ups, which together have more buttons than a message shows. */
export function followUps(count: number): FollowUp[] {
  return Array.from({ length: count }, (_, at) => ({
    label: `Ask number ${at + 1}`,
    question: plainQuestion("lookup", [`role-${at + 1}`], ["tools"]),
  }));
}
