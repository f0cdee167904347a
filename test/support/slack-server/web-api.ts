import { checkMessageBlocks, checkView, type MessageBlock } from "./blocks.ts";
import type { Triggers } from "./triggers.ts";
import type { Channel, Workspace, World } from "./world.ts";

/** The Web API methods the bot may call, each with the refusals Slack documents for it. */

export type Arguments = Readonly<Record<string, string>>;
export type Result = { ok: true; [key: string]: unknown } | Refusal;
export interface Refusal {
  ok: false;
  error: string;
  response_metadata?: { messages: string[] };
}
export interface ApiContext {
  world: World;
  triggers: Triggers;
  workspace: Workspace;
}

type Method = (args: Arguments, context: ApiContext) => Result;

const refuse = (error: string, messages: string[] = []): Refusal => ({
  ok: false,
  error,
  ...(messages.length === 0 ? {} : { response_metadata: { messages } }),
});

export const METHODS: Record<string, { scope?: string; run: Method }> = {
  "auth.test": {
    run: (_, { workspace }) => ({
      ok: true,
      team_id: workspace.teamId,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
    }),
  },
  "chat.postMessage": { scope: "chat:write", run: postMessage },
  "chat.postEphemeral": { scope: "chat:write", run: postEphemeral },
  "chat.update": { scope: "chat:write", run: update },
  "chat.delete": { scope: "chat:write", run: remove },
  "conversations.replies": { run: replies },
  "conversations.history": { run: history },
  "views.open": { run: openView },
  "views.update": { run: updateView },
  "views.publish": { run: publishView },
  "assistant.threads.setSuggestedPrompts": { scope: "assistant:write", run: setPrompts },
  "assistant.threads.setTitle": { scope: "assistant:write", run: setTitle },
};

function channelFor(args: Arguments, { world, workspace }: ApiContext): Channel | Refusal {
  const id = args.channel ?? "";
  const channel = id.startsWith("U") ? world.directMessage(workspace.teamId, id) : world.channels.get(id);
  if (channel === undefined || channel.teamId !== workspace.teamId) return refuse("channel_not_found");
  if (channel.archived) return refuse("is_archived");
  if (!channel.hasBot) return refuse("not_in_channel");
  return channel;
}

function content(args: Arguments, textMax: number): Refusal | { text: string; blocks: MessageBlock[] } {
  const text = args.text ?? "";
  if (text.length > textMax) return refuse("msg_too_long");
  const given: unknown = args.blocks === undefined ? [] : parse(args.blocks);
  if (given === undefined) return refuse("invalid_blocks_format");
  const checked = checkMessageBlocks(given);
  if ("error" in checked) return refuse(checked.error, checked.messages);
  if (text.trim() === "" && checked.blocks.length === 0) return refuse("no_text");
  return { text, blocks: checked.blocks };
}

function postMessage(args: Arguments, context: ApiContext): Result {
  const channel = channelFor(args, context);
  if ("ok" in channel) return channel;
  const body = content(args, 40_000);
  if ("ok" in body) return body;
  const { world, workspace } = context;
  const thread = args.thread_ts;
  if (thread !== undefined && world.find(channel.id, thread) === undefined) return refuse("thread_not_found");
  const message = world.say({
    teamId: workspace.teamId,
    channel: channel.id,
    user: workspace.botUserId,
    ...body,
    thread,
    byBot: true,
    metadata: args.metadata === undefined ? undefined : parse(args.metadata),
  });
  return { ok: true, channel: channel.id, ts: message.ts };
}

function postEphemeral(args: Arguments, context: ApiContext): Result {
  const channel = channelFor(args, context);
  if ("ok" in channel) return channel;
  const body = content(args, 40_000);
  if ("ok" in body) return body;
  if (args.user === undefined) return refuse("user_not_in_channel");
  const message = context.world.say({
    teamId: context.workspace.teamId,
    channel: channel.id,
    user: context.workspace.botUserId,
    ...body,
    thread: args.thread_ts,
    byBot: true,
    onlyFor: args.user,
  });
  return { ok: true, message_ts: message.ts };
}

