import type { CommandContext } from "./commands.ts";

/** Every source with its licence, and the attribution lines that licences ask for. */
export async function sources({ io, config }: CommandContext): Promise<number> {
  const { loadKnowledge } = await import("../knowledge/load.ts");
  const knowledge = await loadKnowledge(config().knowledgeDir);
  for (const source of knowledge.sources.values()) {
    io.stdout.write(
      `[${source.key}] ${source.publisher}: ${source.title}, ${source.date}. Licence: ${source.licence}. ${source.url}\n`,
    );
    if (source.attribution) io.stdout.write(`  ${source.attribution}\n`);
  }
  return 0;
}
