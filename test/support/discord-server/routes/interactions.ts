import { FIRST_REPLY_MS, type Interaction } from "../interactions.ts";
import { type Call, type Route, route } from "../rest.ts";
import { choicesForm } from "../validate/commands.ts";
import { parseForm, Refusal } from "../validate/form-error.ts";
import { FLAGS, type MessageBody, parseMessage } from "../validate/message.ts";
import { modalForm } from "../validate/modal.ts";
import type { StoredMessage, World } from "../world.ts";

/** Callbacks and the webhook of an interaction: deadlines, one acknowledgement, what each kind may be answered with. */
export function interactionRoutes(world: World, interactions: Map<string, Interaction>): Route[] {
  const byToken = (token: string): Interaction => {
    const found = [...interactions.values()].find((one) => one.token === token);
    if (!found?.acknowledgement) throw new Refusal(404, { code: 10015, message: "Unknown Webhook" });
    if (found.tokenExpired) throw new Refusal(401, { code: 50027, message: "Invalid Webhook Token" });
    return found;
  };
  const messageOf = (interaction: Interaction, id: string): StoredMessage => {
    const message =
      id === "@original" ? interaction.original : interaction.followUps.find((one) => one.id === id);
    if (!message) throw new Refusal(404, { code: 10008, message: "Unknown Message" });
    return message;
  };

  return [
    route(
      "POST",
      "/interactions/:id/:token/callback",
      (call, id, token) => {
        const interaction = interactions.get(id!);
        if (
          !interaction ||
          interaction.token !== token ||
          Date.now() - interaction.createdAt > FIRST_REPLY_MS
        ) {
          throw new Refusal(404, { code: 10062, message: "Unknown interaction" });
        }
        if (interaction.acknowledgement) {
          interaction.secondAcknowledgements += 1;
          interaction.changed();
          throw new Refusal(400, { code: 40060, message: "Interaction has already been acknowledged." });
        }
        acknowledge(world, interaction, call.body as { type: number; data?: unknown });
        interaction.acknowledgedAfter = Date.now() - interaction.createdAt;
        interaction.changed();
        return undefined;
      },
      true,
    ),
    route(
      "GET",
      "/webhooks/:app/:token/messages/:id",
      (_, __, token, id) => messageOf(byToken(token!), id!),
      true,
    ),
    route(
      "PATCH",
      "/webhooks/:app/:token/messages/:id",
      (call, _, token, id) => {
        const interaction = byToken(token!);
        const message = messageOf(interaction, id!);
        apply(message, parseMessage(call.body, "interaction", message.flags), true);
        interaction.visible += 1;
        interaction.changed();
        return message;
      },
      true,
    ),
    route(
      "DELETE",
      "/webhooks/:app/:token/messages/:id",
      (_, __, token, id) => {
        world.messages.delete(messageOf(byToken(token!), id!).id);
        return undefined;
      },
      true,
    ),
    route("POST", "/webhooks/:app/:token", (call, _, token) => followUp(world, byToken(token!), call), true),
  ];
}

function followUp(world: World, interaction: Interaction, call: Call): StoredMessage {
  const message = newMessage(world, interaction, parseMessage(call.body, "interaction"));
  interaction.followUps.push(message);
  interaction.changed();
  return message;
}

function acknowledge(world: World, interaction: Interaction, body: { type: number; data?: unknown }): void {
  const wrong = () =>
    new Refusal(400, { code: 50035, message: "Invalid Form Body", errors: { type: "not for this" } });
  const component = interaction.kind === 3;
  switch (body.type) {
    case 4:
      if (interaction.kind === 4) throw wrong();
      interaction.original = newMessage(world, interaction, parseMessage(body.data, "interaction"));
      interaction.visible += 1;
      interaction.acknowledgement = { type: 4, data: body.data };
      return;
    case 5: {
      if (interaction.kind === 4) throw wrong();
      const { flags = 0 } = (body.data ?? {}) as { flags?: number };
      if ((flags & ~FLAGS.ephemeral) !== 0) throw wrong();
      interaction.original = newMessage(world, interaction, { flags } as MessageBody);
      interaction.acknowledgement = { type: 5, ephemeral: flags !== 0 };
      return;
    }
    case 6:
      if (!component) throw wrong();
      interaction.original = interaction.source;
      interaction.acknowledgement = { type: 6 };
      return;
    case 7:
      if (!component || !interaction.source) throw wrong();
      apply(interaction.source, parseMessage(body.data, "interaction", interaction.source.flags), true);
      interaction.original = interaction.source;
      interaction.visible += 1;
      interaction.acknowledgement = { type: 7, data: body.data };
      return;
    case 8:
      if (interaction.kind !== 4) throw wrong();
      interaction.acknowledgement = { type: 8, data: parseForm(choicesForm, body.data) };
      return;
    case 9:
      if (interaction.kind === 4 || interaction.kind === 5) throw wrong();
      interaction.acknowledgement = { type: 9, data: parseForm(modalForm, body.data) };
      return;
    default:
      throw wrong();
  }
}

function newMessage(world: World, interaction: Interaction, body: MessageBody): StoredMessage {
  const channel = world.channels.get(interaction.channelId);
  const message = world.store({
    channel_id: interaction.channelId,
    ...(channel?.guild_id ? { guild_id: channel.guild_id } : {}),
    type: 20,
    author: world.bot,
    webhook_id: world.applicationId,
    content: "",
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    components: [],
    embeds: [],
    attachments: [],
    flags: 0,
    edited_timestamp: null,
  });
  apply(message, body, false);
  return message;
}

/** Writes a body into a message; ephemerality and Components v2 stay once they are set. */
export function apply(message: StoredMessage, body: MessageBody, edited: boolean): void {
  const sticky = message.flags & (FLAGS.ephemeral | FLAGS.componentsV2);
  const ephemeral = edited ? 0 : (body.flags ?? 0) & FLAGS.ephemeral;
  message.flags = sticky | ephemeral | ((body.flags ?? 0) & ~FLAGS.ephemeral);
  if (body.content !== undefined) message.content = body.content ?? "";
  if (body.components !== undefined) message.components = body.components ?? [];
  if (body.attachments) message.attachments = body.attachments;
  if (edited) message.edited_timestamp = new Date().toISOString();
}
