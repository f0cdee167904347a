import { createMentorDesk, MENTOR_QUESTION_MAX } from "../policy/mentor-desk.ts";
import type { Conversations } from "./conversations.ts";
import type { Place, Reply } from "./message.ts";

export { MENTOR_QUESTION_MAX };

/** People of the community who answer what the bot cannot. */
export interface Mentors {
  /** Where they read, on one platform. */
  readonly channelId: string;
  /** What somebody wrote to them and agreed to have posted there, or why that cannot be now. */
  take(asker: Place, written: string): { question: string } | { refusal: string };
}

/** What sending a question agrees to; `channel` as the platform links it. */
export function whatIsPosted(channel: string): string {
  return `What you write is posted in ${channel} with your name, for people of this community to answer. Nothing else of our talk is passed on.`;
}

/** `now` gives milliseconds since the epoch. */
export function createMentors(channelId: string, now: () => number): Mentors {
  const desk = createMentorDesk(now);
  return {
    channelId,
    take(asker, written) {
      const question = written.trim().slice(0, MENTOR_QUESTION_MAX);
      if (question === "") return { refusal: "Please write your question." };
      const minutes = Math.ceil(desk(asker).wait / 60);
      return minutes === 0
        ? { question }
        : { refusal: `Three questions an hour are as many as people can take. Ask again in ${minutes} min.` };
    },
  };
}

/** The same conversations, which offer the mentors wherever they are open to a place and the bot has no answer. */
export function offeringMentors(
  conversations: Conversations,
  isOpenTo: (place: Place) => boolean,
): Conversations {
  const offered = <R extends Reply | undefined>(place: Place, reply: R): R =>
    reply?.answer.outcome === "declined" && reply.aside === undefined && isOpenTo(place)
      ? { ...reply, mentors: true }
      : reply;
  return {
    ...conversations,
    receive: async (message) => offered(message, await conversations.receive(message)),
    reconsider: async (message) => offered(message, await conversations.reconsider(message)),
    press: async (press) => offered(press, await conversations.press(press)),
  };
}
