/**
 * What Rolewise costs on Slack beside a bare Bolt echo bot in the same run, and whether a burst survives faults.
 *
 *   npm run build && npx tsc -p tsconfig.json --noEmit false --outDir dist/bench; node dist/bench/bench/slack.js
 *
 * Each bot runs in a process of its own (bench/slack-bot.mjs) against the local Slack of test/support in this one.
 * `adapter` is Rolewise with each wording understood once; `echo` answers with the words alone, `echo-blocks` with a message as large as an answer of ours.
 */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { APP_TOKEN, SlackServer } from "../test/support/slack-server/server.ts";

const ROUNDS = 3;
const MESSAGES = 600;
const IN_FLIGHT = 32;
const CHANNELS = 40;
const QUESTIONS = [
  "what does a data engineer do",
  "compare a data scientist and a data engineer",
  "what tools does a machine learning engineer use",
  "how much does a data analyst earn",
  "how do I get from data analyst to data scientist",
];
type Kind = "rolewise" | "adapter" | "echo" | "echo-blocks";

async function world(): Promise<SlackServer> {
  const slack = await SlackServer.start();
  slack.world.addWorkspace("T1");
  for (let at = 0; at < CHANNELS; at++) slack.world.addChannel({ id: `C${at}`, teamId: "T1" });
  return slack;
}

function told<T>(bot: ChildProcess, what?: string): Promise<T> {
  const answer = new Promise<T>((resolve, reject) => {
    bot.once("message", (message) => resolve(message as T));
    bot.once("exit", (code) => reject(new Error(`the bot ended with ${code}`)));
  });
  if (what !== undefined) bot.send(what);
  return answer;
}

async function startBot(kind: Kind, slack: SlackServer, blocksFile: string): Promise<ChildProcess> {
  const env = { ...process.env, ECHO_BLOCKS: blocksFile };
  const bot = fork("bench/slack-bot.mjs", [kind, slack.apiUrl, "xoxb-T1-bot", APP_TOKEN], { env });
  await told(bot);
  return bot;
}

async function stopBot(bot: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => bot.once("exit", resolve));
  bot.send("stop");
  await ended;
}

/** Asks `count` questions with a fixed number in flight; resolves when all are answered. */
async function ask(slack: SlackServer, count: number): Promise<void> {
  const until = slack.world.posts.length + count;
  let at = 0;
  const one = async (): Promise<void> => {
    while (at < count) {
      const n = at++;
      const before = slack.world.messages.length;
      const { ts } = await slack.people.mention(
        `C${n % CHANNELS}`,
        `U${n}`,
        QUESTIONS[n % QUESTIONS.length] ?? "",
      );
      while (!slack.world.messages.slice(before).some(({ thread, byBot }) => byBot && thread === ts))
        await delay(1);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  if (slack.world.posts.length < until) throw new Error("some questions were not answered");
}

interface Measure {
  perSecond: number;
  cpuMs: number;
  rssMb: number;
}

async function measure(kind: Kind, blocksFile: string): Promise<Measure> {
  const slack = await world();
  const bot = await startBot(kind, slack, blocksFile);
  await ask(slack, 100);
  bot.send("reset");
  const begun = performance.now();
  await ask(slack, MESSAGES);
  const seconds = (performance.now() - begun) / 1_000;
  const { cpu, rss } = await told<{ cpu: NodeJS.CpuUsage; rss: number }>(bot, "usage");
  await stopBot(bot);
  await slack.close();
  return {
    perSecond: MESSAGES / seconds,
    cpuMs: (cpu.user + cpu.system) / 1_000 / MESSAGES,
    rssMb: rss / 2 ** 20,
  };
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** A typical answer of ours, taken from Slack's side. */
async function typicalBlocks(): Promise<string> {
  const slack = await world();
  const bot = await startBot("rolewise", slack, "");
  await ask(slack, QUESTIONS.length);
  const sizes = slack.world.posts.toSorted(
    (a, b) => JSON.stringify(a.blocks).length - JSON.stringify(b.blocks).length,
  );
  const middle = sizes[Math.floor(sizes.length / 2)]?.blocks ?? [];
  const file = join(await mkdtemp(join(tmpdir(), "rolewise-bench-")), "blocks.json");
  await writeFile(file, JSON.stringify(middle));
  await stopBot(bot);
  await slack.close();
  console.log(`a typical answer: ${middle.length} blocks, ${JSON.stringify(middle).length} characters`);
  return file;
}

async function throughput(): Promise<void> {
  const blocksFile = await typicalBlocks();
  const kinds: Kind[] = ["rolewise", "adapter", "echo", "echo-blocks"];
  const measured = new Map<Kind, Measure[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of kinds) measured.get(kind)?.push(await measure(kind, blocksFile));
  const rate = (kind: Kind) => median((measured.get(kind) ?? []).map(({ perSecond }) => perSecond));
  for (const kind of kinds) {
    const all = measured.get(kind) ?? [];
    const cpu = median(all.map(({ cpuMs }) => cpuMs));
    const rss = median(all.map(({ rssMb }) => rssMb));
    console.log(
      `${kind.padEnd(12)} ${rate(kind).toFixed(0).padStart(5)} answers/s  ${cpu.toFixed(2)} ms CPU each  ${rss.toFixed(0)} MB  (rolewise / this: ${(rate("rolewise") / rate(kind)).toFixed(2)}, adapter / this: ${(rate("adapter") / rate(kind)).toFixed(2)})`,
    );
  }
}

async function faults(): Promise<void> {
  const slack = await world();
  const bot = await startBot("rolewise", slack, "");
  const { people, socket, acks } = slack;
  const asked: string[] = [];
  const sent: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let at = 0; at < 500; at++) {
    if (at === 150) people.doubled = true;
    if (at === 250) socket.drop();
    if (at === 300)
      for (let n = 0; n < 10; n++)
        slack.faults.plan("chat.postMessage", { kind: "rate-limited", retryAfter: 1 });
    if (at === 400) people.doubled = false;
    const question = people.mention(`C${at % CHANNELS}`, `U${at}`, QUESTIONS[at % QUESTIONS.length] ?? "");
    sent.push(question.then(({ ts }) => asked.push(ts)));
    await delay(Math.max(0, begun + (at + 1) * 20 - performance.now()));
  }
  await Promise.all(sent);
  for (let waited = 0; slack.world.posts.length < 500 && waited < 20_000; waited += 50) await delay(50);
  await delay(1_000);
  const threads = slack.world.posts.map(({ thread }) => thread);
  const roots = slack.world.posts.filter(({ text }) => !text.includes("(continued"));
  const lost = asked.filter((ts) => !threads.includes(ts)).length;
  const twice = roots.length - new Set(roots.map(({ thread }) => thread)).size;
  const times = acks.times.toSorted((a, b) => a - b);
  const p = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(0);
  console.log(
    `500 mentions at 50/s, a dropped socket, ten 429s, 250 doubled: ${roots.length} answers, ${lost} lost, ${twice} twice; ` +
      `${times.length} acknowledgements, p50 ${p(0.5)} ms, p99 ${p(0.99)} ms, longest ${p(0.9999)} ms; late: ${acks.violations.length}`,
  );
  await stopBot(bot);
  await slack.close();
}

console.log(`node ${process.version}, ${cpus().length} cores`);
await throughput();
await faults();
