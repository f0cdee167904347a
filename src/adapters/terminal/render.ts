import pc from "picocolors";
import { plainText } from "../../answers/plain-text.ts";
import type { Reply } from "../../conversations/message.ts";
import { choicesOf, choiceText } from "./choices.ts";

export interface TerminalRendering {
  /** Columns. */
  width: number;
  /** Adds emphasis by escape codes; nothing is said by colour alone. */
  colour: boolean;
  explain: boolean;
}

/** The plain-text twin, with a bold title and headings where the terminal can; a file is printed below it. */
export function renderTerminal(reply: Reply, { width, colour, explain }: TerminalRendering): string {
  const { answer, evidence, file } = reply;
  const style = pc.createColors(colour);
  const headings = new Set([
    answer.title,
    "Sources",
    ...answer.sections.flatMap((section) => section.heading ?? []),
    ...answer.tables.map((table) => table.caption),
  ]);
  const choices = choicesOf(reply).map(choiceText);
  const twin = plainText(answer, { width, choices })
    .split("\n")
    .map((line) => (headings.has(line) ? style.bold(line) : line.startsWith("[") ? style.dim(line) : line))
    .join("\n");
  const text = file === undefined ? twin : `${twin}\n\n${file.text.trimEnd()}`;
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
