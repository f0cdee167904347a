import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/cli/commands.ts";
import { VARIABLE_NAMES } from "../src/config/variables.ts";
import { createMetrics } from "../src/operations/metrics.ts";
import { PROJECT_ROOT } from "./support/brain.ts";

const DOCS = readdirSync(join(PROJECT_ROOT, "docs")).map((name) => join("docs", name));
const pages = new Map(
  ["README.md", ...DOCS].map((path) => [path, readFileSync(join(PROJECT_ROOT, path), "utf8")]),
);
const manifest = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8"));
/** Variables of other programs. */
const OTHERS = ["POSTGRES_PASSWORD", "NODE_ENV"];

describe.each([...pages])("%s", (path, text) => {
  it("links to pages that there are", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)/g)].flatMap(([, to]) => to || []);
    expect(links.filter((to) => !existsSync(join(PROJECT_ROOT, dirname(path), to)))).toEqual([]);
  });

  it("names commands and scripts that there are", () => {
    const commands = [...text.matchAll(/(?:rolewise -- |rolewise\.js |`rolewise )([a-z]+)/g)].map(
      ([, name]) => name,
    );
    expect(commands.filter((name) => !COMMANDS.has(name ?? ""))).toEqual([]);
    const scripts = [...text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(([, name]) => name);
    expect(scripts.filter((name) => !((name ?? "") in manifest.scripts))).toEqual([]);
  });

  it("names variables that there are", () => {
    const names = [...text.matchAll(/`?\b([A-Z]{3,}(?:_[A-Z]+)+)\b/g)].map(([, name]) => name ?? "");
    const ours =
      /^(?:SLACK|DISCORD|DATABASE|STORAGE|KNOWLEDGE|KEEP|OPENINGS|POLICY|LOG|HEALTH|POSTGRES|NODE)_/;
    const known: readonly string[] = [...VARIABLE_NAMES, ...OTHERS];
    expect(names.filter((name) => ours.test(name) && !known.includes(name))).toEqual([]);
  });

  it("names files and folders that there are", () => {
    const paths = [...text.matchAll(/`((?:src|test|knowledge|deploy|bench)\/[\w./-]*)`/g)].map(
      ([, to]) => to ?? "",
    );
    const real = paths.filter((to) => !/[A-Z]{4}/.test(to));
    expect(real.filter((to) => !existsSync(join(PROJECT_ROOT, to)))).toEqual([]);
  });

  it("keeps to plain words", () => {
    expect(text.replace(/```[\s\S]*?```|<!--.*?-->/g, "").match(/[^`!]!(?!\[)/g)).toBeNull();
  });
});

it("every page is to be found from the first one", () => {
  const index = pages.get(join("docs", "README.md")) ?? "";
  const named = DOCS.filter((path) => !path.endsWith("README.md")).map((path) => path.replace("docs/", ""));
  expect(named.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  expect(pages.get("README.md")).toContain("(docs/README.md)");
});

it("the metrics that the docs tell to watch are there", async () => {
  const page = pages.get(join("docs", "one-machine.md")) ?? "";
  const state = { platforms: {}, database: "ok", knowledge: { version: "1", roles: 1 } };
  const { body } = await createMetrics(async () => state).expose();
  const named = [...page.matchAll(/`((?:rolewise|nodejs|process)_[a-z0-9_]+)/g)].map(
    ([, name]) => name ?? "",
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !body.includes(`# TYPE ${name} `))).toEqual([]);
});