function update(args: Arguments, context: ApiContext): Result {
  const channel = channelFor(args, context);
  if ("ok" in channel) return channel;
  const message = context.world.find(channel.id, args.ts ?? "");
  if (message === undefined || message.onlyFor !== undefined) return refuse("message_not_found");
  if (message.user !== context.workspace.botUserId) return refuse("cant_update_message");
  const body = content(args, 4_000);
  if ("ok" in body) return body;
  Object.assign(message, body, { edits: message.edits + 1 });
  return { ok: true, channel: channel.id, ts: message.ts };
}

function remove(args: Arguments, context: ApiContext): Result {
  const message = context.world.find(args.channel ?? "", args.ts ?? "");
  if (message === undefined || message.onlyFor !== undefined) return refuse("message_not_found");
  message.deleted = true;
  return { ok: true };
}

function replies(args: Arguments, context: ApiContext): Result {
  const channel = channelFor(args, context);
  if ("ok" in channel) return channel;
  const all = context.world.messages.filter(
    (one) => one.channel === channel.id && one.onlyFor === undefined && !one.deleted,
  );
  const thread = all.filter(({ ts, thread: root }) => ts === args.ts || root === args.ts);
  if (thread.length === 0) return refuse("thread_not_found");
  return page(thread, args);
}

function history(args: Arguments, context: ApiContext): Result {
  const channel = channelFor(args, context);
  if ("ok" in channel) return channel;
  const all = context.world.messages.filter(
    (one) =>
      one.channel === channel.id && one.onlyFor === undefined && !one.deleted && one.thread === undefined,
  );
  return page(all.reverse(), args);
}

function page(messages: World["messages"], args: Arguments): Result {
  const limit = Number(args.limit ?? 100);
  const fresh = messages.filter(({ ts }) => args.oldest === undefined || Number(ts) > Number(args.oldest));
  return {
    ok: true,
    has_more: fresh.length > limit,
    messages: fresh.slice(0, limit).map(({ ts, user, text, thread, byBot, metadata }) => ({
      type: "message",
      ts,
      user,
      text,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(byBot ? { bot_id: "B1" } : {}),
      ...(args.include_all_metadata === "true" && metadata !== undefined ? { metadata } : {}),
    })),
  };
}

function openView(args: Arguments, { world, triggers, workspace }: ApiContext): Result {
  const used = triggers.use(args.trigger_id ?? "");
  if ("error" in used) return refuse(used.error);
  const checked = checkView(parse(args.view ?? ""));
  if ("error" in checked) return refuse(checked.error, checked.messages);
  if (checked.view.type !== "modal") return refuse("invalid_arguments");
  const shown = { id: world.newId("V"), userId: used.userId, teamId: workspace.teamId, view: checked.view };
  world.views.push(shown);
  return { ok: true, view: { id: shown.id } };
}

function updateView(args: Arguments, { world }: ApiContext): Result {
  const shown = world.views.find(({ id }) => id === args.view_id);
  if (shown === undefined) return refuse("not_found");
  const checked = checkView(parse(args.view ?? ""));
  if ("error" in checked) return refuse(checked.error, checked.messages);
  shown.view = checked.view;
  return { ok: true, view: { id: shown.id } };
}

function publishView(args: Arguments, { world }: ApiContext): Result {
  const checked = checkView(parse(args.view ?? ""));
  if ("error" in checked) return refuse(checked.error, checked.messages);
  if (checked.view.type !== "home" || args.user_id === undefined) return refuse("invalid_arguments");
  world.homes.set(args.user_id, checked.view);
  return { ok: true };
}

function setPrompts(args: Arguments, { world, workspace }: ApiContext): Result {
  if (!workspace.agentView && args.thread_ts === undefined) return refuse("invalid_thread_ts");
  const prompts = parse(args.prompts ?? "");
  if (!Array.isArray(prompts) || prompts.length === 0 || prompts.length > 4)
    return refuse("invalid_arguments");
  world.prompts.push({ channel: args.channel_id ?? "", prompts, title: args.title });
  return { ok: true };
}

function setTitle(args: Arguments, { world, workspace }: ApiContext): Result {
  if (!workspace.agentView) return refuse("invalid_thread_ts");
  world.titles.set(`${args.channel_id}:${args.thread_ts}`, args.title ?? "");
  return { ok: true };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
