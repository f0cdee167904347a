import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem.ts";

type Path = readonly PropertyKey[];

/** A YAML text whose values still know their lines. */
export class YamlText {
  readonly value: unknown;
  readonly #file: string;
  readonly #firstLine: number;
  readonly #document: ReturnType<typeof parseDocument>;
  readonly #lines = new LineCounter();

  /** `firstLine` is the 1-based line of the file on which `text` begins. */
  constructor(file: string, text: string, firstLine = 1) {
    this.#file = file;
    this.#firstLine = firstLine;
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    this.value = this.#document.errors.length > 0 ? undefined : this.#document.toJS();
  }

  syntaxProblems(): Problem[] {
    return this.#document.errors.map((error) => ({
      file: this.#file,
      line: this.#line(error.pos[0]),
      message: `this is not valid YAML: ${error.message.split("\n")[0]?.replace(/ at line.*$/, "")}`,
      fix: "Check the indentation, quotes and brackets around that line.",
    }));
  }

  /** The line of the value at `path`, or of its nearest parent that stands in the file. */
  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#line(node.range[0]);
    }
    return this.#firstLine;
  }

  problem(path: Path, message: string, fix: string): Problem {
    return { file: this.#file, line: this.lineOf(path), message, fix };
  }

  /** The value as `schema` wants it, or every way in which it is not so. */
  parse<T>(schema: z.ZodType<T>): { value: T } | { problems: Problem[] } {
    const syntax = this.syntaxProblems();
    if (syntax.length > 0) return { problems: syntax };
    const parsed = schema.safeParse(this.value);
    if (parsed.success) return { value: parsed.data };
    return {
      problems: parsed.error.issues.map((issue) =>
        this.problem(
          issue.path,
          `${issue.path.length > 0 ? `"${issue.path.join(".")}"` : "the file"} is not right: ${issue.message}`,
          "knowledge/README.md shows what belongs there.",
        ),
      ),
    };
  }

  #line(offset: number): number {
    return this.#firstLine + this.#lines.linePos(offset).line - 1;
  }
}
