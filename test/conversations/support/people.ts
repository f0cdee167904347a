import { createConversations } from "../../../src/conversations/create-conversations.ts";
import type { IncomingMessage, Place, Reply } from "../../../src/conversations/message.ts";
import type { Action } from "../../../src/conversations/personal/action.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { realBrain } from "../../support/brain.ts";

export const INTRODUCTION =
  "BI analyst, 3 yrs, SQL + Tableau, some python, want to become a data engineer, 5h a week, berlin";

/** The bot over a storage, with the real knowledge base and models. */
export async function startConversations(storage: Storage, now: () => number = Date.now) {
  const brain = await realBrain();
  const faults: unknown[] = [];
  const conversations = createConversations({
    brain: () => brain,
    storage,
    onFault: (error) => void faults.push(error),
    newId: () => "id",
    now,
  });
  let last = 0;
  /** Somebody in their direct messages, unless another place is given. */
  const person = (userId: string, over: Partial<Place> = {}) => {
    const direct: Place = {
      platform: "slack",
      workspaceId: "T0PLUTO",
      channelId: `D0${userId}`,
      userId,
      ...over,
    };
    return {
      place: direct,
      async say(text: string, at: Partial<IncomingMessage> = {}): Promise<Reply> {
        const message = {
          ...direct,
          messageId: `${userId}-${++last}`,
          text,
          addressed: "direct" as const,
          audience: "private" as const,
          ...at,
        };
        const reply = await conversations.receive(message);
        if (reply === undefined) throw new Error("not answered");
        return reply;
      },
      press: (action: Action) => conversations.pressAction(direct, action),
    };
  };
  return { conversations, faults, person };
}
