/** A paragraph or a list item of a section. */
export interface Block {
  /** Its lines joined by line feeds, as they stand in the file. */
  text: string;
  /** 0-based line within the section on which it begins. */
  at: number;
}

/** Takes a section's Markdown apart into paragraphs and list items. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const [at, line] of markdown.split("\n").entries()) {
    const last = blocks.at(-1);
    if (line.trim() === "") open = false;
    else if (!open || !last || /^\s*(?:[-*]|\d+\.)\s/.test(line)) {
      blocks.push({ text: line, at });
      open = true;
    } else last.text += `\n${line}`;
  }
  return blocks;
}

/** How many lines of `text` end before `index`. */
export function linesBefore(text: string, index: number): number {
  return text.slice(0, index).split("\n").length - 1;
}
