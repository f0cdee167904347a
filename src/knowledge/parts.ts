import { breather } from "./breather.ts";
import { checkAliases } from "./check-aliases.ts";
import { checkIds } from "./check-ids.ts";
import { checkReferences } from "./check-references.ts";
import { checkSteps } from "./check-steps.ts";
import { type Lists, missingFile, readLists } from "./lists.ts";
import type { Problem } from "./problem.ts";
import { type RefusedRoleFile, type RoleFile, readRoleFile } from "./role-file.ts";
import { readSalaries, type SalariesFile } from "./salaries-file.ts";
import type { KnowledgeTexts } from "./texts.ts";
import type { YamlText } from "./yaml-text.ts";

/** Everything that the files of a knowledge folder say, right or wrong. */
export interface Parts {
  /** Without those that are missing or not right. */
  lists: Partial<Lists>;
  yamls: ReadonlyMap<string, YamlText>;
  /** The role files that are right in themselves, by path. */
  roleFiles: ReadonlyMap<string, RoleFile>;
  /** The role files that are not, by path. */
  refused: ReadonlyMap<string, RefusedRoleFile>;
  salaries: SalariesFile;
  /** Every problem of every file, by place. */
  problems: Problem[];
}

/**
 * Reads and checks the texts of a knowledge folder, and stops after each role file, so that a running bot can tend to
 * its connections in between.
 */
export function* readParts(texts: KnowledgeTexts): Generator<undefined, Parts> {
  const { lists, yamls, problems } = readLists(texts);
  yield;
  const salariesText = texts.get("salaries.csv");
  if (salariesText === undefined) problems.push(missingFile("salaries.csv"));
  const salaries = readSalaries("salaries.csv", salariesText ?? "");
  problems.push(...salaries.problems);

  const roleFiles = new Map<string, RoleFile>();
  const refused = new Map<string, RefusedRoleFile>();
  for (const [file, text] of texts) {
    if (!file.startsWith("roles/")) continue;
    const read = readRoleFile(file, text);
    if ("role" in read) roleFiles.set(file, read.role);
    else {
      refused.set(file, read);
      problems.push(...read.problems);
    }
    yield;
  }
  if (roleFiles.size + refused.size === 0) {
    const fix = "Write one: `rolewise knowledge new data-engineer`.";
    problems.push({ file: "roles", line: 1, message: "there is no role file", fix });
  }
  const parts: Parts = { lists, yamls, roleFiles, refused, salaries, problems };
  for (const check of [checkIds, checkReferences, checkAliases, checkSteps]) {
    yield;
    problems.push(...check(parts));
  }
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return parts;
}

/** The parts in one go. */
export function readPartsAtOnce(texts: KnowledgeTexts): Parts {
  const reading = readParts(texts);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/** The parts, with the event loop let go in between. */
export async function readPartsInSlices(texts: KnowledgeTexts): Promise<Parts> {
  const reading = readParts(texts);
  const breathe = breather();
  let step = reading.next();
  while (!step.done) {
    await breathe();
    step = reading.next();
  }
  return step.value;
}
