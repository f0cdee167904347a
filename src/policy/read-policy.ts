import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type Policy, policySchema } from "./policy.ts";

export interface PolicyProblem {
  /** 1-based. */
  line: number;
  message: string;
}

/** Reads the text of `rolewise.yaml`; every problem with its line. An empty file is the usual policy. */
export function readPolicy(text: string): { policy: Policy } | { problems: PolicyProblem[] } {
  const lines = new LineCounter();
  // Every value stays the text that it is, so that a long id is not rounded and "off" is a word.
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const problemAt = (offset: number, message: string) => ({ line: lines.linePos(offset).line, message });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ pos, message }) =>
        problemAt(pos[0], `this is not valid YAML: ${message.split("\n")[0]}`),
      ),
    };
  }
  const written = settingsIn(document);
  if (written === undefined)
    return { problems: [problemAt(0, "a word after * stands for nothing here: put it in quotes")] };
  const parsed = policySchema.safeParse(withoutBlanks(written), { reportInput: true });
  if (parsed.success) return { policy: parsed.data };
  return {
    problems: parsed.error.issues
      .flatMap(explain)
      .map(({ path, message }) => problemAt(offsetOf(document, path), message))
      .sort((a, b) => a.line - b.line),
  };
}

function settingsIn(document: Document): unknown {
  try {
    return document.toJS() || {};
  } catch {
    return undefined;
  }
}

/** A key without a value, as in a file whose lines are commented out one by one, says nothing. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== "object" || value === null) return value;
  const said = Object.entries(value).filter(([, inner]) => inner !== null && inner !== "");
  return Object.fromEntries(said.map(([key, inner]) => [key, withoutBlanks(inner)]));
}

type Path = readonly PropertyKey[];

function explain(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const known = Object.keys(settingsAt(issue.path)).join(", ");
      return { path, message: `there is no setting "${path.join(".")}": there are ${known}` };
    });
  const name = issue.path.join(".");
  return [{ path: issue.path, message: name === "" ? NO_SETTINGS : `"${name}" ${wrong(issue)}` }];
}

const NO_SETTINGS = "the file holds no settings: each is written as name: value";

function wrong(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return issue.message;
  if (issue.input === undefined) return "is missing";
  if (issue.expected === "object")
    return `needs its settings on lines of their own below it: ${Object.keys(settingsAt(issue.path)).join(", ")}`;
  return issue.expected === "array" ? "is no list: write [one, another]" : "is no single value";
}

/** The settings that belong in the group at `path`. */
function settingsAt(path: Path): object {
  return path.reduce((settings, part) => fieldsOf(Reflect.get(settings, part)), fieldsOf(policySchema));
}

/** The fields of an object's schema, under whatever defaults it wears. */
function fieldsOf(schema: unknown): object {
  for (let at = schema; isSchema(at); at = at.def.innerType) if (at.def.shape) return at.def.shape;
  return {};
}

function isSchema(value: unknown): value is { def: { shape?: object; innerType?: unknown } } {
  return typeof value === "object" && value !== null && "def" in value;
}

/** Where the key at `path` begins, or the nearest one around it that stands in the file. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
