import type { CommandContext } from "./commands.ts";

/** `knowledge check [--matrix]` and `knowledge new ROLE-ID`. */
export async function knowledge({ args, io, config }: CommandContext): Promise<number> {
  const [action, roleId] = args.words;
  const folder = config().knowledgeDir;
  const write = (text: string) => void io.stdout.write(`${text}\n`);
  if (action === "check") {
    const { knowledgeCheck } = await import("./knowledge-check.ts");
    return knowledgeCheck({ folder, matrix: args.flags.has("matrix"), now: new Date(), write });
  }
  if (action === "new" && roleId !== undefined) {
    const { knowledgeNew } = await import("./knowledge-new.ts");
    return knowledgeNew({ folder, roleId, write });
  }
  io.stderr.write("Use: rolewise knowledge check [--matrix], or rolewise knowledge new ROLE-ID\n");
  return 2;
}
