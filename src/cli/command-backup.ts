import type { CommandContext } from "./commands.ts";

/** `backup FOLDER`: copies the database file and its secret, also while the bot runs. docs/backups.md tells of PostgreSQL and of restoring. */
export async function backup({ args, io, config }: CommandContext): Promise<number> {
  const [folder] = args.words;
  if (folder === undefined) {
    io.stderr.write("Use: rolewise backup FOLDER\n");
    return 2;
  }
  const { fileOf } = await import("../storage/url.ts");
  const file = fileOf(config().database.url);
  if (file === undefined) {
    io.stderr.write("PostgreSQL is backed up with pg_dump: docs/backups.md shows how.\n");
    return 2;
  }
  const { backupSqlite } = await import("../storage/sqlite/backup.ts");
  const written = await backupSqlite(file, folder);
  for (const path of written) io.stdout.write(`wrote ${path}\n`);
  if (written.length === 1)
    io.stdout.write("The database is encrypted with STORAGE_SECRET: keep that with the backup.\n");
  return 0;
}
