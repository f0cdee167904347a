import { isNode, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { readPlainYaml } from "./plain-yaml.ts";
import type { Problem } from "./problem.ts";

type Path = readonly PropertyKey[];

/**
 * A YAML text whose values still know their lines. The parsed tree is let go once it has given its value (a tree takes
 * fifty times the room of its text) and read again when somebody asks for a line, which happens only where something is wrong.
 */
export class YamlText {
  readonly value: unknown;
  readonly #file: string;
  readonly #text: string;
  readonly #firstLine: number;
  #problems: Problem[] = [];
  #positions: Positions | undefined;

  /** `firstLine` is the 1-based line of the file on which `text` begins. */
  constructor(file: string, text: string, firstLine = 1) {
    this.#file = file;
    this.#text = text;
    this.#firstLine = firstLine;
    this.value = readPlainYaml(text);
    if (this.value !== undefined) return;
    const document = parseDocument(text, { prettyErrors: false });
    this.#problems = document.errors.map((error) =>
      this.#syntaxProblem(error.pos[0], error.message.split("\n")[0] ?? ""),
    );
    if (this.#problems.length > 0) return;
    try {
      this.value = document.toJS();
    } catch (error) {
      // A text in asterisks without quotes is an alias to YAML, and throws only here.
      this.#problems = [this.#syntaxProblem(firstAlias(document), String(error).replace(/^\w+: /, ""))];
    }
  }

  syntaxProblems(): Problem[] {
    return [...this.#problems];
  }

  /** The line of the value at `path`, or of its nearest parent that stands in the file. */
  lineOf(path: Path): number {
    this.#positions ??= readPositions(this.#text);
    for (let length = path.length; length > 0; length--) {
      const node = this.#positions.document.getIn(path.slice(0, length), true);
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

  #syntaxProblem(offset: number, message: string): Problem {
    return {
      file: this.#file,
      line: this.#line(offset),
      message: `this is not valid YAML: ${message}`,
      fix: "Check the indentation, quotes and brackets around that line.",
    };
  }

  #line(offset: number): number {
    this.#positions ??= readPositions(this.#text);
    return this.#firstLine + this.#positions.lines.linePos(offset).line - 1;
  }
}

interface Positions {
  document: ReturnType<typeof parseDocument>;
  lines: LineCounter;
}

function firstAlias(document: ReturnType<typeof parseDocument>): number {
  let offset = 0;
  visit(document, {
    Alias(_, alias) {
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function readPositions(text: string): Positions {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines }), lines };
}
