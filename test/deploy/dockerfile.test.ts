import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import { DockerfileParser, type Instruction, type ModifiableInstruction } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { VARIABLE_NAMES } from "../../src/config/variables.ts";
import { PROJECT_ROOT } from "../support/brain.ts";

const text = readFileSync(join(PROJECT_ROOT, "Dockerfile"), "utf8");
const file = DockerfileParser.parse(text);
const run = promisify(execFile);

const words = (one: Instruction) => one.getArguments().map((word) => word.getValue());
/** The instructions of each stage, without what stands before the first. */
const stages = file.getInstructions().reduce<Instruction[][]>((all, one) => {
  if (one.getKeyword() === "FROM") all.push([]);
  all.at(-1)?.push(one);
  return all;
}, []);
const [build = [], final = []] = stages;
const all = (stage: Instruction[], keyword: string) => stage.filter((one) => one.getKeyword() === keyword);
const one = (stage: Instruction[], keyword: string): Instruction => {
  const [found, ...more] = all(stage, keyword);
  if (found === undefined || more.length > 0) throw new Error(`not one ${keyword}`);
  return found;
};
/** The JSON form of a command. */
const command = (given: Instruction): string[] =>
  JSON.parse(/\[.*\]/s.exec(given.getArgumentsContent() ?? "")?.[0] ?? "null");

/** What a COPY takes, and from which stage. */
function copies(stage: Instruction[]): { from: string | undefined; sources: string[]; to: string }[] {
  return all(stage, "COPY").map((copy) => {
    const paths = words(copy).filter((word) => !word.startsWith("--"));
    const flags = (copy as ModifiableInstruction).getFlags();
    const from = flags.find((flag) => flag.getName() === "from")?.getValue() ?? undefined;
    return { from, sources: paths.slice(0, -1), to: paths.at(-1) ?? "" };
  });
}

describe("the Dockerfile", () => {
  it("is one, without a warning", () => {
    expect(validate(text)).toEqual([]);
  });

  it("builds in one stage and runs in another, both on the version of Node that the tests run on", () => {
    expect(stages).toHaveLength(2);
    const [argument = ""] = words(file.getInstructions()[0] as Instruction);
    expect(argument).toBe(`NODE=${process.versions.node.split(".")[0]}-bookworm-slim`);
    const images = stages.map((stage) => words(one(stage, "FROM"))[0]);
    expect(images.map((image) => image?.replace(/\W+/g, " ").trim())).toEqual(["node NODE", "node NODE"]);
  });

  it("installs without running anybody's scripts, and leaves what is for development behind", () => {
    const commands = all(build, "RUN").map((each) => each.getArgumentsContent() ?? "");
    expect(commands).toEqual([
      "npm ci --ignore-scripts",
      "npm run build && npm prune --omit=dev --ignore-scripts",
    ]);
  });

  it("copies what is there and what the build context holds", () => {
    const ignore = readFileSync(join(PROJECT_ROOT, ".dockerignore"), "utf8").split("\n");
    expect(ignore.find((line) => line !== "" && !line.startsWith("#"))).toBe("*");
    const fromContext = stages.flatMap((stage) =>
      copies(stage).flatMap(({ from, sources }) => (from === undefined ? sources : [])),
    );
    expect(fromContext.filter((path) => !existsSync(join(PROJECT_ROOT, path)))).toEqual([]);
    expect([...new Set(fromContext)].filter((path) => !ignore.includes(`!${path}`))).toEqual([]);
    expect(ignore.filter((line) => line.startsWith("!") && !fromContext.includes(line.slice(1)))).toEqual([]);
  });

  it("takes from the first stage only what that makes", () => {
    const taken = copies(final).filter(({ from }) => from !== undefined);
    expect(taken.map(({ from, sources }) => [from, ...sources])).toEqual([
      ["build", "/app/node_modules"],
      ["build", "/app/dist"],
    ]);
    expect(words(one(build, "WORKDIR"))).toEqual(["/app"]);
  });

  it("runs as nobody special, from the last step that needs root on", () => {
    expect(words(one(final, "USER"))).toEqual(["node"]);
    const keywords = final.map((each) => each.getKeyword());
    expect(keywords.lastIndexOf("RUN")).toBeLessThan(keywords.indexOf("USER"));
  });

  it("sets variables that there are, and no secret", () => {
    const names = all(final, "ENV").flatMap((each) => words(each).map((pair) => pair.split("=")[0] ?? ""));
    expect(
      names.filter((name) => name !== "NODE_ENV" && !VARIABLE_NAMES.some((ours) => ours === name)),
    ).toEqual([]);
    expect(names.filter((name) => /TOKEN|SECRET|KEY/.test(name))).toEqual([]);
    expect(words(one(final, "VOLUME"))).toEqual([posix.dirname("/data/rolewise.db")]);
  });

  it("starts the bot", () => {
    expect(command(one(final, "ENTRYPOINT"))).toEqual(["node", "bin/rolewise.js"]);
    expect(command(one(final, "CMD"))).toEqual(["start"]);
    expect(COMMANDS.has("start")).toBe(true);
  });

  it("is healthy while the process answers, on whatever address HEALTH_PORT names", async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/healthz" ? status : 404).end();
    });
    let status = 200;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const [program = "", ...given] = command(one(final, "HEALTHCHECK"));
    expect(program).toBe("node");
    const check = (address: string) =>
      run(process.execPath, given, { env: { HEALTH_PORT: address } }).then(
        () => 0,
        (error: { code: number }) => error.code,
      );
    try {
      expect(await check(String(port))).toBe(0);
      expect(await check(`0.0.0.0:${port}`)).toBe(0);
      status = 500;
      expect(await check(String(port))).toBe(1);
    } finally {
      server.close();
    }
    expect(await check(String(port))).toBe(1);
  });
});

