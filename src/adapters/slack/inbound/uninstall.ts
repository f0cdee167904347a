import { z } from "zod";
import type { Runtime, Workspace } from "./runtime.ts";

/** `app_uninstalled`: all that is kept about the workspace is erased. */
export async function onGone(runtime: Runtime, workspace: Workspace): Promise<void> {
  // Bolt hands on what a payload names, whatever it is: one that names no workspace erases none.
  if (!z.string().min(1).safeParse(workspace.teamId).success) return;
  runtime.agents.delete(workspace.teamId);
  await runtime.forgetWorkspace(workspace.teamId);
  runtime.log.info({ team: workspace.teamId }, "a workspace removed the app; its data is erased");
}

const revokedSchema = z.object({ tokens: z.object({ bot: z.array(z.string()).default([]) }) });

/** `tokens_revoked`: a bot token taken back means the same; a single person's token does not. */
export async function onTokensRevoked(runtime: Runtime, workspace: Workspace, event: unknown): Promise<void> {
  const revoked = revokedSchema.safeParse(event);
  if (revoked.success && revoked.data.tokens.bot.length > 0) await onGone(runtime, workspace);
}
