import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isRoleId, newRoleFile } from "../knowledge/new-role.ts";

export interface KnowledgeNewOptions {
  /** The knowledge folder. */
  folder: string;
  roleId: string;
  /** Takes whole lines, without the last line feed. */
  write(text: string): void;
}

/**
 * `rolewise knowledge new ROLE-ID`: writes `roles/ROLE-ID.md` to fill in; never over a file that is there.
 * @returns the exit code
 */
export async function knowledgeNew({ folder, roleId, write }: KnowledgeNewOptions): Promise<number> {
  if (!isRoleId(roleId)) {
    write(`"${roleId}" is no role id: use lower-case words joined by hyphens, like data-engineer.`);
    return 1;
  }
  const file = join(folder, "roles", `${roleId}.md`);
  try {
    await mkdir(join(folder, "roles"), { recursive: true });
    await writeFile(file, newRoleFile(roleId), { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    write(`${file} is there already: edit it, or choose another id.`);
    return 1;
  }
  write(`Wrote ${file}. Fill in every TODO, then run \`rolewise knowledge check\`.`);
  return 0;
}
