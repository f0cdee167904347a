import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";

/** One import of a source file. Paths are relative to the project, with forward slashes. */
export interface Import {
  from: string;
  /** A path inside the project, or the name as written where it is a package. */
  to: string;
}

const NAME = String.raw`["']([^"'\s]+)["']`;
const FORMS = [
  String.raw`(?:^|;)\s*(?:import|export)\b[^"'();]*?\bfrom\s*${NAME}`,
  String.raw`(?:^|;)\s*import\s*${NAME}`,
  String.raw`\b(?:import|require|require\.resolve)\s*\(\s*${NAME}`,
].map((form) => new RegExp(form, "gm"));

/** Every import of a source text: static, re-exported, dynamic, for its types alone, or by `require`. */
export function importsOf(file: string, text: string): Import[] {
  const code = withoutComments(text);
  return FORMS.flatMap((form) => [...code.matchAll(form)]).map(([, name = ""]) => ({
    from: file,
    to: name.startsWith(".") ? posix.join(posix.dirname(file), name) : name,
  }));
}

/** Every TypeScript file under a folder of the project with its text. */
export async function sourceFiles(root: string, folder: string): Promise<Map<string, string>> {
  const names = (await readdir(join(root, folder), { recursive: true })).filter((name) =>
    name.endsWith(".ts"),
  );
  return new Map(
    await Promise.all(
      names.sort().map(async (name) => {
        const file = posix.join(folder, name.replaceAll("\\", "/"));
        return [file, await readFile(join(root, file), "utf8")] as const;
      }),
    ),
  );
}

/** A comment may name what the code must not use. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");
}
