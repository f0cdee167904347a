import { type InputElement, type MessageBlock, optionsSchema, type View } from "./blocks.ts";
import type { Envelope } from "./delivery.ts";
import { type Found, findAction, findOption } from "./elements.ts";
import type { SlackServer } from "./server.ts";
import type { Message, ShownView, Workspace } from "./world.ts";

/** What an input holds when it is sent: what was typed or chosen, else what stood in it. */
function filled(element: InputElement, given: string | undefined): object {
  if (element.type === "plain_text_input" || element.type === "number_input") {
    const value = given ?? element.initial_value ?? "";
    return { value: value === "" ? null : value };
  }
  const option = "initial_option" in element ? element.initial_option : undefined;
  const value = given ?? option?.value;
  return {
    selected_option: value === undefined ? null : { text: { type: "plain_text", text: value }, value },
  };
}

export interface Said {
  channel: string;
  user: string;
  text: string;
  thread?: string;
}

/** What people do in the local Slack, and what Slack tells the bot about it. */
export class People {
  readonly #slack: SlackServer;
  /** Every event is delivered twice, the second time under a fresh event id. */
  doubled = false;

  constructor(slack: SlackServer) {
    this.#slack = slack;
  }

  /** Writes in a channel or a direct message. Slack sends `message`, and `app_mention` besides where the bot is named. */
  async say(said: Said): Promise<Message> {
    const workspace = this.#workspaceOf(said.channel);
    const channel = this.#slack.world.channels.get(said.channel);
    const { thread, ...rest } = said;
    const message = this.#slack.world.say({ ...rest, teamId: workspace.teamId, thread });
    const event = {
      type: "message",
      channel: said.channel,
      user: said.user,
      text: said.text,
      ts: message.ts,
      event_ts: message.ts,
      channel_type: channel?.kind ?? "channel",
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    const mentioned = said.text.includes(`<@${workspace.botUserId}>`) && channel?.kind !== "im";
    const { channel_type: _, ...bare } = event;
    const events: Record<string, unknown>[] = mentioned ? [{ ...bare, type: "app_mention" }, event] : [event];
    await Promise.all(events.map((one) => this.event(workspace, one)));
    return message;
  }

  mention(channel: string, user: string, text: string, thread?: string): Promise<Message> {
    const { botUserId } = this.#workspaceOf(channel);
    const said = { channel, user, text: `<@${botUserId}> ${text}` };
    return this.say(thread === undefined ? said : { ...said, thread });
  }

  direct(teamId: string, user: string, text: string, thread?: string): Promise<Message> {
    const { id } = this.#slack.world.directMessage(teamId, user);
    const said = { channel: id, user, text };
    return this.say(thread === undefined ? said : { ...said, thread });
  }

  async edit(message: Message, text: string): Promise<void> {
    const workspace = this.#workspaceOf(message.channel);
    const before = { type: "message", user: message.user, text: message.text, ts: message.ts };
    message.text = text;
    await this.event(workspace, {
      type: "message",
      subtype: "message_changed",
      hidden: true,
      channel: message.channel,
      channel_type: this.#slack.world.channels.get(message.channel)?.kind,
      ts: this.#slack.world.newTs(),
      message: { ...before, text },
      previous_message: before,
    });
  }

  /** Delivers an Events API event; resolves when it was acknowledged. */
  async event(workspace: Workspace, event: Record<string, unknown>): Promise<void> {
    const once = () =>
      this.#slack.delivery.deliver({ type: "events_api", payload: this.eventPayload(workspace, event) });
    await Promise.all(this.doubled ? [once(), once()] : [once()]);
  }

  eventPayload(workspace: Workspace, event: Record<string, unknown>): Record<string, unknown> {
    return {
      type: "event_callback",
      token: "unused",
      team_id: workspace.teamId,
      api_app_id: "A1",
      event,
      event_id: this.#slack.world.newId("Ev"),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { team_id: workspace.teamId, enterprise_id: null, user_id: workspace.botUserId, is_bot: true },
      ],
    };
  }

