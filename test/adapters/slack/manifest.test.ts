import type { App } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { registerListeners } from "../../../src/adapters/slack/connection/listeners.ts";
import { InHand } from "../../../src/adapters/slack/inbound/in-hand.ts";
import { urlResponder } from "../../../src/adapters/slack/inbound/respond.ts";
import type { Runtime } from "../../../src/adapters/slack/inbound/runtime.ts";
import { slackManifest } from "../../../src/adapters/slack/manifest.ts";
import { SCOPES } from "../../../src/adapters/slack/surface.ts";

/** docs.slack.dev/reference/app-manifest: the parts that we fill, with their limits. */
const manifestSchema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    agent_view: z.strictObject({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string(), message: z.string() })).max(4),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().max(24 + 20),
          type: z.enum(["message", "global"]),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z-]{1,31}$/),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
          url: z.url().optional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(z.url()).optional(),
    scopes: z.strictObject({ bot: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()), request_url: z.url().optional() }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: z.url().optional(),
      message_menu_options_url: z.url().optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});
const MODES = [
  { mode: "socket" as const, options: {} },
  { mode: "http" as const, options: { baseUrl: "https://bot.example.org/", oauth: true } },
];

/** The patterns that are registered with Bolt. */
function registered() {
  const seen = { event: [] as RegExp[], command: [] as RegExp[], shortcut: [] as RegExp[] };
  const app = {
    event: (names: RegExp) => seen.event.push(names),
    command: (names: RegExp) => seen.command.push(names),
    shortcut: ({ callback_id }: { callback_id: RegExp }) => seen.shortcut.push(callback_id),
    action: () => undefined,
    options: () => undefined,
    view: () => undefined,
  };
  registerListeners(app as unknown as App, {} as Runtime, new InHand(), urlResponder);
  return seen;
}

/** The names that a pattern of ours, `^(?:a|b)$`, lists. */
function namesIn(patterns: readonly RegExp[]): string[] {
  return patterns.flatMap(({ source }) =>
    source
      .replace(/^\^\(\?:|\)\$$/g, "")
      .replaceAll("\\/", "/")
      .split("|"),
  );
}

describe.each(MODES)("the manifest for $mode mode", (mode) => {
  const manifest = manifestSchema.parse(slackManifest(mode.mode, mode.options));

  it("names the commands, shortcuts and events that have a listener, and no others", () => {
    const seen = registered();
    expect(manifest.features.slash_commands.map(({ command }) => command).sort()).toEqual(
      namesIn(seen.command).sort(),
    );
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(namesIn(seen.shortcut));
    const events = manifest.settings.event_subscriptions.bot_events.map((name) => name.split(".")[0]);
    expect([...new Set(events)].sort()).toEqual(namesIn(seen.event).sort());
  });

  it("asks for the scopes that its events need, and for no more than has a reason", () => {
    const needed = {
      message: {
        im: "im:history",
        channels: "channels:history",
        groups: "groups:history",
        mpim: "mpim:history",
      },
    };
    const { bot } = manifest.oauth_config.scopes;
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      const kind = event.split(".")[1];
      if (kind !== undefined && kind in needed.message)
        expect(bot).toContain(needed.message[kind as keyof typeof needed.message]);
    }
    expect(bot.sort()).toEqual(Object.keys(SCOPES).sort());
    expect(bot).not.toContain("chat:write.public");
  });

  it("points Slack to the bot's address in HTTP mode alone", () => {
    const { settings, features, oauth_config } = manifest;
    const url = mode.mode === "http" ? "https://bot.example.org/slack/events" : undefined;
    expect(settings.event_subscriptions.request_url).toBe(url);
    expect(settings.interactivity.request_url).toBe(url);
    expect(features.slash_commands.every((command) => command.url === url)).toBe(true);
    expect(settings.socket_mode_enabled).toBe(mode.mode === "socket");
    expect(oauth_config.redirect_urls).toEqual(
      mode.mode === "http" ? ["https://bot.example.org/slack/oauth_redirect"] : undefined,
    );
  });
});
