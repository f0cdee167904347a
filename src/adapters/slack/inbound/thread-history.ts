import { z } from "zod";
import type { Runtime, Workspace } from "./runtime.ts";
import { TALK_MS } from "./talks.ts";
import { mentions, mentionsOthers } from "./text.ts";

const repliesSchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      user: z.string().optional(),
      bot_id: z.string().optional(),
      text: z.string().default(""),
    }),
  ),
  has_more: z.boolean().optional(),
});

/** A talk is short; a longer thread is no talk of two, and an older one has gone quiet. */
const LONGEST_TALK = 100;
const OLDEST_ROOT_MS = 60 * 60_000;

/**
 * After a restart, or where another instance answered before, the thread is not in memory: it is read from Slack, once.
 * Returns whether the root addressed the bot. Nothing of what is read is kept but who spoke and when.
 */
export async function restoreTalk(
  runtime: Runtime,
  workspace: Workspace,
  channel: string,
  root: string,
  before: string,
): Promise<boolean> {
  const thread = `${workspace.teamId}:${channel}:${root}`;
  if (runtime.now() - Number(root) * 1000 > OLDEST_ROOT_MS) return false;
  const unknown = { userId: "", lastBotTurn: runtime.now(), closed: true };
  try {
    const read = await workspace.client.conversations.replies({ channel, ts: root, limit: LONGEST_TALK });
    const { messages, has_more } = repliesSchema.parse(read);
    const asked = messages[0];
    const earlier = messages.filter(({ ts }) => Number(ts) < Number(before));
    const ours = earlier.filter(({ user }) => user === workspace.botUserId);
    const talkOfTwo = earlier.every(
      ({ user, text }) =>
        user === workspace.botUserId || (user === asked?.user && !mentionsOthers(text, workspace.botUserId)),
    );
    const addressed = asked?.user !== undefined && mentions(asked.text, workspace.botUserId);
    const last = ours.at(-1);
    if (!addressed || last === undefined || has_more === true || !talkOfTwo) {
      runtime.talks.restore(thread, unknown);
      return false;
    }
    runtime.talks.restore(thread, {
      userId: asked.user ?? "",
      lastBotTurn: Number(last.ts) * 1000,
      closed: false,
    });
    return runtime.now() - Number(last.ts) * 1000 <= TALK_MS;
  } catch {
    runtime.talks.restore(thread, unknown);
    return false;
  }
}
