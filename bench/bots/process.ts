import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECT_ROOT } from "../../test/support/brain.ts";

/** The whole bot as `rolewise start` runs it, over a database file of its own; or one of bot.ts. */
export type Kind = "whole" | "adapter" | "echo";

export interface Usage {
  cpuMicros: number;
  megabytes: number;
}

const STARTS_WITHIN_MS = 60_000;

/** A bot in a process of its own. */
export class Bot {
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
  }

  /** Resolves when it is connected. `env` names the platforms, as environmentOf gives them. */
  static async start(kind: Kind, env: Readonly<Record<string, string>>): Promise<Bot> {
    const folder = await mkdtemp(join(tmpdir(), "rolewise-bot-"));
    const [entry, argument] =
      kind === "whole"
        ? [join(PROJECT_ROOT, "bin", "rolewise.js"), "start"]
        : [fileURLToPath(new URL("bot.js", import.meta.url)), kind];
    const child = fork(entry, [argument], {
      cwd: folder,
      env: { PATH: process.env.PATH, DATABASE_URL: join(folder, "rolewise.db"), ...env },
      execArgv: ["--import", new URL("usage.js", import.meta.url).href],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const bot = new Bot(child, folder);
    try {
      await bot.#running();
    } catch (error) {
      child.kill("SIGKILL");
      await rm(folder, { recursive: true });
      throw error;
    }
    return bot;
  }

  async usage(): Promise<Usage> {
    this.#child.send("usage");
    const [usage] = await once(this.#child, "message");
    return usage;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    await ended;
    await rm(this.#folder, { recursive: true });
  }

  #running(): Promise<void> {
    return new Promise((resolve, reject) => {
      let said = "";
      const fail = (why: string) => reject(new Error(`the bot ${why}:\n${said}`));
      const late = setTimeout(() => fail("did not start in time"), STARTS_WITHIN_MS);
      this.#child.once("exit", (code) => fail(`ended with ${code}`));
      // Read to the end, so that it never waits for its own log.
      this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-10_000);
        if (!said.includes("is running")) return;
        clearTimeout(late);
        resolve();
      });
    });
  }
}
