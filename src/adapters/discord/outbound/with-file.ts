import type { RequestData } from "discord.js";
import type { DiscordMessage } from "../render/message-body.ts";

/** A message as the REST client takes it: its file is sent beside the body, with the description that is read out for it. */
export function withFile(
  { file, ...message }: DiscordMessage,
  more: object = {},
): Pick<RequestData, "body" | "files"> {
  const body = { ...message, ...more };
  if (file === undefined) return { body };
  const { name, text, description } = file;
  return {
    body: { ...body, attachments: [{ id: 0, filename: name, description }] },
    files: [{ name, data: Buffer.from(text, "utf8"), contentType: "application/json" }],
  };
}
