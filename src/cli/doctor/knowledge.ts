import { stat } from "node:fs/promises";
import { type Finding, ok, wrong } from "../../adapters/finding.ts";
import { loadKnowledge } from "../../knowledge/load.ts";
import { KnowledgeError } from "../../knowledge/problem.ts";

/** An editor mends these one by one; a screenful is enough to begin with. */
const MOST_SHOWN = 10;

export async function checkKnowledge(folder: string): Promise<Finding[]> {
  if (!(await isFolder(folder))) {
    const fix = "Correct KNOWLEDGE_DIR, or leave it out for the knowledge base that comes with Rolewise.";
    return [wrong(`knowledge: there is no folder ${folder}`, fix)];
  }
  try {
    const { roles, skills, version } = await loadKnowledge(folder);
    return [ok(`knowledge: ${roles.size} roles, ${skills.size} skills, version ${version}`)];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    const shown = error.problems
      .slice(0, MOST_SHOWN)
      .map(({ file, line, message, fix }) => wrong(`knowledge: ${file}:${line}: ${message}`, fix));
    return error.problems.length > MOST_SHOWN
      ? [
          ...shown,
          wrong(
            `knowledge: ${error.problems.length} problems in all, ${error.problems.length - MOST_SHOWN} more than these`,
            "To see them all, run: rolewise knowledge check",
          ),
        ]
      : shown;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** What the build makes, without which nothing is understood. */
export async function checkBuild(artifactsDir: string): Promise<Finding[]> {
  return stat(artifactsDir).then(
    () => [],
    () => [wrong("the trained models are missing", "Run: npm run build")],
  );
}
