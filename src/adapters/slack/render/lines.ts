import { SLACK_LIMITS } from "./limits.ts";

/**
 * Packs lines of mrkdwn into texts of at most 3,000 characters, breaking between lines where it can and between words
 * where one line alone is too long. Never breaks inside `<…>` or an entity.
 */
export function packLines(lines: readonly string[], max: number = SLACK_LIMITS.sectionText): string[] {
  const packed: string[] = [];
  let current = "";
  for (const line of lines.flatMap((long) => breakLine(long, max))) {
    const gap = current === "" ? "" : isItem(line) ? "\n" : "\n\n";
    if (current.length + gap.length + line.length > max) {
      packed.push(current);
      current = line;
    } else {
      current += gap + line;
    }
  }
  return current === "" ? packed : [...packed, current];
}

function isItem(line: string): boolean {
  return /^\s*([•◦]|\d+\.)\s/.test(line);
}

function breakLine(line: string, max: number): string[] {
  if (line.length <= max) return [line];
  const at = lastBreak(line, max);
  return [line.slice(0, at).trimEnd(), ...breakLine(line.slice(at).trimStart(), max)];
}

/** The last space at or before `max` that lies outside a link; `max` itself where there is none. */
function lastBreak(line: string, max: number): number {
  let inLink = false;
  let found = 0;
  for (let at = 0; at <= max && at < line.length; at++) {
    const sign = line[at];
    if (sign === "<") inLink = true;
    else if (sign === ">") inLink = false;
    else if (/\s/.test(sign ?? "") && !inLink) found = at;
  }
  if (found > 0) return found;
  const entity = line.slice(0, max).match(/&[a-z]*$/)?.index;
  return entity !== undefined && entity > 0 ? entity : max;
}
