import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "./support/brain.ts";
import { type Import, importsOf, sourceFiles, withoutComments } from "./support/imports.ts";

/** What each part of the house may know of the others; everything may know itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  storage: [],
  policy: [],
  understanding: ["knowledge"],
  guidance: ["knowledge"],
  openings: ["knowledge", "understanding"],
  answers: ["knowledge", "understanding", "guidance", "openings"],
  conversations: ["knowledge", "understanding", "guidance", "openings", "answers", "storage", "policy"],
  adapters: ["knowledge", "understanding", "answers", "conversations"],
  operations: ["conversations", "adapters"],
  config: ["adapters", "policy"],
  cli: [
    "knowledge",
    "understanding",
    "guidance",
    "openings",
    "answers",
    "conversations",
    "storage",
    "policy",
    "adapters",
    "operations",
    "config",
  ],
};

/** Packages that one folder alone may import, so that another platform or database stays one folder's matter. */
const PACKAGES: readonly { name: RegExp; only: string }[] = [
  { name: /^@slack\//, only: "src/adapters/slack/" },
  { name: /^discord(?:\.js|-api-types)(?:\/|$)|^@discordjs\//, only: "src/adapters/discord/" },
  {
    name: /^(?:libsql|@libsql\/.*|pg|pg-.*|kysely|better-sqlite3|node:sqlite)(?:\/|$)/,
    only: "src/storage/",
  },
  { name: /^prom-client$/, only: "src/operations/" },
  { name: /^htmlparser2(?:\/|$)/, only: "src/openings/" },
  { name: /^dotenv(?:\/|$)/, only: "src/cli/main.ts" },
];

function partOf(path: string): string {
  const [, part = ""] = path.split("/");
  return part.replace(/\.ts$/, "");
}

/** What an import breaks, in words; undefined where it breaks nothing. */
function breach({ from, to }: Import): string | undefined {
  if (to.startsWith("src/")) {
    const [here, there] = [partOf(from), partOf(to)];
    if (here !== there && !MAY_IMPORT[here]?.includes(there)) return `${from} imports ${to}`;
    const [mine, other] = [from, to].map((path) => /^src\/adapters\/([a-z]+)\//.exec(path)?.[1]);
    return other !== undefined && here === "adapters" && mine !== other ? `${from} imports ${to}` : undefined;
  }
  if (to === "natural") return `${from} imports natural at its root`;
  const owner = PACKAGES.find(({ name }) => name.test(to));
  return owner && !from.startsWith(owner.only) ? `${from} imports ${to}` : undefined;
}

describe("the floors of the house", async () => {
  const files = await sourceFiles(PROJECT_ROOT, "src");
  const imports = [...files].flatMap(([file, text]) => importsOf(file, text));

  it("are all there", () => {
    expect([...new Set([...files.keys()].map(partOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
    expect(imports.length).toBeGreaterThan(300);
  });

  it("are told as they are in the docs", async () => {
    const page = await readFile(join(PROJECT_ROOT, "docs", "architecture.md"), "utf8");
    const rows = page.split("\n").flatMap((line) => {
      const [, part, allowed = ""] = /^\| `([a-z]+)` \|.*\| ([^|]+) \|$/.exec(line) ?? [];
      if (part === undefined) return [];
      const named = [...allowed.matchAll(/`([a-z]+)`/g)].map(([, name]) => name);
      const others = Object.keys(MAY_IMPORT).filter((name) => name !== part);
      return [[part, allowed === "everything" ? others.sort() : named.sort()]];
    });
    const allowed = Object.entries(MAY_IMPORT).map(([part, names]) => [part, names.toSorted()]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(allowed));
  });

  it("no part imports what stands above it, or beside it", () => {
    expect(imports.flatMap((each) => breach(each) ?? [])).toEqual([]);
  });

  it("nobody imports what is not in the sources", () => {
    const outside = imports.filter(
      ({ to }) => !to.startsWith("src/") && (to.startsWith("..") || to.startsWith("test")),
    );
    expect(outside).toEqual([]);
    expect(imports.filter(({ to }) => to.startsWith("src/") && !files.has(to))).toEqual([]);
  });

  it("packages that are used are declared", async () => {
    const { dependencies } = JSON.parse(await readFile(join(PROJECT_ROOT, "package.json"), "utf8"));
    const used = imports
      .map(({ to }) => to)
      .filter((name) => !name.startsWith("src/") && !name.startsWith("node:"))
      .map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      );
    // Types of declared packages that come with them.
    const withThem = ["mdast", "@slack/types", "@slack/socket-mode", "@slack/oauth", "@slack/logger"];
    const missing = [...new Set(used)].filter((name) => !(name in dependencies) && !withThem.includes(name));
    expect(missing).toEqual([]);
  });

  it("the environment is read at the entrance alone", () => {
    const readers = [...files].flatMap(([file, text]) =>
      /\bprocess\s*\??\.?\s*(?:\.|\[["'])env\b|\benv\s*[,}][^;]*\bfrom\s+["'](?:node:)?process/.test(
        withoutComments(text),
      )
        ? [file]
        : [],
    );
    expect(readers.filter((file) => file !== "src/cli/main.ts")).toEqual([]);
  });
});

describe("a breach is found", () => {
  it.each([
    ["src/knowledge/a.ts", 'import { x } from "../understanding/b.ts";'],
    ["src/understanding/a.ts", 'export * from "../guidance/b.ts";'],
    ["src/answers/a.ts", 'const x = await import("../storage/open.ts");'],
    ["src/answers/a.ts", 'import type { Reply } from "../conversations/message.ts";'],
    ["src/conversations/personal/a.ts", 'import { y } from "../../adapters/log.ts";'],
    ["src/adapters/slack/a.ts", 'import { z } from "../discord/limits.ts";'],
    ["src/adapters/terminal/a.ts", 'import { App } from "@slack/bolt";'],
    ["src/adapters/slack/a.ts", 'import { Client } from "discord.js";'],
    ["src/cli/a.ts", 'const pg = require("pg");'],
    ["src/understanding/text/a.ts", 'import natural from "natural";'],
    ["src/config/a.ts", 'import { run } from "../cli/run.ts";'],
  ])("in %s: %s", (file, text) => {
    expect(importsOf(file, text).map(breach)).toEqual([expect.stringContaining(file)]);
  });

  it.each([
    ["src/adapters/slack/a.ts", 'import { App } from "@slack/bolt";'],
    ["src/understanding/text/a.ts", 'import Stemmer from "natural/lib/natural/stemmers/porter_stemmer.js";'],
    ["src/cli/a.ts", 'import { openStorage } from "../storage/open.ts";'],
    ["src/knowledge/a.ts", '// as in "../answers/a.ts": import { x } from "../answers/a.ts";'],
  ])("and none where there is none: %s", (file, text) => {
    expect(importsOf(file, text).flatMap((each) => breach(each) ?? [])).toEqual([]);
  });
});
