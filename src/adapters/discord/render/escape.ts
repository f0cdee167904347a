/** Anything that may need an escape; most texts have none of it. */
const SIGNS = /[\\*_~`|[\]<>@:#+.-]/;

/**
 * Text as Discord shows it literally: no formatting, no mention, no link of its own.
 * A backslash before the first sign of a construct is enough, since Discord's parser then reads on behind it.
 */
export function escapeText(text: string): string {
  if (!SIGNS.test(text)) return text;
  return text
    .replace(/[\\*_~`|[\]<>@]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/^(\s*)([#+-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)\./gm, "$1\\.");
}

/** The inside of an inline code span. A backtick cannot be escaped there, so a look-alike stands for it. */
export function codeSpan(text: string): string {
  const inside = text.replaceAll("`", "ˋ").replaceAll("\n", " ");
  return inside.trim() === "" ? "" : `\`${inside}\``;
}

/** A link's address where Discord makes a link of it: http and https only, and nothing that could end it early. */
export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return undefined;
  return parsed.href.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(">", "%3E");
}

/** A masked link, or the label alone where the address is none that Discord would open. */
export function maskedLink(label: string, url: string): string {
  const target = linkTarget(url);
  return target ? `[${escapeText(label)}](${target})` : escapeText(label);
}

/** At most `max` characters, cut at a word where one ends in the last third, with an ellipsis. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > max * 0.66 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
