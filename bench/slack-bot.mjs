// One bot in a process of its own, for bench/slack.ts: node bench/slack-bot.mjs rolewise|adapter|echo|echo-blocks API_URL BOT_TOKEN APP_TOKEN
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import bolt from "@slack/bolt";

const [kind, apiUrl, botToken, appToken] = process.argv.slice(2);
const dist = new URL(process.env.ROLEWISE_DIST ?? "../dist", import.meta.url).href;
const log = { debug() {}, info() {}, warn() {}, error: (fields, message) => console.error(message, fields) };

/** `answersKept`: each wording is understood once, so that what remains is the adapter and Bolt. */
async function rolewise(answersKept) {
  const [{ startSlack }, { loadBrain }, { KNOWLEDGE_DIR }, { createConversations }, { openMemoryStorage }] =
    await Promise.all([
      import(`${dist}/adapters/slack/start.js`),
      import(`${dist}/cli/load-brain.js`),
      import(`${dist}/cli/paths.js`),
      import(`${dist}/conversations/create-conversations.js`),
      import(`${dist}/storage/in-memory/open.js`),
    ]);
  const brain = await loadBrain(process.env.KNOWLEDGE_DIR ?? KNOWLEDGE_DIR);
  const conversations = createConversations({
    brain: () => brain,
    storage: openMemoryStorage({ now: Date.now }),
    newId: randomUUID,
    onFault: (error) => console.error(error),
  });
  const settings = { mode: "socket", botToken, appToken, apiUrl };
  const talks = answersKept ? keeping(conversations) : conversations;
  const bot = await startSlack({ settings, conversations: talks, log, now: Date.now });
  return () => bot.stop(4_500);
}

function keeping(conversations) {
  const replies = new Map();
  const claimed = new Set();
  const receive = async (message) => {
    const key = `${message.channelId}:${message.messageId}`;
    if (claimed.has(key)) return undefined;
    claimed.add(key);
    const reply = replies.get(message.text) ?? (await conversations.receive(message));
    replies.set(message.text, reply);
    return reply;
  };
  return { ...conversations, receive };
}

/** The least that Bolt can do: say the words back in the thread; with blocks, as large a message as an answer is. */
async function echo(blocks) {
  const logger = {
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    getLevel: () => "info",
    setName() {},
  };
  const app = new bolt.App({
    token: botToken,
    appToken,
    socketMode: true,
    logger,
    clientOptions: { slackApiUrl: apiUrl },
  });
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: event.text, thread_ts: event.ts, ...(blocks === undefined ? {} : { blocks }) });
  });
  await app.start();
  return () => app.stop();
}

const stop =
  kind === "rolewise" || kind === "adapter"
    ? await rolewise(kind === "adapter")
    : await echo(
        kind === "echo-blocks" ? JSON.parse(await readFile(process.env.ECHO_BLOCKS, "utf8")) : undefined,
      );
let since = process.cpuUsage();
process.on("message", async (what) => {
  if (what === "reset") since = process.cpuUsage();
  if (what === "usage") process.send({ cpu: process.cpuUsage(since), rss: process.memoryUsage.rss() });
  if (what === "stop") {
    await stop();
    process.exit(0);
  }
});
process.send("ready");
