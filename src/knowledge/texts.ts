import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LIST_NAMES } from "./list-names.ts";

/** The texts of a knowledge folder by path relative to it. */
export type KnowledgeTexts = ReadonlyMap<string, string>;

/** Reads every file that the knowledge base is made of; what is not there is left out, for the loader to report. */
export async function readKnowledgeTexts(folder: string): Promise<KnowledgeTexts> {
  const roleNames = await readdir(join(folder, "roles")).catch(() => []);
  const roles = roleNames.filter((name) => name.endsWith(".md") && !name.startsWith(".")).sort();
  const names = [...LIST_NAMES, "salaries.csv", ...roles.map((name) => `roles/${name}`)];
  const texts = await Promise.all(
    names.map(
      async (name) => [name, await readFile(join(folder, name), "utf8").catch(() => undefined)] as const,
    ),
  );
  return new Map(
    texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text.replace(/^\uFEFF/, "")]])),
  );
}

/** A hash of all the texts: equal exactly when nothing has changed. */
export function knowledgeVersion(texts: KnowledgeTexts): string {
  const hash = createHash("sha256");
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex").slice(0, 12);
}
