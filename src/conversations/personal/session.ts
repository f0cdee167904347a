import { z } from "zod";
import { ASKED_FIELDS } from "../../guidance/asking.ts";
import { planSchema } from "../../guidance/plan.ts";
import { profileSchema } from "../../guidance/profile.ts";
import type { Person } from "../../storage/storage.ts";

/** What only the very next message can answer. */
export const AWAITED_ONCE = ["erase", "cv"] as const;
export type AwaitedOnce = (typeof AWAITED_ONCE)[number];

/** The talk with one person, kept for a quarter of an hour as every talk is. */
export const sessionSchema = z.strictObject({
  kind: z.literal("personal"),
  /** Not kept beyond the talk: "just this once", or not answered yet. Undefined once a profile is kept for good. */
  draft: z.strictObject({ profile: profileSchema, plan: planSchema.optional() }).optional(),
  consent: z.enum(["asked", "once", "kept"]).optional(),
  asked: z.array(z.enum(ASKED_FIELDS)),
  /** What they wanted to know was said already, so nothing need be asked before. */
  advised: z.boolean().optional(),
  /** What a next message may answer. */
  awaiting: z.enum([...ASKED_FIELDS, ...AWAITED_ONCE, "consent"]).optional(),
  /** The role that an awaited CV is for. */
  cvFor: z.string().optional(),
});
export type Session = z.infer<typeof sessionSchema>;

export function newSession(): Session {
  return { kind: "personal", asked: [] };
}

/** One talk a person, wherever they write: a profile begun in a channel goes on in the DM. */
export function sessionKey({ platform, workspaceId, userId }: Person): string {
  return `personal:${platform}:${workspaceId}:${userId}`;
}

export function isDraftOf(memory: { focus: unknown }): boolean {
  return sessionSchema.safeParse(memory.focus).data?.draft !== undefined;
}
