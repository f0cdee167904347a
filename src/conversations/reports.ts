import type { Answer } from "../answers/answer.ts";
import type { Conversations } from "./conversations.ts";
import type { Place } from "./message.ts";

export interface Reports {
  /** Whether somebody may see what others asked and got no answer to. */
  mayRead(reader: Place): boolean;
  /** The report of the last days. Rejects where it cannot be made just now. */
  make(): Promise<Answer>;
}

const ASKS_FOR_REPORT =
  /^\W*(?:show (?:me )?)?(?:the |a )?(?:weekly )?(?:report|misses|unanswered questions)\W*$/i;

/** The same conversations, which give the report to those who may see it and ask for it, alone. To others it is a question like any. */
export function reportingTo(conversations: Conversations, { mayRead, make }: Reports): Conversations {
  return {
    ...conversations,
    async receive(message) {
      if (!ASKS_FOR_REPORT.test(message.text) || !mayRead(message)) return conversations.receive(message);
      // Claimed, admitted and guarded as any message; what it is answered with takes the help's place.
      const reply = await conversations.receive({ ...message, text: "help" });
      if (reply === undefined || reply.aside !== undefined) return reply;
      const answer = await make().catch(() => undefined);
      return answer === undefined
        ? reply
        : { ...reply, answer: { ...answer, audience: "private" }, aside: "notice" };
    },
  };
}