describe("the image", () => {
  let root = "";

  /** The last stage as a folder: what it copies, and of the packages those that `npm prune --omit=dev` leaves. */
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "rolewise-image-"));
    for (const { from, sources, to } of copies(final)) {
      for (const source of sources) {
        const path = from === undefined ? source : source.replace("/app/", "");
        if (path === "node_modules") linkProductionPackages(join(root, to));
        else cpSync(join(PROJECT_ROOT, path), join(root, to === "./" ? path : to), { recursive: true });
      }
    }
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("answers with nothing but what is copied into it", async () => {
    const [, ...entry] = command(one(final, "ENTRYPOINT"));
    // So that a package finds what it needs beside it in the image, and not in the project.
    const env = { NODE_OPTIONS: "--preserve-symlinks", NODE_ENV: "production" };
    const { stdout } = await run(
      process.execPath,
      ["--preserve-symlinks-main", ...entry, "ask", "--json", "what does a data engineer earn"],
      { cwd: root, env },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "answered",
      question: { intent: "lookup", roles: ["data-engineer"], topics: ["salary"] },
    });
  });

  it("finds all that a bot on both platforms loads", async () => {
    const script = `
      await import("./dist/adapters/slack/start.js");
      await import("./dist/adapters/discord/start.js");
      await import("./dist/operations/metrics.js");
      await import("./dist/storage/sqlite/open.js");
      await import("./dist/storage/postgres/open.js");
      await import("./dist/openings/open-openings.js");
      console.log("all there");`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
      cwd: root,
      env: { NODE_OPTIONS: "--preserve-symlinks" },
    });
    expect(stdout).toBe("all there\n");
  });

  it("holds no source, no test and no secret", () => {
    const names = readdirSync(root);
    expect(names.sort()).toEqual(["LICENSE", "bin", "dist", "knowledge", "node_modules", "package.json"]);
  });
});

function linkProductionPackages(target: string): void {
  const { packages } = JSON.parse(readFileSync(join(PROJECT_ROOT, "package-lock.json"), "utf8"));
  for (const [path, { dev }] of Object.entries<{ dev?: boolean }>(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined || dev || !existsSync(join(PROJECT_ROOT, path))) continue;
    mkdirSync(dirname(join(target, name)), { recursive: true });
    symlinkSync(join(PROJECT_ROOT, path), join(target, name));
  }
}
