import { plainText } from "../../../src/answers/plain-text.ts";
import type { Place } from "../../../src/conversations/message.ts";
import type { Action } from "../../../src/conversations/personal/action.ts";
import { createPersonal } from "../../../src/conversations/personal/create-personal.ts";
import type { PersonalReply } from "../../../src/conversations/personal/personal-reply.ts";
import { openMemoryStorage } from "../../../src/storage/in-memory/open.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { plainQuestion, type Question } from "../../../src/understanding/question.ts";
import { knowledge, reader } from "../../guidance/reader.ts";

export const START = Date.parse("2026-11-24T10:00:00Z");
export const INTRODUCTION =
  "BI analyst, 3 yrs, SQL + Tableau, some python, want to become a data engineer, 5h a week, berlin";

/** One person's talk with the bot, over a real in-memory storage with a clock that the test moves. */
export function startTalk(over: Partial<Place> = {}, shared?: { storage: Storage; clock: { now: number } }) {
  const clock = shared?.clock ?? { now: START };
  const storage = shared?.storage ?? openMemoryStorage({ now: () => clock.now });
  const faults: unknown[] = [];
  const personal = createPersonal({
    storage,
    knowledge: () => knowledge,
    read: reader.read,
    now: () => clock.now,
    onFault: (error) => faults.push(error),
  });
  const place: Place = { platform: "slack", workspaceId: "T1", channelId: "D1", userId: "U1", ...over };
  let last = 0;
  return {
    clock,
    storage,
    faults,
    personal,
    place,
    say: (
      text: string,
      question: Question = plainQuestion("out-of-scope"),
      audience: "public" | "private" = "private",
    ) =>
      personal.receive(
        { ...place, messageId: String(++last), text, addressed: "direct", audience },
        question,
      ),
    press: (action: Action) => personal.press(place, action),
  };
}

/** A storage whose every call fails, as a database that is down. */
export function brokenStorage(): Storage {
  const fail = () => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.7:5432 password=hunter2"));
  const failing = <T extends object>(): T => new Proxy({} as T, { get: () => fail });
  return new Proxy({} as Storage, {
    get: (_, name) =>
      name === "memory" || name === "people" || name === "nudges" || name === "feedback" ? failing() : fail,
  });
}

export function textOf(reply: PersonalReply | undefined): string {
  return reply ? plainText(reply.answer) : "";
}

export function labels(reply: PersonalReply | undefined): string[] {
  return reply?.buttons.map((each) => each.label) ?? [];
}
