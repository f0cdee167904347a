import { z } from "zod";

/**
 * What Slack takes as blocks, written from docs.slack.dev/reference/block-kit and kept apart from the bot's own limits:
 * a bot that is wrong about a limit must not be judged by the same mistake. Unknown fields are refused, as Slack does.
 */

const text = (max: number) => z.string().min(1).max(max);
const blockId = text(255).optional();
const actionId = text(255);

const plain = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: text(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: text(max), verbatim: z.boolean().optional() });
const anyText = (max: number) => z.discriminatedUnion("type", [plain(max), mrkdwn(max)]);

const option = z.strictObject({ text: plain(75), value: text(150), description: plain(75).optional() });
export const optionsSchema = z.array(option).max(100);

const button = z.strictObject({
  type: z.literal("button"),
  text: plain(75),
  action_id: actionId,
  value: text(2000).optional(),
  url: text(3000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: text(75).optional(),
});
const staticSelect = z.strictObject({
  type: z.literal("static_select"),
  action_id: actionId,
  placeholder: plain(150).optional(),
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
});
const externalSelect = z.strictObject({
  type: z.literal("external_select"),
  action_id: actionId,
  placeholder: plain(150).optional(),
  min_query_length: z.int().min(0).optional(),
  initial_option: option.optional(),
});
const element = z.discriminatedUnion("type", [button, staticSelect, externalSelect]);

const feedbackChoice = z.strictObject({
  text: plain(75),
  accessibility_label: text(75).optional(),
  value: text(2000),
});
const feedbackButtons = z.strictObject({
  type: z.literal("feedback_buttons"),
  action_id: actionId,
  positive_button: feedbackChoice,
  negative_button: feedbackChoice,
});

const cell = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) }),
  z.strictObject({ type: z.literal("raw_number"), value: z.number(), text: z.string().min(1) }),
]);
const fewCharacters = (rows: { text: string }[][]) =>
  rows.flat().reduce((sum, { text: words }) => sum + words.length, 0) <= 10_000;
const evenRows = (rows: unknown[][]) => rows.every((row) => row.length === rows[0]?.length);

const NUMBER = /^-?\d+(?:\.\d+)?$/;

const header = z.strictObject({ type: z.literal("header"), block_id: blockId, text: plain(150) });
const section = z
  .strictObject({
    type: z.literal("section"),
    block_id: blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: element.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text: words, fields }) => words !== undefined || fields !== undefined, "no text and no fields");
const context = z.strictObject({
  type: z.literal("context"),
  block_id: blockId,
  elements: z.array(anyText(3000)).min(1).max(10),
});
const actions = z.strictObject({
  type: z.literal("actions"),
  block_id: blockId,
  elements: z.array(element).min(1).max(25),
});
const divider = z.strictObject({ type: z.literal("divider"), block_id: blockId });
const contextActions = z.strictObject({
  type: z.literal("context_actions"),
  block_id: blockId,
  elements: z.array(feedbackButtons).min(1).max(5),
});
const table = z.strictObject({
  type: z.literal("table"),
  block_id: blockId,
  rows: z
    .array(z.array(cell).min(1).max(20))
    .min(1)
    .max(100)
    .refine(fewCharacters, "more than 10,000 characters in a table")
    .refine(evenRows, "rows of different length"),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(["left", "center", "right"]).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
});
const dataTable = z.strictObject({
  type: z.literal("data_table"),
  block_id: blockId,
  caption: z.string().min(1),
  rows: z
    .array(z.array(cell).min(1).max(20))
    .min(2)
    .max(101)
    .refine(fewCharacters, "more than 10,000 characters in a table")
    .refine(evenRows, "rows of different length"),
  page_size: z.int().min(1).max(100).optional(),
  row_header_column_index: z.int().min(0).max(19).optional(),
});
const textInput = z
  .strictObject({
    type: z.literal("plain_text_input"),
    action_id: actionId,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().min(1).optional(),
    placeholder: plain(150).optional(),
  })
  .refine(
    ({ initial_value, max_length }) => (initial_value ?? "").length <= (max_length ?? 3000),
    "initial_value is longer than max_length",
  );
