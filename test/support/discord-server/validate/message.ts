import { z } from "zod";
import { classicComponents, flatten, layoutComponents } from "./components.ts";
import { embeds } from "./embeds.ts";
import { invalidForm, parseForm } from "./form-error.ts";

export const FLAGS = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, componentsV2: 1 << 15 } as const;

const snowflake = z.string().regex(/^\d{17,20}$/);
/** Stricter than Discord: the bot must never ping, so every body has to say so. */
const allowedMentions = z.strictObject(
  {
    parse: z.array(z.string()).length(0, "this bot mentions nobody: parse must be empty"),
    replied_user: z.literal(false).optional(),
    users: z.array(z.string()).length(0).optional(),
    roles: z.array(z.string()).length(0).optional(),
  },
  { error: (issue) => (issue.input === undefined ? "allowed_mentions is missing" : undefined) },
);

const attachment = z.strictObject({
  id: z.union([z.int(), z.string()]),
  filename: z.string().min(1).max(1024),
  description: z.string().max(1024).optional(),
  /** Put in by the server from what was sent; without it no file was. */
  text: z.string({ error: "no file was sent for it" }),
  content_type: z.string(),
});

const body = z.strictObject({
  content: z.string().max(2000).nullish(),
  nonce: z.union([z.int(), z.string().max(25)]).optional(),
  enforce_nonce: z.boolean().optional(),
  tts: z.literal(false).optional(),
  embeds: embeds.nullish(),
  components: z.array(z.unknown()).nullish(),
  allowed_mentions: allowedMentions,
  flags: z.int().optional(),
  attachments: z.array(attachment).max(10).nullish(),
  message_reference: z
    .strictObject({
      type: z.literal(0).optional(),
      message_id: snowflake,
      channel_id: snowflake.optional(),
      guild_id: snowflake.optional(),
      fail_if_not_exists: z.boolean().optional(),
    })
    .optional(),
});
export type MessageBody = z.infer<typeof body>;

const CREATE_FLAGS = FLAGS.suppressEmbeds | FLAGS.componentsV2 | (1 << 12);

/** `before` are the flags of the message that is edited; Components v2 cannot be taken back. */
export function parseMessage(
  input: unknown,
  where: "create" | "edit" | "interaction",
  before = 0,
): MessageBody {
  const parsed = parseForm(body, input);
  const flags = parsed.flags ?? 0;
  const allowed = CREATE_FLAGS | (where === "create" ? 0 : FLAGS.ephemeral);
  if ((flags & ~allowed) !== 0) refuse(["flags"], "flags that cannot be set here");
  if (parsed.enforce_nonce && parsed.nonce === undefined) refuse(["nonce"], "enforce_nonce needs a nonce");
  if (((flags | before) & FLAGS.componentsV2) !== 0) checkLayout(parsed, where);
  else checkClassic(parsed, where);
  return parsed;
}

function checkLayout(message: MessageBody, where: string): void {
  if (message.content) refuse(["content"], "content cannot be used with Components v2");
  if (message.embeds?.length) refuse(["embeds"], "embeds cannot be used with Components v2");
  if (where === "edit" && message.components === undefined) return;
  const components = check(layoutComponents, message.components ?? []);
  if (components.length === 0) refuse(["components"], "an empty message");
  const all = flatten(components);
  if (all.length > 40) refuse(["components"], `${all.length} components, at most 40`);
  const text = all.reduce((sum, { content }) => sum + (typeof content === "string" ? content.length : 0), 0);
  if (text > 4000) refuse(["components"], `${text} characters over all text displays, at most 4000`);
  const sent = (message.attachments ?? []).map(({ filename }) => `attachment://${filename}`);
  for (const { file } of all) {
    if (typeof file === "object" && file !== null && "url" in file && !sent.includes(String(file.url)))
      refuse(["components"], `${file.url} was not sent`);
  }
  uniqueIds(components);
}

function checkClassic(message: MessageBody, where: string): void {
  const components = check(classicComponents, message.components ?? []);
  const empty = !message.content && !message.embeds?.length && components.length === 0;
  const untouched = message.content === undefined && !message.embeds && !message.components;
  if (empty && !(where === "edit" && untouched)) {
    throw invalidForm([
      { code: "custom", path: ["content"], message: "Cannot send an empty message", input: "" },
    ]);
  }
  uniqueIds(components);
}

function check<T extends z.ZodType<unknown[]>>(schema: T, components: unknown[]): unknown[] {
  const parsed = schema.safeParse(components);
  if (parsed.success) return parsed.data;
  throw invalidForm(parsed.error.issues.map((issue) => ({ ...issue, path: ["components", ...issue.path] })));
}

function uniqueIds(components: readonly unknown[]): void {
  const ids = flatten(components).flatMap(({ custom_id }) =>
    typeof custom_id === "string" ? [custom_id] : [],
  );
  if (new Set(ids).size !== ids.length) refuse(["components"], "a custom_id appears twice");
}

function refuse(path: string[], message: string): never {
  throw invalidForm([{ code: "custom", path, message, input: undefined }]);
}
