import { Cooldown } from "./cooldown.ts";

/** Mentors are people: few questions a person, however many the bot may be asked. */
const FROM_ONE_PERSON = { questions: 3, seconds: 60 * 60 };

/** The most that fits into one post on either platform, with room for who asks. */
export const MENTOR_QUESTION_MAX = 1500;

/** Whether a question may go to the mentors now; `wait` in whole seconds. */
export type Desk = (asker: { platform: string; workspaceId: string; userId: string }) => { wait: number };

/** Lets each person put a few questions an hour to the mentors. `now` gives milliseconds since the epoch. */
export function createMentorDesk(now: () => number): Desk {
  const asked = new Cooldown(FROM_ONE_PERSON, now);
  return ({ platform, workspaceId, userId }) => {
    const key = `${platform}:${workspaceId}:${userId}`;
    const waitMs = asked.waitMs(key);
    if (waitMs === 0) asked.count(key);
    return { wait: Math.ceil(waitMs / 1000) };
  };
}
