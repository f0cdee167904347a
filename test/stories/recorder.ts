import type { Conversations } from "../../src/conversations/conversations.ts";
import { createConversations } from "../../src/conversations/create-conversations.ts";
import type { Reply } from "../../src/conversations/message.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { realBrain } from "../support/brain.ts";

/** The real conversations of one story, with what they answered and a clock of their own. */
export interface Recorder {
  conversations: Conversations;
  /** Replies in order; a message that was not answered leaves none. */
  replies: Reply[];
  /** How many messages and choices were handed over, answered or not. */
  received(): number;
  passMinutes(minutes: number): void;
}

export async function startRecorder(): Promise<Recorder> {
  const brain = await realBrain();
  const replies: Reply[] = [];
  let received = 0;
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const conversations = createConversations({
    brain: () => brain,
    storage: openMemoryStorage({ now }),
    now,
    newId: () => "story",
    onFault: (error) => {
      throw error;
    },
  });
  const kept = (reply: Reply) => {
    replies.push(reply);
    return reply;
  };
  return {
    conversations: {
      ...conversations,
      async receive(message) {
        received += 1;
        const reply = await conversations.receive(message);
        return reply && kept(reply);
      },
      press: async (press) => kept(await conversations.press(press)),
      pressAction: async (place, action) => {
        received += 1;
        return kept(await conversations.pressAction(place, action));
      },
    },
    replies,
    received: () => received,
    passMinutes: (minutes) => {
      ahead += minutes * 60_000;
    },
  };
}
