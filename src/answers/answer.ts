import type { Root } from "mdast";
import type { Source } from "../knowledge/schema.ts";
import type { Question } from "../understanding/question.ts";

/** A platform-neutral document. Each adapter has one pure `render` for it. */
export interface Answer {
  /** Plain text, at most 100 characters. */
  title: string;
  /** Plain text: one or two sentences that already answer. */
  summary: string;
  sections: Section[];
  tables: Table[];
  /** What the answer rests on, in the order of first use. */
  sources: Source[];
  /** Things to ask next, best first, at most ten; `offered` says which are shown. */
  followUps: FollowUp[];
  /** Of an answer about roles: the same asked about each topic, for a menu that holds them all. */
  topics?: FollowUp[];
  outcome: Outcome;
  audience: Audience;
}

export interface Section {
  /** Plain text; undefined for text that needs no heading. */
  heading: string | undefined;
  /**
   * CommonMark as an mdast tree. Only these nodes occur: paragraph, list, listItem, text, strong, emphasis,
   * inlineCode, link, break and footnoteReference (whose identifier is a source key).
   */
  body: Root;
}

/** A table of plain text whose first column names its rows. Every row has as many cells as there are columns. */
export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
}

export interface FollowUp {
  /** At most 38 characters, so that a phone shows it whole. */
  label: string;
  question: Question;
}

/** `clarify` asks which of the `followUps` was meant; `declined` offers the nearest things it does know. */
export type Outcome = "answered" | "clarify" | "declined";

/** `private` answers are shown to their asker alone, who may share them. */
export type Audience = "public" | "private";
