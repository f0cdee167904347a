import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../support/brain.ts";

interface Package {
  name: string;
  version: string;
  licence: string;
  installScripts: string[];
}

const licences = (...flags: string[]) =>
  execFileSync(process.execPath, [join(PROJECT_ROOT, "scripts", "licences.mjs"), ...flags], {
    encoding: "utf8",
  });
const packages: Package[] = JSON.parse(licences("--json"));
const read = (name: string) => readFile(join(PROJECT_ROOT, name), "utf8");

/** Licences that ask for no more than to be named. */
const PERMISSIVE = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

describe("what a running bot consists of", () => {
  it("runs nothing when it is installed", () => {
    expect(packages.filter(({ installScripts }) => installScripts.length > 0)).toEqual([]);
  });

  it("is under licences that let anybody run and change it", () => {
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(({ licence }) => !PERMISSIVE.includes(licence))).toEqual([]);
  });

  it("is locked by its contents, and to no registry", async () => {
    const { packages: locked } = JSON.parse(await read("package-lock.json"));
    const entries = Object.entries<{ integrity?: string; resolved?: string; link?: boolean }>(locked).filter(
      ([path]) => path !== "",
    );
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it("is listed with its licences by a script", () => {
    const table = licences();
    expect(table).toMatch(/^\| discord\.js \| 14\.[\d.]+ \| Apache-2\.0 \|$/m);
    expect(table).not.toContain("unknown");
  });
});

it("the README gives a reason for every direct dependency, and names none that is gone", async () => {
  const { dependencies, devDependencies } = JSON.parse(await read("package.json"));
  const [, section = ""] = (await read("README.md")).split("## Direct dependencies");
  const rows = [...section.matchAll(/^\| (`[^|]+`) \| ([^|]+) \|$/gm)];
  const named = rows.flatMap(([, names = ""]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(Object.keys(dependencies).filter((name) => !named.includes(name))).toEqual([]);
  expect(
    named.filter((name) => name !== undefined && !(name in dependencies || name in devDependencies)),
  ).toEqual([]);
  for (const [, , reason = ""] of rows) expect(reason.length).toBeGreaterThan(15);
});
