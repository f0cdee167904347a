import { LIMITS } from "./limits.ts";
import { splitText } from "./split-text.ts";
import type { TextUnit } from "./text-units.ts";

/** What one message holds: each text becomes a text display, with a separator between two. */
export type Page = string[];

/** A container, and a head that is a section with one text and a button. */
const FIXED_COMPONENTS = 1 + 3;
const COMPONENTS_PER_TEXT = 2;
/** A separator, two rows of five buttons, a row with a menu and a row of three tools; kept free on every page. */
const ROWS_RESERVE = 1 + 2 * (1 + LIMITS.buttonsInRow) + 2 + 4;
const TEXTS_PER_PAGE =
  1 + Math.floor((LIMITS.components - FIXED_COMPONENTS - ROWS_RESERVE) / COMPONENTS_PER_TEXT);

/** Spreads the head and the units over as few messages as their limits allow, breaking between units where it can. */
export function paginate(head: string, units: readonly TextUnit[]): Page[] {
  const [first = "", ...overflow] = splitText(head, LIMITS.text);
  const pages: Page[] = [[first]];
  for (const text of [...overflow, ...units.flatMap(unitTexts)]) {
    const page = pages.at(-1)!;
    if (page.length < TEXTS_PER_PAGE && lengthOf(page) + text.length <= LIMITS.text) page.push(text);
    else pages.push([text]);
  }
  return pages;
}

/** A unit as one text where it fits into a message, else as several that repeat the heading. */
function unitTexts(unit: TextUnit): string[] {
  const lead = unit.heading === undefined ? "" : `${unit.heading}\n`;
  const room = LIMITS.text - lead.length;
  const bodies: string[] = [];
  for (const block of unit.blocks.flatMap((text) => splitText(text, room))) {
    const last = bodies.at(-1);
    if (last !== undefined && last.length + 1 + block.length <= room) {
      bodies[bodies.length - 1] = `${last}\n${block}`;
    } else bodies.push(block);
  }
  return bodies.length === 0 ? [lead.trimEnd()] : bodies.map((body) => lead + body);
}

function lengthOf(page: Page): number {
  return page.reduce((sum, text) => sum + text.length, 0);
}
