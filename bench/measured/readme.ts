/** Between these two lines of README.md stands what `npm run bench -- --write` measured last. */
export const BEGINS = "<!-- measured -->";
export const ENDS = "<!-- /measured -->";

/** `readme` with `measured` between the two lines, and nothing else changed. Throws where it lacks one of them. */
export function withMeasured(readme: string, measured: string): string {
  const [from, to] = [lineAt(readme, BEGINS), lineAt(readme, ENDS)];
  if (to < from) throw new Error(`README.md: "${ENDS}" stands above "${BEGINS}"; put it below.`);
  return `${readme.slice(0, from + BEGINS.length)}\n\n${measured.trim()}\n\n${readme.slice(to)}`;
}

function lineAt(readme: string, marker: string): number {
  const at = `\n${readme}\n`.indexOf(`\n${marker}\n`);
  if (at === -1)
    throw new Error(`README.md has no line "${marker}": put it back where the figures are to stand.`);
  return at;
}
