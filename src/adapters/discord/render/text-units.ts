import type { Answer, Section } from "../../../answers/answer.ts";
import { escapeText } from "./escape.ts";
import { type FootnoteNumber, markdownBlocks } from "./markdown.ts";
import { sourceLines } from "./source-lines.ts";
import { tableBlocks } from "./table-text.ts";

/** A piece of an answer that stays together where it can: a heading and what stands under it. */
export interface TextUnit {
  heading: string | undefined;
  blocks: string[];
}

/** Title and summary, which open the answer. */
export function headText(answer: Answer): string {
  const title = `## ${oneLine(answer.title)}`;
  return answer.summary.trim() === "" ? title : `${title}\n${escapeText(answer.summary)}`;
}

/** Everything below the head in reading order: tables, sections, sources. */
export function textUnits(answer: Answer): TextUnit[] {
  const footnote: FootnoteNumber = (key) => {
    const at = answer.sources.findIndex((source) => source.key === key);
    return at < 0 ? undefined : at + 1;
  };
  const units = [
    ...answer.tables.map((table) => ({
      heading: heading(table.caption),
      blocks: tableBlocks(table),
    })),
    ...answer.sections.map((section) => sectionUnit(section, footnote)),
    { heading: undefined, blocks: sourceLines(answer.sources) },
  ];
  return units.filter((unit) => unit.blocks.length > 0 || unit.heading !== undefined);
}

function sectionUnit(section: Section, footnote: FootnoteNumber): TextUnit {
  return {
    heading: section.heading === undefined ? undefined : heading(section.heading),
    blocks: markdownBlocks(section.body, footnote),
  };
}

function heading(text: string): string | undefined {
  return text.trim() === "" ? undefined : `### ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return escapeText(text.replace(/\s+/g, " ").trim());
}
