import { z } from "zod";
import type { Runtime, Workspace } from "./runtime.ts";
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
 * Nothing of what is read is kept but who spoke and when.
 */
export async function restoreTalk(
  runtime: Runtime,
  workspace: Workspace,
  channel: string,
  root: string,
  before: string,
): Promise<void> {
  if (runtime.now() - Number(root) * 1000 > OLDEST_ROOT_MS) return;
  const thread = `${workspace.teamId}:${channel}:${root}`;
  const reading =
    runtime.reading.get(thread) ??
    readTalk(workspace, channel, root, before)
      .catch(() => undefined)
      .then((talk) => {
        runtime.talks.restore(thread, talk ?? { userId: "", lastBotTurn: runtime.now(), closed: true });
        runtime.reading.delete(thread);
      });
  runtime.reading.set(thread, reading);
  await reading;
}

/** The talk before the message `before`; undefined where the root did not address the bot or others joined in. */
async function readTalk(
  { client, botUserId }: Workspace,
  channel: string,
  root: string,
  before: string,
): Promise<{ userId: string; lastBotTurn: number; closed: boolean } | undefined> {
  const read = await client.conversations.replies({ channel, ts: root, limit: LONGEST_TALK });
  const { messages, has_more } = repliesSchema.parse(read);
  const asked = messages[0];
  if (asked?.user === undefined || has_more === true || !mentions(asked.text, botUserId)) return undefined;
  const earlier = messages.filter(({ ts }) => Number(ts) < Number(before));
  const last = earlier.findLast(({ user }) => user === botUserId);
  const ofTwo = earlier.every(
    ({ user, text }) => user === botUserId || (user === asked.user && !mentionsOthers(text, botUserId)),
  );
  return last === undefined || !ofTwo
    ? undefined
    : { userId: asked.user, lastBotTurn: Number(last.ts) * 1000, closed: false };
}
