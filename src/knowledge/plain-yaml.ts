/**
 * Reads the plain part of YAML in which knowledge files are mostly written: block maps and lists, one-line lists and maps
 * in brackets, plain or simply quoted words, whole numbers, `>-` texts, comments on their own line. Ten times as fast as
 * a full reader, which counts where a community keeps thousands of roles.
 *
 * @returns what a full YAML 1.2 reader would, or undefined where the text has anything else in it, right or wrong.
 */
export function readPlainYaml(text: string): unknown {
  const lines = text.split("\n").filter((line, at, all) => !/^ *(?:#.*)?$/.test(line) || insideText(all, at));
  const reader = new PlainReader(lines);
  const value = reader.block(0);
  return reader.atEnd && !reader.failed ? value : undefined;
}

/** Blank lines and lines with a # may belong to a `>-` text above; those are left for the reader to refuse. */
function insideText(lines: readonly string[], at: number): boolean {
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above] ?? "";
    if (/: >-$/.test(line)) return true;
    if (/^ *(?:- |[A-Za-z]\w*:)/.test(line)) return false;
  }
  return false;
}

const ENTRY = /^([A-Za-z][A-Za-z0-9-]*):(?: (.+))?$/;
const KEYWORD = /^(?:true|false|null)$/i;
const NUMBER = /^(?:0|[1-9]\d{0,8})$/;
const WORDS = /^\p{L}[\p{L}\p{N} ,;!?'’&/+*.()%-]*(?<! )$/u;
/** A number and words: "3d artist". With no space, 1e3 would be a number. */
const NUMBERED = /^\d[\p{L}\p{N}]* [\p{L}\p{N} -]*\p{L}$/u;
const CODE = /^\d+-\d[\d.-]*$/;
const LINK = /^https?:\/\/[\w./~-]+$/;
const QUOTED = /^"([^"\\]*)"$|^'([^']*)'$/;

class PlainReader {
  failed = false;
  readonly #lines: string[];
  #at = 0;

  constructor(lines: string[]) {
    this.#lines = lines;
  }

  get atEnd(): boolean {
    return this.#at >= this.#lines.length;
  }

  /** The map or list whose lines are indented by `indent`. */
  block(indent: number): unknown {
    return this.#rest(indent)?.startsWith("- ") ? this.#list(indent) : this.#map(indent);
  }

  #map(indent: number): unknown {
    const map: Record<string, unknown> = {};
    let entries = 0;
    for (let rest = this.#rest(indent); rest !== undefined; rest = this.#rest(indent)) {
      const [, key, written] = ENTRY.exec(rest) ?? [];
      if (key === undefined || KEYWORD.test(key) || Object.hasOwn(map, key)) return this.#fail();
      this.#at++;
      map[key] = written === undefined ? this.#deeper(indent) : this.#value(written, indent);
      if (this.failed) return undefined;
      entries++;
    }
    return entries > 0 ? map : this.#fail();
  }

  #list(indent: number): unknown {
    const list: unknown[] = [];
    for (let rest = this.#rest(indent); rest?.startsWith("- "); rest = this.#rest(indent)) {
      const item = rest.slice(2);
      if (ENTRY.test(item)) {
        this.#lines[this.#at] = `${" ".repeat(indent + 2)}${item}`;
        list.push(this.#map(indent + 2));
      } else {
        this.#at++;
        list.push(this.#value(item, indent));
      }
      if (this.failed) return undefined;
    }
    return list;
  }

  #deeper(indent: number): unknown {
    const next = /^ */.exec(this.#lines[this.#at] ?? "")?.[0].length ?? 0;
    return next > indent ? this.block(next) : this.#fail();
  }

  #value(written: string, indent: number): unknown {
    if (written === ">-") return this.#folded(indent);
    if (written.startsWith("[")) {
      const whole = written.endsWith("]") ? written : this.#untilBracket(written, indent);
      return this.#items(whole).map((item) => this.#scalar(item));
    }
    if (written.startsWith("{") && written.endsWith("}")) {
      const pairs = this.#items(written).map((item): [string, unknown] => {
        const [, key, value] = ENTRY.exec(item) ?? [];
        if (key === undefined || value === undefined || KEYWORD.test(key)) this.#fail();
        return [key ?? "", this.#scalar(value ?? "")];
      });
      const map = Object.fromEntries(pairs);
      return Object.keys(map).length === pairs.length ? map : this.#fail();
    }
    return this.#scalar(written);
  }

  /** A bracketed list over several lines, as one. */
  #untilBracket(opening: string, indent: number): string {
    const parts = [opening];
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      const own = /^ */.exec(line)?.[0].length ?? 0;
      if (own < indent || (own === indent && line.trim() !== "]")) break;
      parts.push(line.trim());
      this.#at++;
      if (line.endsWith("]")) return parts.join(" ");
    }
    this.#fail();
    return "[]";
  }

  #items(written: string): string[] {
    const inner = written.slice(1, -1).trim().replace(/,$/, "");
    return inner === "" ? [] : inner.split(",").map((item) => item.trim());
  }

  #scalar(written: string): unknown {
    if (written === "null") return null;
    if (NUMBER.test(written)) return Number(written);
    if (CODE.test(written) || LINK.test(written) || NUMBERED.test(written)) return written;
    if (WORDS.test(written) && !KEYWORD.test(written)) return written;
    const quoted = QUOTED.exec(written);
    return quoted ? (quoted[1] ?? quoted[2]) : this.#fail();
  }

  #folded(indent: number): unknown {
    const own = /^ */.exec(this.#lines[this.#at] ?? "")?.[0].length ?? 0;
    if (own <= indent) return this.#fail();
    const texts: string[] = [];
    for (let text = this.#rest(own); text !== undefined; text = this.#rest(own)) {
      if (!/^\S.*\S$/.test(text)) return this.#fail();
      texts.push(text);
      this.#at++;
    }
    return texts.join(" ");
  }

  /** The line at hand without its indentation; undefined where it is less indented. Deeper lines are for nobody: they fail. */
  #rest(indent: number): string | undefined {
    const line = this.#lines[this.#at];
    if (line === undefined) return undefined;
    const own = /^ */.exec(line)?.[0].length ?? 0;
    if (own > indent) this.#fail();
    return own === indent && !this.failed ? line.slice(indent) : undefined;
  }

  #fail(): undefined {
    this.failed = true;
    return undefined;
  }
}
