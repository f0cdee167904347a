import type { Answer } from "../answers/answer.ts";
import { describe } from "../answers/describe.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { MissKind, Storage } from "../storage/storage.ts";
import type { Question } from "../understanding/question.ts";
import { formatQuestion } from "../understanding/question-string.ts";
import type { Place } from "./message.ts";

/** What was asked and not answered, or answered and rated down: kept without its author, where the operator wants that. */
export interface Missed {
  /** To be told of every answer that was given to somebody's words. */
  answered(place: Place, text: string, question: Question, answer: Answer): Promise<void>;
  ratedDown(place: Place, question: Question): Promise<void>;
}

export interface MissedOptions {
  storage: Pick<Storage, "misses">;
  knowledge(): Knowledge;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Told of a storage that failed; never given a text. */
  onFault(error: unknown, place: Place): void;
}

/** Who rates an answer does so while it is in sight. */
const RATED_WITHIN_MS = 60 * 60_000;
const MOST_REMEMBERED = 1_000;
const LONGEST = 4_000;

export function keepMissed({ storage, knowledge, now, onFault }: MissedOptions): Missed {
  /** The words that a question was asked in, by where and what: an answer can be rated down once it is there. In this process alone. */
  const asked = new Map<string, { text: string; until: number }>();

  async function keep(place: Place, text: string, kind: MissKind): Promise<void> {
    await storage.misses.add(place, withoutTraces(text), kind).catch((error) => onFault(error, place));
  }

  function remember(place: Place, question: Question, text: string): void {
    const at = now();
    for (const [key, { until }] of asked) {
      if (until > at && asked.size < MOST_REMEMBERED) break;
      asked.delete(key);
    }
    const key = keyOf(place, question);
    asked.delete(key);
    asked.set(key, { text, until: at + RATED_WITHIN_MS });
  }

  return {
    async answered(place, text, question, { outcome, audience }) {
      // What is about a person is nobody's to read; what holds no words, or a whole document, teaches nothing.
      if (audience === "private" || question.intent === "privacy") return;
      if (!/\p{L}/u.test(text) || text.length > LONGEST) return;
      if (outcome === "answered") remember(place, question, text);
      else await keep(place, text, outcome === "clarify" ? "unclear" : "declined");
    },
    async ratedDown(place, question) {
      const known = asked.get(keyOf(place, question));
      const text = known && known.until > now() ? known.text : describe(question, knowledge());
      await keep(place, text, "disliked");
    },
  };
}

function keyOf({ platform, workspaceId, channelId }: Place, question: Question): string {
  return [platform, workspaceId, channelId, formatQuestion(question)].join(" ");
}

/** The words without what points at people: addresses, links, mentions, long numbers. */
export function withoutTraces(text: string): string {
  return text
    .replace(/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, "[address]")
    .replace(/<(?:[@#!][^<>]*|https?:[^<>]*|mailto:[^<>]*)>|https?:\/\/\S+|\bwww\.\S+/gi, "[link]")
    .replace(/(^|[\s(,])@[\p{L}\p{N}_.-]+/gu, "$1[name]")
    .replace(/\+?\d(?:[\s().-]{0,2}\d){7,}/g, "[number]");
}