  async command(channel: string, user: string, command: string, text: string, uses = 5): Promise<void> {
    const { teamId } = this.#workspaceOf(channel);
    const target = { teamId, channel, userId: user, originalTs: undefined, thread: undefined };
    await this.#slack.delivery.deliver({
      type: "slash_commands",
      payload: {
        command,
        text,
        team_id: teamId,
        channel_id: channel,
        channel_name: "general",
        user_id: user,
        user_name: user.toLowerCase(),
        api_app_id: "A1",
        response_url: this.#slack.responseUrls.issue(this.#slack.url, target, uses),
        trigger_id: this.#slack.triggers.issue(user),
      },
    });
  }

  /** Presses the button with this label or action id; for feedback buttons, their own label. */
  press(message: Message, user: string, button: string, uses = 5): Promise<unknown> {
    return this.#act(message, user, findAction(message.blocks, button), uses);
  }

  /** Chooses an option of a menu by its text or value. */
  async choose(message: Message, user: string, menu: string, option: string): Promise<void> {
    const found = findAction(message.blocks, menu);
    const options =
      found.element.type === "external_select" ? await this.suggest(message, user, menu, "") : undefined;
    await this.#act(message, user, findOption(found, option, options));
  }

  /** Types into a type-ahead menu; resolves with the options the bot offers, checked as Slack does. */
  async suggest(
    where: Message | ShownView,
    user: string,
    menu: string,
    typed: string,
  ): Promise<{ text: { text: string }; value: string }[]> {
    const blocks: readonly (MessageBlock | View["blocks"][number])[] =
      "view" in where ? where.view.blocks : where.blocks;
    const found = findAction(blocks, menu);
    const payload = {
      type: "block_suggestion",
      team: { id: where.teamId },
      user: { id: user, team_id: where.teamId },
      action_id: found.element.action_id,
      block_id: found.blockId,
      value: typed,
      ...("view" in where ? { view: { ...where.view, id: where.id } } : { channel: { id: where.channel } }),
    };
    const acked = await this.#slack.delivery.deliver({ type: "interactive", payload });
    const given =
      typeof acked === "object" && acked !== null && "options" in acked ? acked.options : undefined;
    return optionsSchema.parse(given);
  }

  /** Presses a button or chooses an option in a modal or in App Home. */
  async actInView(shown: ShownView, user: string, what: string, option?: string): Promise<void> {
    const found = findAction(shown.view.blocks, what);
    const options =
      found.element.type === "external_select" ? await this.suggest(shown, user, what, "") : undefined;
    const chosen = option === undefined ? found : findOption(found, option, options);
    await this.#slack.delivery.deliver({
      type: "interactive",
      payload: {
        type: "block_actions",
        team: { id: shown.teamId },
        user: { id: user, team_id: shown.teamId },
        api_app_id: "A1",
        trigger_id: this.#slack.triggers.issue(user),
        container: { type: "view", view_id: shown.id },
        view: { ...shown.view, id: shown.id },
        actions: [chosen.action],
      },
    });
  }

  /** Sends a modal; resolves with the errors the bot shows in it, if any. */
  async submit(shown: ShownView, user: string, chosen: Record<string, string>): Promise<unknown> {
    if (shown.view.type !== "modal") throw new Error("only a modal can be sent");
    const values = Object.fromEntries(
      shown.view.blocks.flatMap((block) => {
        if (block.type !== "input" || block.block_id === undefined) return [];
        const { element } = block;
        return [
          [
            block.block_id,
            { [element.action_id]: { type: element.type, ...filled(element, chosen[block.block_id]) } },
          ],
        ];
      }),
    );
    return this.#slack.delivery.deliver({
      type: "interactive",
      payload: {
        type: "view_submission",
        team: { id: shown.teamId },
        user: { id: user, team_id: shown.teamId },
        api_app_id: "A1",
        trigger_id: this.#slack.triggers.issue(user),
        view: { ...shown.view, id: shown.id, state: { values } },
      },
    });
  }

  async shortcut(message: Message, user: string, callbackId: string): Promise<void> {
    const target = {
      teamId: message.teamId,
      channel: message.channel,
      userId: user,
      originalTs: undefined,
      thread: undefined,
    };
    await this.#slack.delivery.deliver({
      type: "interactive",
      payload: {
        type: "message_action",
        callback_id: callbackId,
        trigger_id: this.#slack.triggers.issue(user),
        response_url: this.#slack.responseUrls.issue(this.#slack.url, target),
        team: { id: message.teamId },
        channel: { id: message.channel, name: "general" },
        user: { id: user, team_id: message.teamId },
        message: { type: "message", user: message.user, ts: message.ts, text: message.text },
        message_ts: message.ts,
        action_ts: message.ts,
      },
    });
  }

  async openHome(teamId: string, user: string, tab: "home" | "messages"): Promise<void> {
    const workspace = this.#slack.world.workspaces.find((one) => one.teamId === teamId);
    if (workspace === undefined) throw new Error(`no workspace ${teamId}`);
    const { id } = this.#slack.world.directMessage(teamId, user);
    await this.event(workspace, { type: "app_home_opened", user, channel: id, tab, event_ts: "1.1" });
  }

  #act(message: Message, user: string, found: Found, uses = 5): Promise<unknown> {
    const hidden = message.onlyFor !== undefined;
    const target = {
      teamId: message.teamId,
      channel: message.channel,
      userId: user,
      originalTs: message.ts,
      thread: message.thread,
    };
    const thread = message.thread === undefined ? {} : { thread_ts: message.thread };
    const envelope: Envelope = {
      type: "interactive",
      payload: {
        type: "block_actions",
        team: { id: message.teamId },
        user: { id: user, team_id: message.teamId },
        api_app_id: "A1",
        trigger_id: this.#slack.triggers.issue(user),
        response_url: this.#slack.responseUrls.issue(this.#slack.url, target, uses),
        container: {
          type: "message",
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: hidden,
          ...thread,
        },
        channel: { id: message.channel, name: "general" },
        // Slack does not repeat an ephemeral message.
        ...(hidden ? {} : { message: { type: "message", ts: message.ts, text: message.text, ...thread } }),
        actions: [{ ...found.action, action_ts: message.ts }],
      },
    };
    return this.#slack.delivery.deliver(envelope);
  }

  #workspaceOf(channelId: string): Workspace {
    const channel = this.#slack.world.channels.get(channelId);
    const workspace = this.#slack.world.workspaces.find(({ teamId }) => teamId === channel?.teamId);
    if (workspace === undefined) throw new Error(`no channel ${channelId}`);
    return workspace;
  }
}
