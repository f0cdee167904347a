import { randomUUID } from "node:crypto";
import { WebClient } from "@slack/web-api";
import { createEmulator, type Emulator } from "emulate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { boltLogger } from "../../../src/adapters/slack/connection/bolt-log.ts";
import { clientOptions } from "../../../src/adapters/slack/connection/client-options.ts";
import { findPost } from "../../../src/adapters/slack/outbound/find-post.ts";
import { Outbox } from "../../../src/adapters/slack/outbound/outbox.ts";
import { Poster } from "../../../src/adapters/slack/outbound/post.ts";
import { renderReply } from "../../../src/adapters/slack/render/reply.ts";
import { type RunningSlack, startSlack } from "../../../src/adapters/slack/start.ts";
import { SCOPES } from "../../../src/adapters/slack/surface.ts";
import { createConversations } from "../../../src/conversations/create-conversations.ts";
import { openMemoryStorage } from "../../../src/storage/in-memory/open.ts";
import { NO_EVIDENCE } from "../../../src/understanding/evidence.ts";
import { SAMPLES } from "../../contract/answers.ts";
import { realBrain } from "../../support/brain.ts";
import { AckLog } from "../../support/slack-server/delivery.ts";
import { HttpDelivery } from "../../support/slack-server/http-delivery.ts";
import { SIGNING_SECRET } from "../../support/slack-server/server.ts";
import { recordingLog } from "./harness.ts";

/** What the emulator holds from the start. */
const [TEAM, CHANNEL, ADMIN] = ["T000000001", "C000000001", "U000000001"];
const APP = { app_id: "A1", client_id: "1.1", bot_id: "BROLEWISE", bot_user_id: "UROLEWISE" };
const [BOT_TOKEN, ADMIN_TOKEN] = ["xoxb-rolewise", "xoxp-admin"];

/**
 * A second opinion on the Web API, by people who know nothing of this project: the emulator's Slack takes what we send.
 * It holds each method to the scopes that the manifest asks for, and keeps blocks without judging them.
 */
