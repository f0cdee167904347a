import { writeFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import type { Problem } from "../../src/knowledge/problem.ts";
import { type WatchOptions, watchKnowledge } from "../../src/knowledge/watch.ts";
import { sampleTexts, spoil, writeTexts } from "./sample.ts";

const MAKER = "roles/kite-maker.md";
/** Longer than the pause that ends a change. */
const QUIET_MS = 700;

const named = (name: string) =>
  spoil(sampleTexts(), MAKER, "name: Kite maker", `name: ${name}`).get(MAKER) ?? "";

describe("a watched knowledge folder", () => {
  let folder: string;
  let stop: AbortController;
  let loaded: Knowledge[];
  let refused: (readonly Problem[])[];
  beforeEach(async () => {
    folder = await writeTexts(sampleTexts());
    stop = new AbortController();
    loaded = [];
    refused = [];
  });
  afterEach(async () => {
    stop.abort();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (more: Partial<WatchOptions> = {}) =>
    watchKnowledge({
      folder,
      onLoad: (knowledge) => void loaded.push(knowledge),
      onRefused: (problems) => void refused.push(problems),
      signal: stop.signal,
      ...more,
    });
  const until = async (what: () => boolean) => {
    const end = Date.now() + 10_000;
    while (!what()) {
      if (Date.now() > end)
        throw new Error(`waited in vain: ${loaded.length} loaded, ${refused.length} refused`);
      await sleep(20);
    }
  };
  const lastName = () => loaded.at(-1)?.roles.get("kite-maker")?.name;

  it("is handed over whole when a file changes", async () => {
    await start();
    await writeFile(join(folder, MAKER), named("Kite builder"));
    await until(() => loaded.length > 0);
    expect(lastName()).toBe("Kite builder");
    expect(loaded[0]?.roles.size).toBe(2);
    expect(refused).toEqual([]);
  });

  it("sees the file that an editor puts in the place of the old one, again and again", async () => {
    await start();
    for (const name of ["Kite builder", "Kite sewer", "Kite smith"]) {
      await writeFile(join(folder, "roles/.kite-maker.md.swp"), named(name));
      await rename(join(folder, "roles/.kite-maker.md.swp"), join(folder, MAKER));
      await until(() => lastName() === name);
    }
  });

  it("sees a folder of roles that is put in the place of the old one", async () => {
    await start();
    const other = await writeTexts(
      new Map([
        [MAKER, named("Kite builder")],
        ["roles/kite-pilot.md", sampleTexts().get("roles/kite-pilot.md") ?? ""],
      ]),
    );
    await rename(join(folder, "roles"), join(folder, "old"));
    await rename(join(other, "roles"), join(folder, "roles"));
    await until(() => lastName() === "Kite builder");
    await writeFile(join(folder, MAKER), named("Kite smith"));
    await until(() => lastName() === "Kite smith");
    await rm(other, { recursive: true });
  });

  it("is refused with every problem where a file is not right, once, and taken when it is mended", async () => {
    await start();
    await writeFile(join(folder, MAKER), named("Kite builder").replace("level: mid", "level: high"));
    await until(() => refused.length > 0);
    expect(refused[0]).toEqual([expect.objectContaining({ file: MAKER, line: 6 })]);
    await writeFile(join(folder, "notes.txt"), "no part of the knowledge base");
    await sleep(QUIET_MS);
    expect([loaded.length, refused.length]).toEqual([0, 1]);
    await writeFile(join(folder, MAKER), named("Kite builder"));
    await until(() => loaded.length > 0);
    expect(lastName()).toBe("Kite builder");
  });

  it("does nothing where the texts are as they were", async () => {
    await start();
    await writeFile(join(folder, MAKER), sampleTexts().get(MAKER) ?? "");
    await mkdir(join(folder, "examples"));
    await sleep(QUIET_MS);
    expect([loaded, refused]).toEqual([[], []]);
  });

  it("takes many changes in quick succession for one", async () => {
    await start();
    // At once, or a busy machine would stretch them over more than one settling.
    for (let n = 0; n < 10; n++) writeFileSync(join(folder, MAKER), named(`Kite maker ${n}`));
    await until(() => loaded.length > 0);
    await sleep(QUIET_MS);
    expect(loaded).toHaveLength(1);
    expect(lastName()).toBe("Kite maker 9");
  });

  it("catches up with what changed between the load in use and the start of the watch", async () => {
    const { version } = await loadKnowledge(folder);
    await writeFile(join(folder, MAKER), named("Kite builder"));
    await start({ version });
    await until(() => lastName() === "Kite builder");
  });

  it("is awaited where it is not there, and taken when it comes", async () => {
    await start();
    await rename(folder, `${folder}-away`);
    await until(() => refused.length > 0);
    await rename(`${folder}-away`, folder);
    await writeFile(join(folder, MAKER), named("Kite builder"));
    await until(() => lastName() === "Kite builder");
  });

  it("is left alone after the end", async () => {
    const { reload } = await start();
    stop.abort();
    await writeFile(join(folder, MAKER), named("Kite builder"));
    await sleep(QUIET_MS);
    expect(await reload()).toBe("unchanged");
    expect(loaded).toEqual([]);
  });
});

describe("a reload on demand", () => {
  it("says what became of the files, and repeats the problems to whoever asks again", async () => {
    const folder = await writeTexts(sampleTexts());
    const loaded: string[] = [];
    const refused: string[] = [];
    const { reload } = await watchKnowledge({
      folder,
      onDemandOnly: true,
      onLoad: (knowledge) => void loaded.push(knowledge.roles.get("kite-maker")?.name ?? ""),
      onRefused: (problems) => void refused.push(`${problems[0]?.file}:${problems[0]?.line}`),
      signal: new AbortController().signal,
    });
    expect(await reload()).toBe("unchanged");
    await writeFile(join(folder, MAKER), named("Kite builder"));
    await sleep(QUIET_MS);
    expect(loaded).toEqual([]);
    expect(await reload()).toBe("loaded");
    await writeFile(join(folder, MAKER), "nothing");
    expect([await reload(), await reload()]).toEqual(["refused", "refused"]);
    await writeFile(join(folder, MAKER), named("Kite builder"));
    expect(await reload()).toBe("unchanged");
    expect(loaded).toEqual(["Kite builder"]);
    expect(refused).toEqual([`${MAKER}:1`, `${MAKER}:1`]);
    await rm(folder, { recursive: true });
  });

  it("keeps the old base where the new one cannot be taken over, and tries again when asked", async () => {
    const folder = await writeTexts(sampleTexts());
    const refused: string[] = [];
    let fails = true;
    const { reload } = await watchKnowledge({
      folder,
      onDemandOnly: true,
      onLoad: () => {
        if (fails) throw new Error("no room");
      },
      onRefused: (problems) => void refused.push(problems[0]?.message ?? ""),
      signal: new AbortController().signal,
    });
    await writeFile(join(folder, MAKER), named("Kite builder"));
    expect(await reload()).toBe("refused");
    fails = false;
    expect(await reload()).toBe("loaded");
    expect(refused).toEqual(["the files could not be taken over: no room"]);
    await rm(folder, { recursive: true });
  });
});
