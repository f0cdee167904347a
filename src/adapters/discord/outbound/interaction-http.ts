import { InteractionResponseType, MessageFlags, type REST, type RequestData, Routes } from "discord.js";
import type { DiscordMessage } from "../render/message-body.ts";
import { retrying } from "./retry.ts";
import { withFile } from "./with-file.ts";

/** What the calls need of an interaction. */
export interface InteractionKey {
  id: string;
  token: string;
  applicationId: string;
}

/** Answers to interactions, authorised by the interaction's token alone. */
export class InteractionHttp {
  readonly #rest: REST;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  reply(key: InteractionKey, message: DiscordMessage): Promise<void> {
    return this.#answer(key, InteractionResponseType.ChannelMessageWithSource, message);
  }

  /** Changes the message whose button was pressed. */
  update(key: InteractionKey, message: DiscordMessage): Promise<void> {
    return this.#answer(key, InteractionResponseType.UpdateMessage, message);
  }

  deferReply(key: InteractionKey, ephemeral: boolean): Promise<void> {
    const flags = ephemeral ? MessageFlags.Ephemeral : 0;
    return this.#callback(key, InteractionResponseType.DeferredChannelMessageWithSource, { flags });
  }

  deferUpdate(key: InteractionKey): Promise<void> {
    return this.#callback(key, InteractionResponseType.DeferredMessageUpdate);
  }

  choices(key: InteractionKey, choices: { name: string; value: string }[]): Promise<void> {
    return this.#callback(key, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
  }

  modal(key: InteractionKey, modal: object): Promise<void> {
    return this.#callback(key, InteractionResponseType.Modal, modal);
  }

  /** The first reply once it was deferred, or the message whose button was pressed. */
  async editOriginal(key: InteractionKey, message: DiscordMessage): Promise<void> {
    const route = Routes.webhookMessage(key.applicationId, key.token, "@original");
    await retrying(() => this.#rest.patch(route, { ...withFile(message), auth: false }));
  }

  async followUp(key: InteractionKey, message: DiscordMessage): Promise<void> {
    await this.#rest.post(Routes.webhook(key.applicationId, key.token), {
      ...withFile(message),
      auth: false,
    });
  }

  #answer(key: InteractionKey, type: InteractionResponseType, message: DiscordMessage): Promise<void> {
    const { body, files } = withFile(message);
    return this.#callback(key, type, body, files);
  }

  async #callback(
    key: InteractionKey,
    type: InteractionResponseType,
    data?: unknown,
    files?: RequestData["files"],
  ): Promise<void> {
    const route = Routes.interactionCallback(key.id, key.token);
    const request = { body: data ? { type, data } : { type }, ...(files ? { files } : {}), auth: false };
    await retrying(() => this.#rest.post(route, request));
  }
}
