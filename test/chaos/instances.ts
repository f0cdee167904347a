import { Bin } from "../cli/bin.ts";

const START_MS = 60_000;
const STOP_MS = 20_000;
const INSTANCES = 2;

/** Several processes of the built bot with the same configuration. */
export class Instances {
  readonly #env: Readonly<Record<string, string>>;
  readonly #running: Bin[] = [];
  /** What the bots that have ended wrote to standard error. */
  #written = "";

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
  }

  async start(): Promise<void> {
    for (let at = 0; at < INSTANCES; at++) this.#running.push(await this.#startOne());
  }

  /** `kill -9`. Resolves when the process is gone, before another takes its place. */
  async kill(at: number): Promise<void> {
    const [bin] = this.#running.splice(at, 1);
    if (bin === undefined) throw new Error(`no instance ${at}`);
    bin.child.kill("SIGKILL");
    this.#written += (await bin.ended).stderr;
  }

  async replace(): Promise<void> {
    this.#running.push(await this.#startOne());
  }

  /** Ends all in good order; the exit codes. */
  async stop(): Promise<(number | null)[]> {
    return Promise.all(
      this.#running.map(async (bin) => {
        bin.child.kill("SIGTERM");
        const hangs = setTimeout(() => bin.child.kill("SIGKILL"), STOP_MS);
        return (await bin.ended.finally(() => clearTimeout(hangs))).code;
      }),
    );
  }

  /** Whether every instance that nobody killed is alive. */
  get alive(): boolean {
    return this.#running.every(({ child }) => child.exitCode === null && child.signalCode === null);
  }

  /** How often each message was logged, as a warning or worse. */
  logged(): Map<string, number> {
    const written = this.#written + this.#running.map(({ stderr }) => stderr).join("");
    const times = new Map<string, number>();
    for (const text of written.split("\n")) {
      const message = /^\{"level":[456]0.*"msg":"([^"]*)"/.exec(text)?.[1];
      if (message !== undefined) times.set(message, (times.get(message) ?? 0) + 1);
    }
    return times;
  }

  async #startOne(): Promise<Bin> {
    const bin = new Bin(["start"], this.#env);
    await bin.until("the bot", ({ stderr }) => stderr.includes("Rolewise is running"), START_MS);
    return bin;
  }
}
