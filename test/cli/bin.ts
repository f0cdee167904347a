import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { PROJECT_ROOT } from "../support/brain.ts";

const BIN = join(PROJECT_ROOT, "bin", "rolewise.js");

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A running `rolewise`, in an empty folder and with no more of the environment than Node needs. */
export class Bin {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  stdout = "";
  stderr = "";

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const folder = mkdtempSync(join(tmpdir(), "rolewise-cli-"));
    this.child = spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? "", HOME: folder, ...env },
    });
    this.child.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.stdout += text;
    });
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    this.ended = new Promise((resolve) =>
      this.child.once("close", (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr })),
    );
    onTestFinished(async () => {
      if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill("SIGKILL");
      await this.ended;
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** Writes everything, ends the input and waits for the end. */
  async feed(input: string): Promise<Ended> {
    // A process that ends early closes the pipe, which is no fault of the test.
    this.child.stdin.on("error", () => undefined);
    this.child.stdin.end(input);
    return this.ended;
  }

  /** Waits until `check` holds of what has been written so far. */
  async until(
    what: string,
    check: (so: { stdout: string; stderr: string }) => boolean,
    ms = 20_000,
  ): Promise<void> {
    const end = Date.now() + ms;
    while (!check(this)) {
      if (Date.now() > end || this.child.exitCode !== null)
        throw new Error(
          `waited in vain for ${what}; exit ${this.child.exitCode}\n${this.stdout}\n${this.stderr}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Runs one command to its end. */
export function rolewise(
  args: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  return new Bin(args, env).feed(input);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
