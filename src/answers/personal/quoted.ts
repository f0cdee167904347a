/** Somebody's own words, shown back so that nothing in them is live: no pings, no links, no formatting. */
export function quoted(text: string): string {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/https?:\/\/\S+|www\.\S+/gi, "…")
    .replace(/[@#]/g, (mark) => `${mark}\u2060`)
    .replace(/[\\`*_~[\]<>|{}()!]/g, (mark) => `\\${mark}`)
    .replace(/(\d)\./g, "$1\\.");
  return `"${plain.trim()}"`;
}
