import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot, type Kind } from "../bots/process.ts";
import { type Measured, paired } from "../measured/row.ts";
import { median } from "../measured/statistics.ts";
import type { Place, Platform } from "./platform.ts";

const ROUNDS = 9;
const QUESTIONS_A_ROUND = 500;
const WARM_UP = 500;

/** A bot and the local platform that asks it. */
class Subject {
  readonly name: string;
  readonly #place: Place;
  readonly #bot: Bot;
  readonly perSecond: number[] = [];
  readonly cpuMs: number[] = [];
  megabytes = Number.NaN;

  private constructor(name: string, place: Place, bot: Bot) {
    this.name = name;
    this.#place = place;
    this.#bot = bot;
  }

  static async start(name: string, kind: Kind, platform: Platform, env = {}): Promise<Subject> {
    const place = await platform.open();
    const bot = await Bot.start(kind, { ...place.env, ...env });
    await place.ask(WARM_UP);
    return new Subject(name, place, bot);
  }

  async round(): Promise<void> {
    const before = await this.#bot.usage();
    const begun = performance.now();
    await this.#place.ask(QUESTIONS_A_ROUND);
    this.perSecond.push((1_000 * QUESTIONS_A_ROUND) / (performance.now() - begun));
    const after = await this.#bot.usage();
    this.cpuMs.push((after.cpuMicros - before.cpuMicros) / 1_000 / QUESTIONS_A_ROUND);
    this.megabytes = after.megabytes;
  }

  async stop(): Promise<void> {
    await this.#bot.stop();
    await this.#place.close();
  }
}

/**
 * The whole bot beside a bare one that says the words back, and our adapter alone beside a bare one whose messages are as
 * large as ours. Round by round in turn, so that whatever else the machine does falls on all alike.
 */
export async function compareThroughput(platform: Platform): Promise<Measured> {
  const { name, client } = platform;
  const folder = await mkdtemp(join(tmpdir(), "rolewise-echo-"));
  try {
    const ECHO_FILE = join(folder, "echo.json");
    await writeFile(ECHO_FILE, await typicalAnswer(platform));
    const whole = await Subject.start("the whole bot", "whole", platform);
    const adapter = await Subject.start("our adapter alone", "adapter", platform);
    const words = await Subject.start(`bare ${client}, words`, "echo", platform);
    const large = await Subject.start(`bare ${client}, as large`, "echo", platform, { ECHO_FILE });
    const subjects = [words, whole, large, adapter];
    for (let round = 0; round < ROUNDS; round++) for (const subject of subjects) await subject.round();
    for (const each of subjects) {
      console.log(
        `${name}, ${each.name}: ${median(each.perSecond).toFixed(0)} answers/s, ${median(each.cpuMs).toFixed(2)} ms of CPU each, ${each.megabytes.toFixed(0)} MB`,
      );
      await each.stop();
    }
    const row = (ours: Subject, ...theirs: Subject[]) =>
      theirs.map((other) =>
        paired(`${name}, answers a second, ${ours.name}`, ours.perSecond, other.name, other.perSecond),
      );
    return { rows: [...row(whole, words, large), ...row(adapter, large)], notes: [] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As JSON: what an answer of the whole bot looks like on the platform. */
async function typicalAnswer(platform: Platform): Promise<string> {
  const place = await platform.open();
  const bot = await Bot.start("whole", place.env);
  await place.ask(1);
  const answer = JSON.stringify(place.lastAnswer());
  await bot.stop();
  await place.close();
  return answer;
}
