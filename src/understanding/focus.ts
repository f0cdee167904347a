import { z } from "zod";
import { questionSchema } from "./question.ts";

/** What a conversation is about: carried from turn to turn, forgotten after a quarter of an hour. */
export const focusSchema = z.strictObject({
  /** The last question that was about something: not a greeting, thanks or an interruption. */
  question: questionSchema,
  /** Roles in the order in which they were last shown, for "the second one". */
  listed: z.array(z.string()),
  /** Roles that were asked about, latest last. */
  discussed: z.array(z.string()).default([]),
  /** Where the asker said they stand: a role, or null for a background that is none of ours. */
  own: z.string().nullable().optional(),
  /** The bot asked which role was meant, and `question` waits for it. */
  asked: z.boolean(),
});
export type Focus = z.infer<typeof focusSchema>;

export const FOCUS_LASTS_MS = 15 * 60 * 1000;