const numberInput = z.strictObject({
  type: z.literal("number_input"),
  action_id: actionId,
  is_decimal_allowed: z.boolean(),
  min_value: z.string().regex(NUMBER).optional(),
  max_value: z.string().regex(NUMBER).optional(),
  initial_value: z.string().regex(NUMBER).optional(),
  placeholder: plain(150).optional(),
});
const input = z.strictObject({
  type: z.literal("input"),
  block_id: blockId,
  label: plain(2000),
  element: z.discriminatedUnion("type", [staticSelect, externalSelect, textInput, numberInput]),
  optional: z.boolean().optional(),
  hint: plain(2000).optional(),
});

const inMessages = z.discriminatedUnion("type", [
  header,
  section,
  context,
  actions,
  divider,
  contextActions,
  table,
  dataTable,
]);
const inViews = z.discriminatedUnion("type", [header, section, context, actions, divider, input]);

export type MessageBlock = z.infer<typeof inMessages>;
export type ViewBlock = z.infer<typeof inViews>;
export type InputElement = z.infer<typeof input>["element"];

const messageBlocks = z.array(inMessages).max(50).superRefine(uniqueIds);
const viewBlocks = z.array(inViews).min(1).max(100).superRefine(uniqueIds);

/** The error Slack answers with, and its hints; undefined where it takes the blocks. */
export interface BlockFault {
  error: string;
  messages: string[];
}

/** Above this Slack says msg_blocks_too_long; the true number is undocumented (bolt-js#2509). */
const ALL_BLOCKS = 13_200;

export function checkMessageBlocks(blocks: unknown): BlockFault | { blocks: MessageBlock[] } {
  const parsed = messageBlocks.safeParse(blocks);
  if (!parsed.success) return { error: "invalid_blocks", messages: pointers(parsed.error) };
  const tables = parsed.data.filter(({ type }) => type === "table" || type === "data_table").length;
  if (tables > 1) return { error: "invalid_blocks", messages: ["[ERROR] only_one_table_allowed"] };
  if (JSON.stringify(blocks).length > ALL_BLOCKS) return { error: "msg_blocks_too_long", messages: [] };
  return { blocks: parsed.data };
}

const view = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("modal"),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    callback_id: text(255).optional(),
    private_metadata: z.string().max(3000).optional(),
    blocks: viewBlocks,
  }),
  z.strictObject({
    type: z.literal("home"),
    callback_id: text(255).optional(),
    private_metadata: z.string().max(3000).optional(),
    blocks: viewBlocks,
  }),
]);
export type View = z.infer<typeof view>;

export function checkView(given: unknown): BlockFault | { view: View } {
  const parsed = view.safeParse(given);
  if (!parsed.success) return { error: "invalid_arguments", messages: pointers(parsed.error) };
  const inputs = parsed.data.blocks.some(({ type }) => type === "input");
  if (inputs && (parsed.data.type === "home" || parsed.data.submit === undefined))
    return { error: "invalid_arguments", messages: ["[ERROR] inputs need a modal with a submit button"] };
  return { view: parsed.data };
}

function pointers(error: z.ZodError): string[] {
  return error.issues.map(
    ({ message, path }) => `[ERROR] ${message} [json-pointer:/blocks/${path.join("/")}]`,
  );
}

function uniqueIds(blocks: readonly object[], context: z.RefinementCtx): void {
  const blockIds = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    if ("block_id" in block && typeof block.block_id === "string") {
      if (blockIds.has(block.block_id))
        context.addIssue({ code: "custom", path: [at, "block_id"], message: "block_id already used" });
      blockIds.add(block.block_id);
    }
    const actionIds = "elements" in block && Array.isArray(block.elements) ? actionIdsOf(block.elements) : [];
    if (new Set(actionIds).size < actionIds.length)
      context.addIssue({
        code: "custom",
        path: [at, "elements"],
        message: "action_id already used in the block",
      });
  }
}

function actionIdsOf(elements: readonly unknown[]): string[] {
  return elements.flatMap((one) =>
    typeof one === "object" && one !== null && "action_id" in one && typeof one.action_id === "string"
      ? [one.action_id]
      : [],
  );
}
