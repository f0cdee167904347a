/**
 * Cuts a text into pieces of at most `max` characters: at a blank line if it can, else at a line's end, else at a word,
 * else in the middle of one (never between the halves of a surrogate pair, nor behind a lone backslash).
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const cut = cutAt(rest, max);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}

function cutAt(text: string, max: number): number {
  const window = text.slice(0, max + 1);
  for (const boundary of ["\n\n", "\n", " "]) {
    const at = window.lastIndexOf(boundary);
    // A cut very early would leave a piece of a few words; a weaker boundary further on reads better.
    if (at > max / 3) return at;
  }
  let at = max;
  const code = text.charCodeAt(at - 1);
  if ((code >= 0xd800 && code <= 0xdbff) || text[at - 1] === "\\") at--;
  return at;
}
