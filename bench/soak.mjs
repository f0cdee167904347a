// A long run through the conversation layer: does memory stay flat, and is every listener and timer let go?
//
//   npm run soak                       200,000 messages: a quarter of an hour of one core
//   node bench/soak.mjs [--messages 200000] [--seed 1] [--warm-up 0.25] [--json]      (after npm run build)
//
// Everything below the adapters is real: knowledge, models, sentence encoder, job feed, profiles, misses; the storage is
// the one in memory, so that whatever is not let go shows in the heap. A clock of its own passes 50 ms a message, so that
// claims, talks and evidence expire as they would in hours. Exit code 1 where memory grows by more than a tenth after
// the warm-up, where a listener or timer is left, or where any message meets a fault.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { loadBrain } from "../dist/cli/load-brain.js";
import { createConversations } from "../dist/conversations/create-conversations.js";
import { openOpenings } from "../dist/openings/open-openings.js";
import { openMemoryStorage } from "../dist/storage/in-memory/open.js";
import { seededRandom } from "../dist/understanding/classifier/random.js";

const { values: options } = parseArgs({
  options: {
    messages: { type: "string", default: "200000" },
    seed: { type: "string", default: "1" },
    // The share of the messages after which memory should be flat.
    "warm-up": { type: "string", default: "0.25" },
    json: { type: "boolean", default: false },
  },
});
const MESSAGES = Number(options.messages);
const GROWTH_ALLOWED = 0.1;
const CHECKPOINTS = 20;
const WARM_UP = Math.ceil(CHECKPOINTS * Number(options["warm-up"]));
const MS_A_MESSAGE = 50;
const SWEEP_EVERY_MS = 5 * 60_000;
const PEOPLE = 400;
const CHANNELS = 40;

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc");
const random = seededRandom(Number(options.seed));
const pick = (list) => list[Math.floor(random() * list.length)];
const warnings = [];
process.on("warning", (warning) => warnings.push(`${warning.name}: ${warning.message}`));

