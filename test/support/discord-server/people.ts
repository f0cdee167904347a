import type { Gateway } from "./gateway.ts";
import { Interaction } from "./interactions.ts";
import { channelPayload, memberOf } from "./payloads.ts";
import type { Channel, StoredMessage, User, World } from "./world.ts";

/** What people do in the local Discord: they write, edit, press and choose. */

export interface Said {
  in: Channel;
  by: User;
  text: string;
  /** The message replied to; `ping` says whether its author is mentioned by it (Discord's default). */
  replyTo?: StoredMessage;
  ping?: boolean;
  /** 0 and 19 are people's own words; anything else is a notice of the system. */
  type?: number;
  at?: number;
}

export interface Asked {
  in: Channel;
  by: User;
  /** How long ago it happened, in milliseconds: for an interaction that reaches the bot late. */
  age?: number;
}

export class People {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #interactions: Map<string, Interaction>;
  readonly #events = new Map<string, { event: object; guildId: string | undefined }>();

  constructor(world: World, gateway: Gateway, interactions: Map<string, Interaction>) {
    this.#world = world;
    this.#gateway = gateway;
    this.#interactions = interactions;
  }

  /** Writes a message and tells the bot of it. */
  say(said: Said): StoredMessage {
    const { text, replyTo } = said;
    const named = [...text.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => this.#world.users.get(id!) ?? []);
    const pinged = replyTo && said.ping !== false ? [replyTo.author] : [];
    const message = this.#world.store(
      {
        channel_id: said.in.id,
        ...(said.in.guild_id ? { guild_id: said.in.guild_id } : {}),
        type: said.type ?? (replyTo ? 19 : 0),
        author: said.by,
        content: text,
        mentions: [...new Map([...named, ...pinged].map((user) => [user.id, user])).values()],
        mention_roles: [...text.matchAll(/<@&(\d+)>/g)].map(([, id]) => id!),
        mention_everyone: /@(everyone|here)/.test(text),
        components: [],
        embeds: [],
        attachments: [],
        flags: 0,
        edited_timestamp: null,
        ...(replyTo
          ? {
              message_reference: { message_id: replyTo.id, channel_id: said.in.id },
              referenced_message: replyTo,
            }
          : {}),
      },
      said.at,
    );
    this.deliver(message);
    return message;
  }

  /** Tells the bot of a message; again for one that Discord delivers twice. */
  deliver(message: StoredMessage, event = "MESSAGE_CREATE"): void {
    const channel = this.#world.channels.get(message.channel_id)!;
    const visible = this.#seenByBot(message, channel);
    const member = channel.guild_id ? { member: memberOf(message.author) } : {};
    this.#gateway.dispatch(event, { ...visible, ...member, channel_type: channel.type }, channel.guild_id);
  }

  /** Changes the text of a message. */
  edit(message: StoredMessage, text: string): void {
    message.content = text;
    message.edited_timestamp = new Date().toISOString();
    message.mentions = [...text.matchAll(/<@!?(\d+)>/g)].flatMap(
      ([, id]) => this.#world.users.get(id!) ?? [],
    );
    this.deliver(message, "MESSAGE_UPDATE");
  }

  /** Discord adds a link's preview later and tells of it as an update that is no edit. */
  unfurl(message: StoredMessage): void {
    this.deliver({ ...message, embeds: [{ type: "link", url: "https://example.org/" }] }, "MESSAGE_UPDATE");
  }

  command(name: string, options: Record<string, string | boolean>, asked: Asked, sub?: string): Interaction {
    const given = Object.entries(options).map(([option, value]) => optionOf(option, value));
    const data = sub ? [{ type: 1, name: sub, options: given }] : given;
    return this.#interact(2, asked, { id: this.#world.newId(), name, type: 1, options: data });
  }

  /** Types into an option; `typed` is what stands there so far. */
  autocomplete(name: string, option: string, typed: string, asked: Asked): Interaction {
    const options = [{ type: 3, name: option, value: typed, focused: true }];
    return this.#interact(4, asked, { id: this.#world.newId(), name, type: 1, options });
  }

  messageMenu(name: string, on: StoredMessage, asked: Asked): Interaction {
    const resolved = { messages: { [on.id]: on }, users: { [on.author.id]: on.author } };
    return this.#interact(2, asked, { id: this.#world.newId(), name, type: 3, target_id: on.id, resolved });
  }

  press(customId: string, on: StoredMessage, asked: Asked): Interaction {
    return this.#interact(3, asked, { custom_id: customId, component_type: 2 }, on);
  }

  select(customId: string, value: string, on: StoredMessage, asked: Asked): Interaction {
    return this.#interact(3, asked, { custom_id: customId, component_type: 3, values: [value] }, on);
  }

  submit(customId: string, fields: Record<string, string>, asked: Asked): Interaction {
    const components = Object.entries(fields).map(([id, value], at) => ({
      type: 18,
      id: at + 1,
      component: { type: 4, id: at + 10, custom_id: id, value },
    }));
    return this.#interact(5, asked, { custom_id: customId, components });
  }

  /** Without the privileged intent Discord blanks what does not concern the bot. */
  #seenByBot(message: StoredMessage, channel: Channel): StoredMessage {
    const bot = this.#world.bot.id;
    const concerns =
      channel.type !== 0 && channel.type !== 11 ? true : message.mentions.some(({ id }) => id === bot);
    if (concerns || message.author.id === bot || this.#gateway.seesContent()) return message;
    return { ...message, content: "", embeds: [], attachments: [], components: [] };
  }

  #interact(kind: Interaction["kind"], asked: Asked, data: object, on?: StoredMessage): Interaction {
    const createdAt = Date.now() - (asked.age ?? 0);
    const channel = asked.in;
    const guild = channel.guild_id ? this.#world.guilds.get(channel.guild_id) : undefined;
    const interaction = new Interaction({
      kind,
      id: this.#world.newId(createdAt),
      createdAt,
      channelId: channel.id,
      user: asked.by,
      source: on,
    });
    this.#interactions.set(interaction.id, interaction);
    const event = {
      id: interaction.id,
      application_id: this.#world.applicationId,
      type: kind,
      token: interaction.token,
      version: 1,
      data,
      channel: channelPayload(channel),
      channel_id: channel.id,
      locale: "en-US",
      entitlements: [],
      app_permissions: this.#world.botPermissions(channel).toString(),
      authorizing_integration_owners: guild ? { 0: guild.id } : { 1: asked.by.id },
      attachment_size_limit: 10_485_760,
      context: channel.guild_id ? 0 : channel.type === 3 ? 2 : 1,
      ...(channel.guild_id ? { guild_id: channel.guild_id, member: memberOf(asked.by) } : { user: asked.by }),
      ...(on ? { message: on } : {}),
    };
    this.#events.set(interaction.id, { event, guildId: guild?.id });
    this.redeliver(interaction);
    return interaction;
  }

  /** Tells the bot of an interaction; again for one that Discord delivers twice. */
  redeliver(interaction: Interaction): void {
    const told = this.#events.get(interaction.id);
    if (told) this.#gateway.dispatch("INTERACTION_CREATE", told.event, told.guildId);
  }
}

function optionOf(name: string, value: string | boolean): object {
  return { type: typeof value === "boolean" ? 5 : 3, name, value };
}
