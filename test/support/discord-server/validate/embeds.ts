import { z } from "zod";

const embed = z.strictObject({
  type: z.literal("rich").optional(),
  title: z.string().max(256).optional(),
  description: z.string().max(4096).optional(),
  url: z.url().optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  timestamp: z.iso.datetime().optional(),
  footer: z.strictObject({ text: z.string().min(1).max(2048), icon_url: z.url().optional() }).optional(),
  author: z.strictObject({ name: z.string().min(1).max(256), url: z.url().optional() }).optional(),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(256),
        value: z.string().min(1).max(1024),
        inline: z.boolean().optional(),
      }),
    )
    .max(25)
    .optional(),
});

/** Ten embeds, 6,000 characters over all of them. */
export const embeds = z
  .array(embed)
  .max(10)
  .refine(
    (all) => all.reduce((sum, one) => sum + lengthOf(one), 0) <= 6000,
    "more than 6000 characters over all embeds",
  );

function lengthOf(one: z.infer<typeof embed>): number {
  const fields = (one.fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  const single = [one.title, one.description, one.footer?.text, one.author?.name];
  return single.reduce((sum, text) => sum + (text?.length ?? 0), fields);
}
