import { Parser } from "htmlparser2";

/** Deeper nesting is made to hurt: the parser takes time by the square of it. */
const DEEPEST = 200;

export class NestedTooDeeply extends Error {
  override readonly name = "NestedTooDeeply";
}

/** A parser of XML or HTML whose time is linear in the text. */
export interface Markup {
  onOpen(name: string, attributes: Readonly<Record<string, string>>): void;
  onText(text: string): void;
  onClose(name: string): void;
}

/** @throws NestedTooDeeply */
export function parseMarkup(text: string, kind: "xml" | "html", { onOpen, onText, onClose }: Markup): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEEPEST) throw new NestedTooDeeply(`more than ${DEEPEST} elements in one another`);
        onOpen(name, attributes);
      },
      ontext: onText,
      onclosetag(name) {
        depth -= 1;
        onClose(name);
      },
    },
    { xmlMode: kind === "xml" },
  );
  parser.write(text);
  parser.end();
}

/** Text of a feed may be HTML, once or twice encoded. */
export function plainText(text: string, longest: number): string | undefined {
  const plain = oneLine(/[<&]/.test(text) ? withoutMarkup(text.slice(0, 20 * longest)) : text);
  if (plain === "") return undefined;
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "");
  return `${cut.trimEnd()}…`;
}

function withoutMarkup(html: string): string {
  const parts: string[] = [];
  try {
    parseMarkup(html, "html", {
      onOpen: () => void parts.push(" "),
      onText: (text) => void parts.push(text),
      onClose() {},
    });
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error;
  }
  return parts.join("");
}

/** Without control characters, invisible ones and those that turn the direction of writing. */
function oneLine(text: string): string {
  return text
    .slice(0, 10_000)
    .normalize("NFC")
    .replace(/\p{Surrogate}|\p{Default_Ignorable_Code_Point}|[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/** An http(s) address in full, safe to put in any link; undefined for any other, or one that hides where it leads. */
export function webAddress(address: string, base?: string): string | undefined {
  const text = address.trim();
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if ((url.protocol !== "http:" && url.protocol !== "https:") || url.username !== "" || url.password !== "")
    return undefined;
  const rest = url.href.slice(url.origin.length);
  // What would end a link early on one platform or another.
  return (
    url.origin +
    rest.replace(/[()<>|'"`\\^{}*[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  );
}