describe("an independent Slack", () => {
  let emulator: Emulator;
  let apiUrl: string;
  let bot: WebClient;
  let admin: WebClient;
  const log = recordingLog();

  beforeAll(async () => {
    emulator = await createEmulator({
      service: "slack",
      port: 0,
      seed: {
        slack: {
          strict_scopes: true,
          channels: [{ name: "closed-circle", is_private: true }],
          oauth_apps: [
            {
              ...APP,
              name: "Rolewise",
              client_secret: "secret",
              redirect_uris: [],
              scopes: Object.keys(SCOPES),
            },
          ],
          tokens: [
            {
              ...APP,
              token: BOT_TOKEN,
              type: "bot",
              user_id: APP.bot_user_id,
              scopes: Object.keys(SCOPES),
            },
            { token: ADMIN_TOKEN, type: "user", user_id: ADMIN },
          ],
        },
      },
    });
    apiUrl = `${emulator.url}/api/`;
    bot = new WebClient(BOT_TOKEN, clientOptions(apiUrl, boltLogger(log)));
    admin = new WebClient(ADMIN_TOKEN, clientOptions(apiUrl, boltLogger(log)));
  });
  afterAll(() => emulator.close());

  const thread = async (ts: string, channel = CHANNEL) =>
    (await bot.conversations.replies({ channel, ts })).messages ?? [];
  const question = async (text: string) =>
    (await admin.chat.postMessage({ channel: CHANNEL, text })).ts ?? "";

  describe("takes from our outbound code", () => {
    const poster = new Poster({ outbox: new Outbox(log), log, nonce: randomUUID, now: Date.now });
    const to = { teamId: TEAM, channel: CHANNEL };

    it.each(SAMPLES)("%s, and keeps what was rendered", async (_, samples) => {
      for (const { question: about, answer } of samples.slice(0, 6)) {
        const root = await question("a question");
        const parts = renderReply({ answer, question: about, confidence: 1, evidence: NO_EVIDENCE }, "open");
        const posted: string[] = [];
        for (const part of parts) posted.push(await poster.post(bot, { ...to, thread: root }, part));
        const [, ...kept] = await thread(root);
        expect(kept.map(({ ts }) => ts)).toEqual(posted);
        expect(kept.map(({ text }) => text)).toEqual(parts.map(({ text }) => text));
        expect(kept.map(({ blocks }) => blocks)).toEqual(onTheWire(parts.map(({ blocks }) => blocks)));
      }
    });

    it("an answer in the place of another", async () => {
      const root = await question("data engineer?");
      const [before, after] = ["Before.", "After."].map((text) => plain(text));
      const ts = await poster.post(bot, { ...to, thread: root }, before!);
      await poster.update(bot, to, ts, after!);
      expect(await thread(root)).toMatchObject([{}, { ts, text: "After.", blocks: after!.blocks }]);
      await poster.remove(bot, to, ts);
      expect(await thread(root)).toHaveLength(1);
    });

    it("what one person alone sees, which stands in no thread", async () => {
      const root = await question("what do I lack?");
      await poster.whisper(bot, { ...to, thread: root }, ADMIN, plain("You lack SQL."));
      expect(await thread(root)).toHaveLength(1);
    });

    it("a post to somebody, as the direct message that it opens", async () => {
      await poster.post(bot, { teamId: TEAM, channel: ADMIN }, plain("Week two of your plan."));
      const { channels } = await admin.conversations.list({ types: "im" });
      const { messages } = await admin.conversations.history({ channel: channels?.[0]?.id ?? "" });
      expect(messages).toMatchObject([{ text: "Week two of your plan.", user: APP.bot_user_id }]);
    });

    it("a mark by which a post is found again when its answer was lost", async () => {
      const root = await question("data engineer?");
      const since = Date.now();
      const marked = new Poster({ outbox: new Outbox(log), log, nonce: () => "mark-1", now: Date.now });
      const inThread = { ...to, thread: root };
      const ts = await marked.post(bot, inThread, plain("An answer."));
      expect(await findPost(bot, inThread, { nonce: "mark-1" }, since)).toEqual({ kind: "there", ts });
      expect(await findPost(bot, inThread, { nonce: "mark-2" }, since)).toEqual({ kind: "absent" });
    });

    it("nothing where the bot was not invited, which is said plainly", async () => {
      const { channels } = await admin.conversations.list({ types: "private_channel" });
      const closed = { ...to, channel: channels?.[0]?.id ?? "" };
      await expect(poster.post(bot, closed, plain("An answer."))).rejects.toMatchObject({
        data: { error: "not_in_channel" },
      });
    });
  });

  describe("serves the whole bot, which", () => {
    let running: RunningSlack;
    let events: HttpDelivery;
    const storage = openMemoryStorage({ now: Date.now });

    const start = async () => {
      const brain = await realBrain();
      running = await startSlack({
        settings: {
          mode: "http",
          access: { kind: "token", botToken: BOT_TOKEN },
          signingSecret: SIGNING_SECRET,
          port: 0,
          apiUrl,
        },
        conversations: createConversations({
          brain: () => brain,
          storage,
          newId: randomUUID,
          onFault: (error) => {
            throw error;
          },
        }),
        log,
        now: Date.now,
      });
      events = new HttpDelivery(
        `http://127.0.0.1:${running.port}/slack/events`,
        SIGNING_SECRET,
        new AckLog(),
      );
    };
    beforeAll(start);
    afterAll(() => running.stop(2_000));

    const event = (inner: Record<string, unknown>) =>
      events.deliver({
        type: "events_api",
        payload: {
          type: "event_callback",
          team_id: TEAM,
          api_app_id: APP.app_id,
          event_id: `Ev${randomUUID()}`,
          event_time: Math.floor(Date.now() / 1000),
          authorizations: [{ team_id: TEAM, enterprise_id: null, user_id: APP.bot_user_id, is_bot: true }],
          event: { channel: CHANNEL, user: ADMIN, event_ts: "1.1", ...inner },
        },
      });
    /** The thread, once it has `length` messages. */
    const threadOf = (root: string, length: number) =>
      settled(
        () => thread(root),
        (messages) => messages.length >= length,
      );
    const shownView = (words: string) =>
      settled(
        async () => (await fetch(`${emulator.url}/?tab=views`)).text(),
        (page) => page.includes(words),
      );

    it("answers a mention in its thread, and edits the answer with the question", async () => {
      const asked = `<@${APP.bot_user_id}> what tools does a data engineer use?`;
      const root = await question(asked);
      await event({ type: "app_mention", ts: root, text: asked });
      const [, answer] = await threadOf(root, 2);
      expect(answer).toMatchObject({ user: APP.bot_user_id, text: expect.stringContaining("Airflow") });

      const edited = asked.replace("data engineer", "data analyst");
      await event({
        type: "message",
        subtype: "message_changed",
        hidden: true,
        channel_type: "channel",
        ts: "2.1",
        message: { type: "message", user: ADMIN, ts: root, text: edited },
        previous_message: { type: "message", user: ADMIN, ts: root, text: asked },
      });
      const changed = await settled(
        async () => (await thread(root))[1],
        (one) => one?.text?.includes("Data analyst") === true,
      );
      expect(changed).toMatchObject({ ts: answer?.ts, edited: { user: APP.bot_user_id } });
      expect(await thread(root)).toHaveLength(2);
    });

    it("reads a thread of an earlier run and follows it", async () => {
      const asked = `<@${APP.bot_user_id}> data engineer`;
      const root = await question(asked);
      await event({ type: "app_mention", ts: root, text: asked });
      await threadOf(root, 2);
      await running.stop(2_000);
      await start();
      const followUp = await admin.chat.postMessage({
        channel: CHANNEL,
        thread_ts: root,
        text: "and the pay?",
      });
      await event({
        type: "message",
        channel_type: "channel",
        ts: followUp.ts,
        thread_ts: root,
        text: "and the pay?",
      });
      const found = await threadOf(root, 4);
      expect(found[3]).toMatchObject({ user: APP.bot_user_id, text: expect.stringContaining("$") });
    });

    it("writes App Home", async () => {
      await event({ type: "app_home_opened", tab: "home", channel: "D1" });
      await shownView("Look up a role");
    });

    it("opens the form of /compare", async () => {
      const issued = await bot.apiCall("views.generateTriggerId", { user_id: ADMIN });
      const { trigger_id } = z.object({ trigger_id: z.string() }).parse(issued);
      await events.deliver({
        type: "slash_commands",
        payload: {
          command: "/compare",
          text: "",
          team_id: TEAM,
          channel_id: CHANNEL,
          channel_name: "general",
          user_id: ADMIN,
          user_name: "admin",
          api_app_id: APP.app_id,
          response_url: `${emulator.url}/nowhere`,
          trigger_id,
        },
      });
      await shownView("Compare two roles");
    });

    it("is refused nothing", () => {
      expect(log.lines.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
    });
  });
});

function plain(text: string) {
  const blocks = [{ type: "section" as const, text: { type: "mrkdwn" as const, text } }];
  return { text, blocks, unfurl_links: false as const, unfurl_media: false as const };
}

function onTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Reads again until what was read is as it should be. */
async function settled<T>(read: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 5_000; ; ) {
    const value = await read();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`stays ${JSON.stringify(value)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
