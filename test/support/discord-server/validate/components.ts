import { z } from "zod";

/** Components of messages and modals by Discord's documentation (components/reference); numbers are Discord's type ids. */

const customId = z.string().min(1).max(100);
const id = z.int().min(0).optional();
const emoji = z.strictObject({
  id: z.string().nullish(),
  name: z.string().nullish(),
  animated: z.boolean().optional(),
});
const media = z.strictObject({ url: z.string().min(1) });

const label = z.string().min(1).max(80);
const actionButton = z.strictObject({
  type: z.literal(2),
  id,
  style: z.literal([1, 2, 3, 4]),
  label: label.optional(),
  emoji: emoji.optional(),
  custom_id: customId,
  disabled: z.boolean().optional(),
});
const linkButton = z.strictObject({
  type: z.literal(2),
  id,
  style: z.literal(5),
  label: label.optional(),
  emoji: emoji.optional(),
  url: z.url().max(512),
  disabled: z.boolean().optional(),
});
const button = z
  .discriminatedUnion("style", [actionButton, linkButton])
  .refine(
    (made) => made.label !== undefined || made.emoji !== undefined,
    "a button needs a label or an emoji",
  );

const option = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().min(1).max(100).optional(),
  emoji: emoji.optional(),
  default: z.boolean().optional(),
});
export const stringSelect = z
  .strictObject({
    type: z.literal(3),
    id,
    custom_id: customId,
    options: z.array(option).min(1).max(25),
    placeholder: z.string().max(150).optional(),
    min_values: z.int().min(0).max(25).optional(),
    max_values: z.int().min(1).max(25).optional(),
    disabled: z.boolean().optional(),
    required: z.boolean().optional(),
  })
  .refine((menu) => new Set(menu.options.map(({ value }) => value)).size === menu.options.length, {
    path: ["options"],
    message: "option values must be unique",
  })
  .refine((menu) => menu.options.filter((one) => one.default).length <= (menu.max_values ?? 1), {
    path: ["options"],
    message: "more defaults than values may be chosen",
  });

export const actionRow = z.strictObject({
  type: z.literal(1),
  id,
  components: z.union([z.array(button).min(1).max(5), z.array(stringSelect).length(1)]),
});
export const textDisplay = z.strictObject({ type: z.literal(10), id, content: z.string().min(1).max(4000) });
const thumbnail = z.strictObject({
  type: z.literal(11),
  id,
  media,
  description: z.string().max(1024).optional(),
  spoiler: z.boolean().optional(),
});
const section = z.strictObject({
  type: z.literal(9),
  id,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.union([button, thumbnail]),
});
const separator = z.strictObject({
  type: z.literal(14),
  id,
  divider: z.boolean().optional(),
  spacing: z.union([z.literal(1), z.literal(2)]).optional(),
});
const gallery = z.strictObject({
  type: z.literal(12),
  id,
  items: z
    .array(
      z.strictObject({
        media,
        description: z.string().max(1024).optional(),
        spoiler: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(10),
});
const file = z.strictObject({
  type: z.literal(13),
  id,
  file: z.strictObject({ url: z.string().regex(/^attachment:\/\/[\w.-]+$/) }),
  spoiler: z.boolean().optional(),
});
const container = z.strictObject({
  type: z.literal(17),
  id,
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().optional(),
  components: z
    .array(z.discriminatedUnion("type", [actionRow, textDisplay, section, separator, gallery, file]))
    .min(1),
});

/** What may stand at the top of a message that has the Components v2 flag. */
export const layoutComponents = z.array(
  z.discriminatedUnion("type", [actionRow, textDisplay, section, separator, gallery, file, container]),
);
/** Without the flag only rows are known, five of them. */
export const classicComponents = z.array(actionRow).max(5);

type Tree = {
  type?: unknown;
  components?: unknown;
  accessory?: unknown;
  custom_id?: unknown;
  content?: unknown;
  file?: unknown;
};

/** Every component with those inside it. */
export function flatten(components: readonly unknown[]): Tree[] {
  return components.flatMap((component) => {
    const tree = component as Tree;
    return [
      tree,
      ...(Array.isArray(tree.components) ? flatten(tree.components) : []),
      ...(tree.accessory ? flatten([tree.accessory]) : []),
    ];
  });
}
