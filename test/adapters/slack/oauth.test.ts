import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memoryInstallations } from "../../../src/adapters/slack/installations/installations.ts";
import { type RunningSlack, startSlack } from "../../../src/adapters/slack/start.ts";
import { CLIENT } from "../../support/slack-server/oauth.ts";
import { SIGNING_SECRET, SlackServer } from "../../support/slack-server/server.ts";
import type { Workspace } from "../../support/slack-server/world.ts";
import { FakeConversations } from "./fake-conversations.ts";
import { quiet, recordingLog, until } from "./harness.ts";

describe("several workspaces by OAuth", () => {
  let slack: SlackServer;
  let bot: RunningSlack;
  let one: Workspace;
  let two: Workspace;
  let forgotten: string[];
  const installations = memoryInstallations();
  const conversations = new FakeConversations();
  const log = recordingLog();
  const encryptionKey = randomBytes(32).toString("base64");

  beforeEach(async () => {
    forgotten = [];
    slack = await SlackServer.start();
    one = slack.world.addWorkspace("T1");
    two = slack.world.addWorkspace("T2");
    slack.world.addChannel({ id: "C1", teamId: "T1" });
    slack.world.addChannel({ id: "C2", teamId: "T2" });
    bot = await startSlack({
      settings: {
        mode: "http",
        access: {
          kind: "oauth",
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          stateSecret: "state",
          encryptionKey,
        },
        signingSecret: SIGNING_SECRET,
        port: 0,
        apiUrl: slack.apiUrl,
      },
      conversations,
      log,
      now: Date.now,
      installations,
      forgetWorkspace: async (teamId) => void forgotten.push(teamId),
    });
    slack.postTo(`http://127.0.0.1:${bot.port}/slack/events`);
  });
  afterEach(async () => {
    await bot.stop(2_000);
    await slack.close();
  });

  const base = () => `http://127.0.0.1:${bot.port}`;

  /** What a browser does: the install page, Slack's consent, back to the bot with the state's cookie. */
  async function install(workspace: Workspace, cookie?: string): Promise<Response> {
    slack.oauth.installer = { teamId: workspace.teamId, userId: "UADMIN" };
    const begun = await fetch(`${base()}/slack/install`, { redirect: "manual" });
    const consent = begun.headers.get("location") ?? "";
    expect(consent).toContain(`${slack.url}/oauth/v2/authorize`);
    const agreed = await fetch(consent, { redirect: "manual" });
    const back = new URL(agreed.headers.get("location") ?? "", base());
    const state = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
    return fetch(back, { headers: { cookie: cookie ?? state } });
  }

  it("answers each workspace with its own token and sees no crossing", async () => {
    expect((await install(one)).status).toBe(200);
    expect((await install(two)).status).toBe(200);
    await slack.people.mention("C1", "UANN", "first");
    await slack.people.mention("C2", "UBEN", "second");
    await until("both answers", () => slack.world.posts.length === 2);
    expect(slack.world.posts.map(({ teamId, user, channel }) => ({ teamId, user, channel }))).toEqual(
      expect.arrayContaining([
        { teamId: "T1", user: one.botUserId, channel: "C1" },
        { teamId: "T2", user: two.botUserId, channel: "C2" },
      ]),
    );
    expect(conversations.received.map(({ workspaceId }) => workspaceId).sort()).toEqual(["T1", "T2"]);
  });

  it("keeps tokens encrypted, each bound to its workspace, and no token of the installer", async () => {
    await install(one);
    await install(two);
    const kept = [...installations.entries];
    expect(kept.map(([key]) => key)).toEqual(["team:T1", "team:T2"]);
    expect(JSON.stringify(kept)).not.toMatch(/xox/);
    const [first, second] = kept;
    // A text moved under another name must not open.
    await installations.save("team:T1", second?.[1] ?? "");
    await slack.people.mention("C1", "UANN", "crossed");
    await quiet();
    expect(slack.world.posts).toEqual([]);
    await installations.save("team:T1", first?.[1] ?? "");
  });

  it("refuses an install whose state is not the browser's own", async () => {
    await installations.erase("team:T1");
    const forged = await install(one, "slack-app-oauth-state=forged");
    expect(forged.status).toBeGreaterThanOrEqual(400);
    expect(installations.entries.has("team:T1")).toBe(false);
  });

  it.each([
    ["app_uninstalled", { type: "app_uninstalled" }],
    ["tokens_revoked", { type: "tokens_revoked", tokens: { oauth: [], bot: ["UBOTT1"] } }],
  ])("erases what it keeps of a workspace on %s", async (_, event) => {
    await install(one);
    await install(two);
    await slack.people.event(one, event);
    await until("the erasure", () => forgotten.length > 0);
    expect(forgotten).toEqual(["T1"]);
    expect([...installations.entries.keys()]).toEqual(["team:T2"]);
  });

  it("keeps a workspace where only a person's token was revoked", async () => {
    await install(one);
    await slack.people.event(one, { type: "tokens_revoked", tokens: { oauth: ["UANN"], bot: [] } });
    await quiet();
    expect(installations.entries.has("team:T1")).toBe(true);
  });

  it("leaves alone a workspace that has not installed it", async () => {
    await installations.erase("team:T2");
    await slack.people.mention("C2", "UBEN", "hello");
    await quiet();
    expect(slack.world.posts).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain("xoxb-");
  });
});
