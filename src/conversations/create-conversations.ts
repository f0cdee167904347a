import { answerForgotten, answerHeld, answerNotForgotten } from "../answers/about-the-bot.ts";
import type { Answer } from "../answers/answer.ts";
import { explainPost } from "../answers/explain-post.ts";
import { answerWhy } from "../answers/why.ts";
import type { Evidence } from "../understanding/evidence.ts";
import type { Focus } from "../understanding/focus.ts";
import { plainQuestion, type Question } from "../understanding/question.ts";
import { formatQuestion } from "../understanding/question-string.ts";
import type { Brain, Response } from "./brain.ts";
import type { Conversations } from "./conversations.ts";
import { errorAnswer } from "./error-answer.ts";
import { LastEvidence } from "./last-evidence.ts";
import type { IncomingMessage, Place, Reply } from "./message.ts";
import { nextFocus, type Turn } from "./next-focus.ts";
import type { ConversationStore } from "./ports.ts";

/** How long a message stays claimed: longer than any platform delivers it again. */
export const CLAIM_LASTS_MS = 10 * 60 * 1000;

export interface ConversationsOptions {
  /** The brain of the moment: a reload puts another in its place. */
  brain(): Brain;
  store: ConversationStore;
  /** Called with faults; the fields hold no text of anybody. */
  onFault(error: unknown, fields: { errorId: string; platform: string }): void;
  newId(): string;
  /** Milliseconds since the epoch; the system's clock where it is left out. */
  now?: () => number;
}

const ASKS_WHY =
  /^\W*(?:\/?why|why(?: this| that)? answer|why did you (?:say|answer) that|explain (?:that|your) answer)\W*$/i;
const FORGETS = /\b(?:forget|erase|delete|wipe|remove|clear|purge)\b.*\b(?:me|my|mine|i|everything|all)\b/i;
const SHOWS = /\b(?:show|export|download|send|give|list|see)\b.*\bmy\b.*\b(?:data|info\w*|profile)\b/i;
const NOTHING: Evidence = {
  roles: [],
  topics: [],
  skills: [],
  cues: [],
  intents: [],
  focus: [],
  decision: "",
};
const PRESSED: Evidence = {
  ...NOTHING,
  cues: ["a button was pressed"],
  decision: "The button said what was asked.",
};

export function createConversations({
  brain,
  store,
  onFault,
  newId,
  now = Date.now,
}: ConversationsOptions): Conversations {
  const evidence = new LastEvidence(now);

  async function guard(place: Place, work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await work();
    } catch (error) {
      const errorId = newId();
      onFault(error, { errorId, platform: place.platform });
      return replyWith(errorAnswer(errorId), plainQuestion("help"));
    }
  }

  /** Memory is a comfort: where it fails, the question is answered as if it were the first. */
  const forgotten = (place: Place) => (error: unknown) => {
    onFault(error, { errorId: newId(), platform: place.platform });
    return undefined;
  };

  async function respondTo(message: IncomingMessage): Promise<Reply> {
    const talk = talkOf(message);
    if (ASKS_WHY.test(message.text))
      return replyWith(answerWhy(evidence.of(talk), brain().knowledge), plainQuestion("help"));
    let remembers = true;
    const before = await store.recall(talk).catch((error) => {
      remembers = false;
      return forgotten(message)(error);
    });
    const response = await brain().respond(message.text, before);
    if (response.question.intent === "privacy") {
      const own = await ownData(message, talk, before);
      if (own) return replyWith(own, response.question);
    }
    await keep(message, response, before);
    return toReply(remembers ? response : withoutMemory(response));
  }

  /** "show my data" and "forget me"; undefined for other questions about privacy. A failed erasure is said, not hidden. */
  async function ownData(
    message: IncomingMessage,
    talk: string,
    before: Focus | undefined,
  ): Promise<Answer | undefined> {
    if (FORGETS.test(message.text)) {
      evidence.drop(talk);
      try {
        await store.forget(talk, message);
      } catch (error) {
        forgotten(message)(error);
        return answerNotForgotten(brain().knowledge);
      }
      return answerForgotten(brain().knowledge);
    }
    return SHOWS.test(message.text) ? answerHeld(before?.question, brain().knowledge) : undefined;
  }

  async function keep(
    place: Place,
    turn: Turn & { evidence: Evidence },
    before: Focus | undefined,
  ): Promise<void> {
    const talk = talkOf(place);
    evidence.keep(talk, turn.evidence);
    const focus = nextFocus(turn, before);
    if (focus) await store.remember(talk, focus, place).catch(forgotten(place));
  }

  return {
    async receive(message) {
      const key = `${message.platform}:${message.workspaceId}:${message.channelId}:${message.messageId}`;
      const mine = await store.claim(key, CLAIM_LASTS_MS).catch((error) => {
        onFault(error, { errorId: newId(), platform: message.platform });
        return true;
      });
      return mine ? guard(message, () => respondTo(message)) : undefined;
    },
    reconsider: (message) => guard(message, () => respondTo(message)),
    press: (press) =>
      guard(press, async () => {
        const { question } = press;
        const answer = brain().answer(question);
        const before = await store.recall(talkOf(press)).catch(forgotten(press));
        const turn = { question, answer, outcome: answer.outcome, evidence: PRESSED };
        await keep(press, turn, before);
        return { answer, question, confidence: 1, evidence: PRESSED };
      }),
    explainPost: (place, post) =>
      guard(place, async () => {
        const { knowledge, readPost } = brain();
        return replyWith(explainPost(readPost(post), knowledge), plainQuestion("help"));
      }),
    explainLast: (place) =>
      guard(place, async () =>
        replyWith(answerWhy(evidence.of(talkOf(place)), brain().knowledge), plainQuestion("help")),
      ),
    async takeFeedback(place, about, verdict) {
      await store.keepFeedback(place, formatQuestion(about), verdict).catch(forgotten(place));
    },
    suggestRoles: (typed, limit) => brain().roles.suggest(typed, limit),
    suggestSkills: (typed, limit) => brain().skills.suggest(typed, limit),
  };
}

/** A talk is a thread; outside of threads, what one person says in one channel. */
function talkOf(place: Place): string {
  return [place.platform, place.workspaceId, place.channelId, place.threadId ?? `@${place.userId}`].join(":");
}

/** A question that could not be answered alone may have leant on what was said before. */
function withoutMemory(response: Response): Response {
  const { answer } = response;
  if (answer.outcome === "answered") return response;
  const summary = `${answer.summary} I cannot remember just now what we talked about, so please name the role.`;
  return { ...response, answer: { ...answer, summary } };
}

function toReply({ answer, question, confidence, evidence }: Response): Reply {
  return { answer, question, confidence, evidence };
}

function replyWith(answer: Answer, question: Question): Reply {
  return {
    answer,
    question,
    confidence: 1,
    evidence: { roles: [], topics: [], skills: [], cues: [], intents: [], focus: [], decision: "" },
  };
}
