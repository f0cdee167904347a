import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface Compiled {
  /** The JavaScript of test/storage/children/NAME.ts. */
  script(name: string): string;
  remove(): Promise<void>;
}

/**
 * Compiles the storage as it is now, with the programs of `children`, for processes of their own: Node 20 runs no
 * TypeScript, and dist/ may be older than the sources. Below node_modules, where the compiled files find their packages.
 */
export async function compileChildren(): Promise<Compiled> {
  const cache = join(ROOT, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "rolewise-storage-"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  const config = {
    extends: join(ROOT, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      rootDir: ROOT,
      outDir: folder,
      typeRoots: [join(ROOT, "node_modules/@types")],
    },
    include: [join(ROOT, "src/storage"), join(ROOT, "test/storage/children")],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  const script = (name: string) => join(folder, "test/storage/children", `${name}.js`);
  if (!existsSync(script("writer"))) throw new Error(`the children did not compile:\n${stdout}`);
  return { script, remove: () => rm(folder, { recursive: true, force: true }) };
}
