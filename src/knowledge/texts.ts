import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { breather } from "./breather.ts";
import { LIST_NAMES } from "./list-names.ts";

/** The texts of a knowledge folder by path relative to it. */
export type KnowledgeTexts = ReadonlyMap<string, string>;

/**
 * Reads every file that the knowledge base is made of; what is not there is left out, for the loader to report. Small files
 * by the thousand are read ten times as fast one by one as through the thread pool.
 */
export async function readKnowledgeTexts(folder: string): Promise<KnowledgeTexts> {
  const roleNames = await readdir(join(folder, "roles")).catch(() => []);
  const roles = roleNames.filter((name) => name.endsWith(".md") && !name.startsWith(".")).sort();
  const texts = new Map<string, string>();
  const breathe = breather();
  for (const name of [...LIST_NAMES, "salaries.csv", ...roles.map((role) => `roles/${role}`)]) {
    const text = readIfThere(join(folder, name));
    if (text !== undefined) texts.set(name, text.replace(/^\uFEFF/, ""));
    await breathe();
  }
  return texts;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** A hash of all the texts: equal exactly when nothing has changed. */
export function knowledgeVersion(texts: KnowledgeTexts): string {
  const hash = createHash("sha256");
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex").slice(0, 12);
}
