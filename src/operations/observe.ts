import type { Conversations } from "../conversations/conversations.ts";
import type { Reply } from "../conversations/message.ts";
import type { Metrics } from "./metrics.ts";

/** The same conversations, with every answer counted and timed. `clock` gives milliseconds of a clock that never steps back. */
export function observed(conversations: Conversations, metrics: Metrics, clock: () => number): Conversations {
  async function timed<R extends Reply | undefined>(platform: string, work: () => Promise<R>): Promise<R> {
    const from = clock();
    const reply = await work();
    if (reply) count(platform, reply, (clock() - from) / 1000);
    return reply;
  }

  function count(platform: string, reply: Reply, seconds: number): void {
    const { outcome } = reply.answer;
    metrics.answered(platform, reply.question.intent, reply.aside ?? outcome, seconds);
    if (reply.aside === undefined && outcome !== "answered") metrics.missed(platform, outcome);
  }

  return {
    ...conversations,
    receive: (message) => timed(message.platform, () => conversations.receive(message)),
    reconsider: (message) => timed(message.platform, () => conversations.reconsider(message)),
    press: (press) => timed(press.platform, () => conversations.press(press)),
    explainPost: (place, post) => timed(place.platform, () => conversations.explainPost(place, post)),
    takeFeedback: (place, about, verdict) => {
      if (verdict !== "helpful") metrics.missed(place.platform, "not-helpful");
      return conversations.takeFeedback(place, about, verdict);
    },
  };
}
