import type { KnownBlock } from "@slack/types";
import type { Answer, Section, Table } from "../../../answers/answer.ts";
import { offered } from "../../../answers/offered.ts";
import { plainText } from "../../../answers/plain-text.ts";
import type { ActionButton } from "../../../conversations/personal/personal-reply.ts";
import { actionButtons, blockSize, context, followUpButtons, header, section } from "./blocks.ts";
import { escapeEntities, escapeMrkdwn } from "./escape.ts";
import { clip, SLACK_LIMITS } from "./limits.ts";
import { packLines } from "./lines.ts";
import { toMrkdwn } from "./mrkdwn.ts";
import { citer, sourceBlocks } from "./sources.ts";
import { nativeTables, tableLines } from "./table.ts";

/** One message as the Web API takes it; `text` says everything the blocks say, for notifications and screen readers. */
export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
  unfurl_links: false;
  unfurl_media: false;
}

/** What stands under the answer besides its sources and follow-ups. */
export interface RenderOptions {
  /** What a reply about its asker offers to do: shown before the follow-ups. */
  buttons?: readonly ActionButton[];
  /** Blocks under the follow-up buttons: menus, feedback. */
  tail?: readonly KnownBlock[];
  /** One line of small print above them, already escaped. */
  note?: string | undefined;
  /** A modal and App Home take no table blocks: there a table is written as lines. */
  tables?: "native" | "lines";
}

/** Kept free for "continued 2/3". */
const MARK_SIZE = 160;

/** A piece of an answer that is kept together where it can be. */
interface Unit {
  blocks: KnownBlock[];
  section?: Section;
  table?: Table;
}

/**
 * The answer as one message, or as several where one would pass Slack's limits: split between sections, the later
 * ones marked "continued 2/3", sources and buttons under the last. Pure.
 */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): SlackMessage[] {
  const head: Unit = {
    blocks: [header(answer.title), ...packLines([escapeMrkdwn(answer.summary)]).map(section)],
  };
  const tail: Unit = {
    blocks: [
      ...sourceBlocks(answer.sources),
      ...(options.note === undefined ? [] : [context(options.note)]),
      ...actionButtons(options.buttons ?? []),
      ...followUpButtons(offered(answer)),
      ...(options.tail ?? []),
    ],
  };
  const parts = packUnits([
    head,
    ...tableUnits(answer.tables, options.tables ?? "native"),
    ...sectionUnits(answer),
    tail,
  ]);
  const choices = options.buttons?.map(({ label }) => label);
  return parts.map((units, at) => message(answer, units, at, parts.length, choices, options.note));
}

function sectionUnits(answer: Answer): Unit[] {
  const cite = citer(answer.sources);
  return answer.sections.flatMap((one): Unit[] => {
    const heading = one.heading === undefined ? [] : [`*${escapeMrkdwn(one.heading)}*`];
    const texts = packLines([...heading, ...toMrkdwn(one.body, cite)]);
    return texts.map((text, at) => ({ blocks: [section(text)], ...(at === 0 ? { section: one } : {}) }));
  });
}

function tableUnits(tables: readonly Table[], form: "native" | "lines"): Unit[] {
  return tables.flatMap((table, at): Unit[] => {
    const caption = table.caption === "" ? [] : [section(`*${clip(escapeMrkdwn(table.caption), 300)}*`)];
    const native = at === 0 && form === "native" ? nativeTables(table) : [];
    if (native.length > 0)
      return native.map((block, chunk) => ({
        blocks: chunk === 0 && block.type === "table" ? [...caption, block] : [block],
        ...(chunk === 0 ? { table } : {}),
      }));
    const lines = packLines(tableLines(table)).map(section);
    return [{ blocks: [...caption, ...lines], table }];
  });
}

function packUnits(units: readonly Unit[]): Unit[][] {
  const parts: Unit[][] = [[]];
  let size = 0;
  let count = 0;
  let tables = 0;
  for (const unit of units.flatMap(breakUnit)) {
    const unitSize = unit.blocks.reduce((sum, block) => sum + blockSize(block) + 1, 0);
    const unitTables = unit.blocks.filter(isTable).length;
    const full =
      size + unitSize > SLACK_LIMITS.blockCharacters - MARK_SIZE ||
      count + unit.blocks.length > SLACK_LIMITS.blocksPerMessage - 1 ||
      tables + unitTables > 1;
    if (full && count > 0) {
      parts.push([]);
      size = count = tables = 0;
    }
    parts.at(-1)!.push(unit);
    size += unitSize;
    count += unit.blocks.length;
    tables += unitTables;
  }
  return parts;
}

/** A unit too large for any one message goes block by block. */
function breakUnit(unit: Unit): Unit[] {
  const size = unit.blocks.reduce((sum, block) => sum + blockSize(block) + 1, 0);
  if (size <= SLACK_LIMITS.blockCharacters - MARK_SIZE && unit.blocks.length < SLACK_LIMITS.blocksPerMessage)
    return [unit];
  return unit.blocks.map((block, at) => (at === 0 ? { ...unit, blocks: [block] } : { blocks: [block] }));
}

function isTable(block: KnownBlock): boolean {
  return block.type === "table" || block.type === "data_table";
}

function message(
  answer: Answer,
  units: readonly Unit[],
  at: number,
  of: number,
  choices: readonly string[] = [],
  note?: string,
): SlackMessage {
  const mark = of === 1 ? [] : [context(at === 0 ? `1/${of}` : `continued ${at + 1}/${of}`)];
  const blocks = units.flatMap((unit) => unit.blocks);
  const last = at === of - 1;
  const part = {
    ...answer,
    title: at === 0 ? answer.title : clip(`${answer.title} (continued ${at + 1}/${of})`, 150),
    summary: at === 0 ? answer.summary : "",
    sections: units.flatMap((unit) => unit.section ?? []),
    tables: units.flatMap((unit) => unit.table ?? []),
    followUps: last ? answer.followUps : [],
  };
  const twin = plainText(part, { choices: last ? choices : [] });
  const noted = [escapeEntities(twin.trim()), ...(last && note !== undefined ? [note] : [])].join("\n\n");
  return {
    text: clip(noted, SLACK_LIMITS.postText) || escapeEntities(answer.title),
    blocks: at === 0 ? [...blocks, ...mark] : [...mark, ...blocks],
    unfurl_links: false,
    unfurl_media: false,
  };
}