let now = Date.parse("2026-11-24T00:00:00Z");
const clock = () => now;
const storage = openMemoryStorage({ now: clock });
const log = { info() {}, warn() {} };
const openings = openOpenings({ feeds: [path("test/openings/feeds/jobs.jsonld")], now: clock, random, log });
await openings.ready;
const brain = await loadBrain(path("knowledge"), openings);
const faults = new Map();
let ids = 0;
const conversations = createConversations({
  brain: () => brain,
  storage,
  keepMisses: true,
  now: clock,
  newId: () => String(++ids),
  onFault: (error) =>
    count(faults, error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
});

const roleNames = [...brain.knowledge.roles.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
const texts = [...examples(), ...noise(500)];
const STORIES = [
  "I'm a BI analyst with 3 years of SQL and Power BI, I want to be a data engineer",
  "I know Python 3/5 and some Spark, 6 hours a week, based in Berlin",
  "what should I learn next?",
  "how far am I from data engineer?",
  "make me a plan",
  "done with the first step",
  "which role suits me?",
  "am I ready for interviews as an ML engineer?",
  "show my data",
  "remember me",
  "forget me",
  "yes",
  "no",
  "add dbt",
];
const TURNS = [
  "and the salary?",
  "what about a manager?",
  "why?",
  "the second one",
  "only remote ones",
  "more",
  "thx",
  "in Berlin",
  "compare them",
];

/** What people do, by how often in a thousand. */
const DOINGS = [
  [400, "ask plainly", say(plainQuestion)],
  [220, "ask in their own way", say(() => pick(texts))],
  [120, "ask on", say(() => pick(TURNS))],
  [90, "tell of themselves", say(() => pick(STORIES), { channelId: undefined })],
  [60, "press", press],
  [40, "write twice", twice],
  [25, "edit", edit],
  [20, "rate", rate],
  [
    10,
    "show a post",
    (place) => conversations.explainPost(place, `${pick(texts)}\n${pick(texts)}\n$90k-120k`),
  ],
  [5, "ask why", (place) => conversations.explainLast(place)],
  [
    5,
    "fill the form",
    (place) => conversations.submitProfile(place, { target: "data engineer", skills: "sql 3, python 2" }),
  ],
  [5, "type", async () => conversations.suggestRoles(pick(["da", "ml en", "hea", ""]), 25)],
];
const done = new Map();
/** The last replies, so that there are buttons to press. */
const replies = [];

const checkpoints = [];
let sweepAt = now + SWEEP_EVERY_MS;
const began = performance.now();
for (let n = 1; n <= MESSAGES; n++) {
  now += MS_A_MESSAGE;
  if (now >= sweepAt) {
    await storage.sweep();
    sweepAt = now + SWEEP_EVERY_MS;
  }
  const [, name, doing] = draw();
  const reply = await doing(somewhere(), n);
  if (reply?.answer) replies[n % 50] = reply;
  count(done, name);
  if (n % Math.ceil(MESSAGES / CHECKPOINTS) === 0 || n === MESSAGES) checkpoints.push(await measure(n));
}
report();

function draw() {
  let at = random() * 1000;
  for (const doing of DOINGS) {
    at -= doing[0];
    if (at < 0) return doing;
  }
  return DOINGS[0];
}

function somewhere() {
  const userId = `U${Math.floor(random() * PEOPLE)}`;
  const kind = random();
  const platform = random() < 0.5 ? "slack" : "discord";
  const place = { platform, workspaceId: "W1", userId };
  if (kind < 0.3) return { ...place, channelId: `D-${userId}` };
  const channelId = `C${Math.floor(random() * CHANNELS)}`;
  return kind < 0.5
    ? { ...place, channelId, threadId: `T${Math.floor(random() * 200)}` }
    : { ...place, channelId };
}

function messageAt(place, n, text) {
  const direct = place.channelId.startsWith("D-");
  return {
    ...place,
    messageId: `m${n}`,
    text,
    addressed: direct ? "direct" : place.threadId ? "thread" : "mention",
    audience: direct ? "private" : "public",
  };
}

function say(textOf, { channelId } = { channelId: "any" }) {
  return (place, n) => {
    const where =
      channelId === undefined ? { ...place, channelId: `D-${place.userId}`, threadId: undefined } : place;
    return conversations.receive(messageAt(where, n, textOf()));
  };
}

async function twice(place, n) {
  const message = messageAt(place, n, pick(texts));
  const [one, other] = await Promise.all([conversations.receive(message), conversations.receive(message)]);
  if ((one === undefined) === (other === undefined))
    count(faults, "a message that came twice was not answered once");
  return one ?? other;
}

async function edit(place, n) {
  const message = messageAt(place, n, pick(texts));
  await conversations.receive(message);
  return conversations.reconsider({ ...message, text: pick(texts) });
}

async function press(place) {
  const reply = pick(replies.filter(Boolean)) ?? {};
  const action = reply.buttons?.length ? pick(reply.buttons).action : undefined;
  if (action) return conversations.pressAction(place, action);
  const next = pick(reply.answer?.followUps ?? []);
  const audience = place.channelId.startsWith("D-") ? "private" : "public";
  return next && conversations.press({ ...place, question: next.question, audience });
}

async function rate(place) {
  const reply = pick(replies.filter(Boolean));
  if (reply)
    await conversations.takeFeedback(place, reply.question, pick(["helpful", "wrong-topic", "outdated"]));
}

/** What is held after everything that can go has gone. */
async function measure(n) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await storage.sweep();
  collectGarbage();
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  const resources = process
    .getActiveResourcesInfo()
    .filter((kind) => kind !== "TTYWrap" && kind !== "PipeWrap");
  return { messages: n, bytes: heapUsed + external, rss, listeners, resources: resources.length };
}

function report() {
  const after = checkpoints.slice(WARM_UP - 1);
  const mean = (list) => list.reduce((sum, { bytes }) => sum + bytes, 0) / list.length;
  const third = Math.max(1, Math.floor(after.length / 3));
  const growth = mean(after.slice(-third)) / mean(after.slice(0, third)) - 1;
  const [first, last] = [after[0], after.at(-1)];
  const problems = [
    ...(growth > GROWTH_ALLOWED ? [`memory grew by ${percent(growth)}`] : []),
    ...(last.listeners > first.listeners ? [`${last.listeners - first.listeners} listeners were left`] : []),
    ...(last.resources > first.resources
      ? [`${last.resources - first.resources} timers or handles were left`]
      : []),
    ...[...faults].map(([fault, times]) => `${times} × ${fault}`),
    ...new Set(warnings),
  ];
  const seconds = (performance.now() - began) / 1000;
  const summary = {
    messages: MESSAGES,
    seed: Number(options.seed),
    seconds: Math.round(seconds),
    simulatedMinutes: Math.round((MESSAGES * MS_A_MESSAGE) / 60_000),
    doings: Object.fromEntries(done),
    warmMB: megabytes(mean(after.slice(0, third))),
    endMB: megabytes(mean(after.slice(-third))),
    growth: Number(growth.toFixed(4)),
    rssMB: megabytes(last.rss),
    listeners: [first.listeners, last.listeners],
    resources: [first.resources, last.resources],
    problems,
  };
  if (options.json) console.log(JSON.stringify(summary));
  else {
    console.log(
      `${MESSAGES.toLocaleString("en-US")} messages in ${summary.seconds} s (${summary.simulatedMinutes} min of the bot's own clock), seed ${summary.seed}`,
    );
    console.log("messages    heap and external, MB    resident, MB    listeners    timers and handles");
    for (const { messages, bytes, rss, listeners, resources } of checkpoints)
      console.log(
        [
          String(messages).padStart(8),
          megabytes(bytes).toFixed(1).padStart(24),
          megabytes(rss).toFixed(0).padStart(15),
          String(listeners).padStart(12),
          String(resources).padStart(21),
        ].join(""),
      );
    console.log(
      `After the warm-up: ${summary.warmMB} MB, at the end: ${summary.endMB} MB, growth ${percent(growth)} (allowed ${percent(GROWTH_ALLOWED)})`,
    );
    console.log(`What people did: ${[...done].map(([name, times]) => `${name} ${times}`).join(", ")}`);
    console.log(problems.length === 0 ? "Flat: nothing leaks." : `Not flat:\n- ${problems.join("\n- ")}`);
  }
  if (problems.length > 0) process.exitCode = 1;
}

/** What most people type: a name and a topic. */
function plainQuestion() {
  const [one, other] = [pick(roleNames), pick(roleNames)];
  return pick([
    `what does a ${one} earn`,
    `${one} skills`,
    `what tools does a ${one} use?`,
    `${one} vs ${other}`,
    `${one} vs ${other}, who earns more?`,
    `from ${one} to ${other}`,
    `how do I become a ${one}`,
    `any openings for a ${one}, remote, from ${60 + 10 * Math.floor(random() * 10)}k?`,
    `what is a ${one}`,
  ]);
}

function examples() {
  const folder = path("knowledge/examples");
  return readdirSync(folder)
    .sort()
    .flatMap((name) => parse(readFileSync(`${folder}/${name}`, "utf8")))
    .map((each) => (typeof each === "string" ? each : each.text));
}

/** Texts that nobody means: letters of every alphabet, marks of every platform, at every length. */
function noise(many) {
  const pieces = [
    "data engineer",
    "<@U1>",
    "@everyone",
    "**",
    "`",
    "🙏",
    "SELECT",
    "ü",
    "数据",
    "\u202e",
    "https://x.example/a?b=c",
    "$120k",
    "\n",
    "vs",
    "from",
    "0",
    "-".repeat(40),
  ];
  return Array.from({ length: many }, () =>
    Array.from({ length: 1 + Math.floor(random() ** 3 * 300) }, () => pick(pieces)).join(
      pick([" ", "", ", "]),
    ),
  );
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function megabytes(bytes) {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}

function percent(share) {
  return `${(100 * share).toFixed(1)}%`;
}
