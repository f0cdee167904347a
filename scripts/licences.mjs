// Prints every package that a running Rolewise consists of, with its version and licence, as a Markdown table.
// Use: npm run --silent licences [-- --json]; as JSON also with the scripts that a package would run when it is installed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The packages of the lockfile that are not for development alone. Binaries for other machines are not installed here. */
function productionPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== "" && !dev)
    .map(([path, locked]) => {
      const folder = join(ROOT, path);
      const manifest = existsSync(join(folder, "package.json"))
        ? JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
        : undefined;
      return {
        name: path.replace(/^.*node_modules\//, ""),
        version: locked.version,
        licence: locked.license ?? stated(manifest) ?? written(folder) ?? "unknown",
        installScripts: Object.keys(manifest?.scripts ?? {}).filter((name) =>
          ["preinstall", "install", "postinstall"].includes(name),
        ),
      };
    });
}

/** As old manifests say it. */
function stated(manifest) {
  const licence = manifest?.license ?? manifest?.licenses?.[0];
  return typeof licence === "object" ? licence.type : licence;
}

/** By the words of the licence itself, where the manifest names none. */
function written(folder) {
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8");
  return /permission is hereby granted, free of charge, to any person/i.test(text.replace(/\s+/g, " "))
    ? "MIT"
    : undefined;
}

const packages = productionPackages().sort((a, b) => (a.name < b.name ? -1 : 1));
if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify(packages)}\n`);
} else {
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  process.stdout.write(
    `| package | version | licence |\n| --- | --- | --- |\n${[...new Set(rows)].join("\n")}\n`,
  );
}
