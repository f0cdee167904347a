import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** A whole conversation as it would be told: the same on every platform. `test/stories/README.md` explains the fields. */

const says = z.union([
  z.string().min(1),
  /** The same words many times over, for messages that nobody would write out. */
  z.strictObject({ repeat: z.string().min(1), times: z.int().positive() }),
]);

const turnSchema = z.strictObject({
  says: says.transform((said) => (typeof said === "string" ? said : said.repeat.repeat(said.times))),
  /** Pressed where the platform has buttons; `says` is then typed where it has none. */
  presses: z.string().optional(),
  /** The platform delivers the message a second time. */
  twice: z.boolean().default(false),
  /** Minutes that pass before the turn. */
  after: z.number().positive().optional(),
  understood: z.string().describe("the question's string form"),
  outcome: z.enum(["answered", "clarify", "declined"]),
  audience: z.enum(["public", "private"]),
  shows: z.array(z.string()).min(1),
  hides: z.array(z.string()).default([]),
});
export type Turn = z.infer<typeof turnSchema>;

export const PLACES = ["channel", "thread", "dm", "command"] as const;
const storySchema = z.strictObject({
  title: z.string(),
  where: z.enum(PLACES),
  turns: z.array(turnSchema).min(1),
});
export type Story = z.infer<typeof storySchema>;
export type Where = Story["where"];

/** Every story of a folder, in the order of the file names. @throws naming the file that is none */
export async function readStories(folder: string): Promise<Story[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(
    files.map(async (name) => {
      const parsed = storySchema.safeParse(parse(await readFile(join(folder, name), "utf8")));
      if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    }),
  );
}
