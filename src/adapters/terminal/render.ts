import pc from "picocolors";
import { plainText } from "../../answers/plain-text.ts";
import type { Reply } from "../../conversations/message.ts";

export interface TerminalRendering {
  /** Columns. */
  width: number;
  /** Adds emphasis by escape codes; nothing is said by colour alone. */
  colour: boolean;
  explain: boolean;
}

/** The plain-text twin, with a bold title and headings where the terminal can. */
export function renderTerminal(
  { answer, evidence }: Reply,
  { width, colour, explain }: TerminalRendering,
): string {
  const style = pc.createColors(colour);
  const headings = new Set([
    answer.title,
    "Sources",
    ...answer.sections.flatMap((section) => section.heading ?? []),
    ...answer.tables.map((table) => table.caption),
  ]);
  const text = plainText(answer, { width })
    .split("\n")
    .map((line) => (headings.has(line) ? style.bold(line) : line.startsWith("[") ? style.dim(line) : line))
    .join("\n");
  if (!explain) return text;
  const because = [
    ...evidence.roles.map(({ id, words, how }) => `"${words}" names ${id} (${how})`),
    ...evidence.topics.map(({ id, words, how }) => `${words ? `"${words}" asks for ` : ""}${id} (${how})`),
    ...evidence.skills.map(({ id, words, how }) => `"${words}" is ${id} (${how})`),
    ...evidence.cues,
    ...evidence.focus,
    ...(evidence.intents.length > 0
      ? [
          `likeliest: ${evidence.intents.map(({ intent, probability }) => `${intent} ${Math.round(probability * 100)}%`).join(", ")}`,
        ]
      : []),
    evidence.decision,
  ];
  return `${text}\n\n${style.dim(["Why:", ...because.map((line) => `- ${line}`)].join("\n"))}`;
}
