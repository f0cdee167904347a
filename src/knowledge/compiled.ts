import { readFile } from "node:fs/promises";
import type { Knowledge } from "./knowledge.ts";
import { knowledgeVersion, readKnowledgeTexts } from "./texts.ts";

/** To be raised with any change of `Knowledge`: files of another form are not read. */
export const FORM = 1;

/** A knowledge base as JSON: maps as lists of pairs. */
export interface Compiled {
  form: typeof FORM;
  knowledge: { [Key in keyof Knowledge]: Listed<Knowledge[Key]> };
}
type Listed<T> = T extends ReadonlyMap<infer Key, infer Value> ? [Key, Value][] : T;

/** What `compileKnowledge` wrote, or undefined where it is of another version, of another form, or damaged. */
export function readCompiled(json: string, version: string): Knowledge | undefined {
  const compiled = parseJson(json);
  if (!isCompiled(compiled) || compiled.knowledge.version !== version) return undefined;
  const { knowledge } = compiled;
  return {
    ...knowledge,
    roles: new Map(knowledge.roles),
    skills: new Map(knowledge.skills),
    degrees: new Map(knowledge.degrees),
    fields: new Map(knowledge.fields),
    industries: new Map(knowledge.industries),
    topics: new Map(knowledge.topics),
    sources: new Map(knowledge.sources),
    occupations: new Map(knowledge.occupations),
    salaries: new Map(knowledge.salaries),
  };
}

/**
 * The knowledge base from the compiled file where that was made of the same texts, else from the texts. The parsers of the
 * texts are imported only where they are needed: they take longer to load than the compiled file does to read.
 * @throws KnowledgeError
 */
export async function loadKnowledgeFast(folder: string, compiledFile: string): Promise<Knowledge> {
  const [texts, json] = await Promise.all([
    readKnowledgeTexts(folder),
    readFile(compiledFile, "utf8").catch(() => ""),
  ]);
  const compiled = readCompiled(json, knowledgeVersion(texts));
  if (compiled) return compiled;
  const { loadTexts } = await import("./load.ts");
  return loadTexts(texts);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Looks at form and version alone: the file is the build's own, and the version says of which texts it was made. */
function isCompiled(value: unknown): value is Compiled {
  return (
    typeof value === "object" &&
    value !== null &&
    "form" in value &&
    value.form === FORM &&
    "knowledge" in value &&
    typeof value.knowledge === "object" &&
    value.knowledge !== null &&
    "version" in value.knowledge
  );
}
