import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const SOURCES = new URL("../../src/storage/", import.meta.url);

describe("importing the storage", () => {
  it.each(["open.ts", "in-memory/open.ts"])(
    "by %s loads no package before a database is opened",
    async (entry) => {
      expect(await packagesOf(new URL(entry, SOURCES))).toEqual([]);
    },
  );

  it("loads them when one is opened", async () => {
    expect(await packagesOf(new URL("sqlite/open.ts", SOURCES))).toEqual(["kysely", "libsql"]);
    expect(await packagesOf(new URL("postgres/open.ts", SOURCES))).toEqual(["kysely", "pg"]);
  });
});

/** The packages that a file and the files that it imports statically load; types alone load nothing. */
async function packagesOf(entry: URL): Promise<string[]> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = async (file: URL): Promise<void> => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    const source = await readFile(file, "utf8");
    for (const [, specifier = ""] of source.matchAll(/^import (?!type )[^;]*?from "([^"]+)"/gm)) {
      if (specifier.startsWith(".")) await visit(new URL(specifier, file));
      else if (!specifier.startsWith("node:")) packages.add(specifier);
    }
  };
  await visit(entry);
  return [...packages].toSorted();
}
