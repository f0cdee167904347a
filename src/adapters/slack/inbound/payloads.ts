import { z } from "zod";

/** The parts of Slack's payloads that we read, and nothing more. Source: docs.slack.dev/reference/events. */

const ts = z.string().min(1);

/** `app_mention`, and `message` without a subtype. */
export const postSchema = z.object({
  channel: z.string(),
  ts,
  thread_ts: ts.optional(),
  user: z.string().optional(),
  text: z.string().default(""),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  hidden: z.boolean().optional(),
  channel_type: z.enum(["im", "mpim", "channel", "group", "app_home"]).optional(),
});
export type Post = z.infer<typeof postSchema>;

export const editSchema = z.object({
  channel: z.string(),
  subtype: z.literal("message_changed"),
  message: z.object({
    ts,
    user: z.string().optional(),
    text: z.string().default(""),
    bot_id: z.string().optional(),
  }),
  previous_message: z.object({ text: z.string().default("") }).optional(),
});

export const homeOpenedSchema = z.object({
  user: z.string(),
  channel: z.string(),
  tab: z.enum(["home", "messages"]),
});

export const commandSchema = z.object({
  command: z.string(),
  text: z.string().default(""),
  team_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(""),
  user_id: z.string(),
  response_url: z.string().optional(),
  trigger_id: z.string(),
});
export type Command = z.infer<typeof commandSchema>;

/** `block_actions`, from a message or from a view. */
export const actionBodySchema = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  message: z.object({ ts, thread_ts: ts.optional(), metadata: z.unknown().optional() }).optional(),
  container: z
    .object({
      type: z.string(),
      message_ts: ts.optional(),
      thread_ts: ts.optional(),
      channel_id: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  view: z.object({ id: z.string(), type: z.string(), hash: z.string().optional() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
});
export type ActionBody = z.infer<typeof actionBodySchema>;

/** One button press or menu choice; `value` is the button's, or that of the chosen option. */
export const actionSchema = z
  .object({
    action_id: z.string(),
    block_id: z.string().default(""),
    value: z.string().optional(),
    selected_option: z.object({ value: z.string() }).nullish(),
  })
  .transform(({ selected_option, value, ...action }) => ({
    ...action,
    value: value ?? selected_option?.value ?? "",
  }));
export type Action = z.infer<typeof actionSchema>;

export const suggestionSchema = z.object({
  action_id: z.string(),
  block_id: z.string().default(""),
  value: z.string().default(""),
});

export const shortcutSchema = z.object({
  callback_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string(), name: z.string().optional() }),
  user: z.object({ id: z.string() }),
  message: z.object({ ts, text: z.string().default("") }),
});

const chosen = z.object({
  selected_option: z.object({ value: z.string() }).nullish(),
  value: z.string().nullish(),
});
export const viewBodySchema = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({
    callback_id: z.string(),
    private_metadata: z.string().default(""),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), chosen.loose())) }),
  }),
});
