import { randomUUID } from "node:crypto";
import { startDiscord } from "../../src/adapters/discord/start.ts";
import { startSlack } from "../../src/adapters/slack/start.ts";
import type { Conversations } from "../../src/conversations/conversations.ts";
import { createConversations } from "../../src/conversations/create-conversations.ts";
import type { Reply } from "../../src/conversations/message.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { realBrain } from "../../test/support/brain.ts";
import type { Where } from "./where.ts";

const log = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: object, message: string) => console.error(message, fields),
};

/** Our adapters, with the answer to each wording at hand after the first time. */
export async function startAdapters({ slack, discord }: Where): Promise<void> {
  const brain = await realBrain();
  const whole = createConversations({
    brain: () => brain,
    storage: openMemoryStorage({ now: Date.now }),
    newId: randomUUID,
    onFault: (error) => console.error(error),
  });
  const common = { conversations: keeping(whole), log, now: Date.now };
  if (slack) await startSlack({ ...common, settings: { mode: "socket", ...slack } });
  if (discord) await startDiscord({ ...common, settings: discord });
}

/** A message is still answered once, however often it is delivered. */
function keeping(conversations: Conversations): Conversations {
  const replies = new Map<string, Reply | undefined>();
  const claimed = new Set<string>();
  return {
    ...conversations,
    async receive(message) {
      const key = `${message.channelId}:${message.messageId}`;
      if (claimed.has(key)) return undefined;
      claimed.add(key);
      const reply = replies.get(message.text) ?? (await conversations.receive(message));
      replies.set(message.text, reply);
      return reply;
    },
  };
}
