import { explainPost } from "../answers/explain-post.ts";
import { topicLabel } from "../answers/next.ts";
import { answerWhy } from "../answers/why.ts";
import { emptyProfile } from "../guidance/profile.ts";
import { formOf } from "../guidance/profile-form.ts";
import { TOPICS } from "../knowledge/topics.ts";
import type { Discretion, Gate } from "../policy/gate.ts";
import type { Storage } from "../storage/storage.ts";
import { sharingTime } from "../storage/turn.ts";
import type { Evidence } from "../understanding/evidence.ts";
import { type Focus, focusSchema } from "../understanding/focus.ts";
import { formatQuestion } from "../understanding/question-string.ts";
import type { Brain } from "./brain.ts";
import { Claims } from "./claims.ts";
import type { Conversations } from "./conversations.ts";
import { LastEvidence } from "./last-evidence.ts";
import { type IncomingMessage, type Place, placeKey, type Reply } from "./message.ts";
import { keepMissed } from "./missed.ts";
import { focusOn, nextFocus, type Turn } from "./next-focus.ts";
import { noticeAnswer } from "./notice-answer.ts";
import { createPersonal } from "./personal/create-personal.ts";
import type { TalkOf } from "./personal/personal.ts";
import type { PersonalReply } from "./personal/personal-reply.ts";
import {
  ABOUT_YOU,
  askedBy,
  faultReply,
  PRESSED,
  PRESSED_OWN,
  personalReply,
  replyWith,
  toReply,
  withDiscretion,
  withoutMemory,
} from "./replies.ts";
import { heedFields } from "./typed-fields.ts";

/** How long a message stays claimed: longer than any platform delivers it again. */
export const CLAIM_LASTS_MS = 10 * 60 * 1000;

export interface ConversationsOptions {
  /** The brain of the moment: a reload puts another in its place. */
  brain(): Brain;
  storage: Storage;
  /** Whether the operator wants questions kept that were not answered. */
  keepMisses?: boolean;
  /** The community's policy; without it everybody is answered everywhere. */
  gate?: Gate;
  /** Called with faults; the fields hold no text of anybody. */
  onFault(error: unknown, fields: { errorId: string; platform: string }): void;
  newId(): string;
  /** Milliseconds since the epoch; the system's clock where it is left out. */
  now?: () => number;
}

type Audience = IncomingMessage["audience"];

const ASKS_WHY =
  /^\W*(?:\/?why|why(?: this| that)? answer|why did you (?:say|answer) that|explain (?:that|your) answer)\W*$/i;
export function createConversations({
  brain,
  storage,
  keepMisses = false,
  gate,
  onFault,
  newId,
  now = Date.now,
}: ConversationsOptions): Conversations {
  const evidence = new LastEvidence(now);
  const claims = new Claims(storage, CLAIM_LASTS_MS, now);
  const fault = (error: unknown, { platform }: { platform: string }) =>
    onFault(error, { errorId: newId(), platform });
  const missed = keepMisses
    ? keepMissed({ storage, knowledge: () => brain().knowledge, now, onFault: fault })
    : undefined;
  const personal = createPersonal({
    storage,
    knowledge: () => brain().knowledge,
    read: (text) => brain().read(text),
    now,
    onFault: fault,
    onErased: (person) => evidence.forget(person),
  });

  /** Whatever happens inside, and however slow the storage is, somebody is answered soon. */
  function guard<T>(place: Place, work: () => Promise<T>, otherwise: (errorId: string) => T): Promise<T> {
    return sharingTime(async () => {
      try {
        return await work();
      } catch (error) {
        const errorId = newId();
        onFault(error, { errorId, platform: place.platform });
        return otherwise(errorId);
      }
    });
  }
  const replying = <T = Reply>(place: Place, work: () => Promise<Reply | T>) =>
    guard<Reply | T>(place, work, faultReply);

  /** Memory is a comfort: where it fails, the question is answered as if it were the first. */
  const forgotten = (place: Place) => (error: unknown) => {
    fault(error, place);
    return undefined;
  };

  /** A focus of another version is as good as none. */
  async function recall(place: Place, audience: Audience): Promise<Focus | undefined> {
    return focusSchema.safeParse(await storage.memory.get(talkOf(place, audience))).data;
  }

  async function remember(place: Place, audience: Audience, focus: Focus | undefined): Promise<void> {
    if (focus) await storage.memory.put(talkOf(place, audience), focus, place).catch(forgotten(place));
  }

  /** Answers as the policy has it; undefined where the asker knows already that nothing will be said. */
  async function admit(message: IncomingMessage): Promise<Reply | undefined> {
    const admission = gate?.admit(message) ?? { kind: "answer", discretion: undefined };
    switch (admission.kind) {
      case "answer":
        return respondWith(admission.discretion, message);
      case "notice":
        return { ...replyWith(noticeAnswer(admission.notice)), aside: "notice" };
      case "silence":
        return undefined;
    }
  }

  /** What its asker alone will see may speak of them. */
  async function respondWith(discretion: Discretion | undefined, message: IncomingMessage): Promise<Reply> {
    if (discretion === undefined) return respondTo(message);
    return withDiscretion(discretion, await respondTo({ ...message, audience: "private" }));
  }

  async function respondTo(message: IncomingMessage): Promise<Reply> {
    const { audience } = message;
    if (ASKS_WHY.test(message.text)) return why(message);
    let remembers = true;
    const before = await recall(message, audience).catch((error) => {
      remembers = false;
      return forgotten(message)(error);
    });
    const read = await brain().respond(message.text, message.afresh ? undefined : before);
    const response = heedFields(read, message, brain());
    const mine = await personal.receive(message, response.question, talkBefore(before, audience));
    if (mine) {
      const because = { ...response.evidence, intents: [], topics: [], decision: ABOUT_YOU };
      return aboutThem(message, audience, mine, because, before);
    }
    await Promise.all([
      keep(message, audience, response, before),
      missed?.answered(message, message.text, response.question, response.answer),
    ]);
    return toReply(remembers ? response : withoutMemory(response));
  }

  async function keep(
    place: Place,
    audience: Audience,
    turn: Turn & { evidence: Evidence },
    before: Focus | undefined,
  ): Promise<void> {
    evidence.keep(place, turn.evidence);
    await remember(place, audience, nextFocus(turn, before));
  }

  /** What somebody is told of themself. Where others read along, the talk must not go on from it. */
  async function aboutThem(
    place: Place,
    audience: Audience,
    mine: PersonalReply,
    because: Evidence,
    before: Focus | undefined,
    question = askedBy(mine),
  ): Promise<Reply> {
    evidence.keep(place, because);
    if (mine.about !== undefined && audience === "private")
      await remember(place, audience, focusOn(mine.about, before));
    return personalReply(mine, question, because);
  }

  function why(place: Place): Reply {
    return replyWith(answerWhy(evidence.of(place), brain().knowledge));
  }

  return {
    receive: (message) =>
      replying(message, async () => {
        const claim = await claims.claim(claimKey(message), (error) => fault(error, message));
        if (claim === "taken") return undefined;
        const reply = await admit(message);
        return reply && claim === "unknown" ? { ...reply, unclaimed: true } : reply;
      }),
    claim: async (event) => {
      const key = `${event.platform}:event:${event.id}`;
      return (await claims.claim(key, (error) => fault(error, event))) !== "taken";
    },
    reconsider: (message) => replying(message, () => respondWith(gate?.discretion(message), message)),
    press: (press) =>
      replying(press, async () => {
        const { question, audience } = press;
        const before = await recall(press, audience).catch(forgotten(press));
        const mine = audience === "private" ? await personal.answer(press, question) : undefined;
        if (mine) return aboutThem(press, audience, mine, PRESSED_OWN, before, question);
        const answer = brain().answer(question);
        const turn = { question, answer, outcome: answer.outcome, evidence: PRESSED };
        await keep(press, audience, turn, before);
        return withDiscretion(gate?.discretion(press), {
          answer,
          question,
          confidence: 1,
          evidence: PRESSED,
        });
      }),
    pressAction: (place, action) =>
      replying(place, async () => {
        const before = await recall(place, "private").catch(forgotten(place));
        const mine = await personal.press(place, action, talkBefore(before, "private"));
        return aboutThem(place, "private", mine, PRESSED_OWN, before);
      }),
    profileForm: (place) =>
      guard(
        place,
        () => personal.form(place),
        () => formOf(emptyProfile(), brain().knowledge),
      ),
    submitProfile: (place, values) =>
      replying(place, async () => {
        const taken = await personal.submit(place, values);
        return "errors" in taken ? taken : aboutThem(place, "private", taken, PRESSED_OWN, undefined);
      }),
    overview: (place) =>
      guard<{ profile: Reply; plan?: Reply }>(
        place,
        async () => {
          const { profile, plan } = await personal.overview(place);
          return { profile: personalReply(profile), ...(plan ? { plan: personalReply(plan) } : {}) };
        },
        (errorId) => ({ profile: faultReply(errorId) }),
      ),
    async takeDueReminders(limit) {
      const due = await personal.takeDueReminders(limit).catch((error) => {
        fault(error, { platform: "reminders" });
        return [];
      });
      return due.map((each) => ({ ...each, reply: personalReply(each.reply) }));
    },
    explainPost: (place, post) =>
      replying(place, async () => {
        const { knowledge, readPost } = brain();
        return replyWith(explainPost(readPost(post), knowledge));
      }),
    explainLast: (place) => replying(place, async () => why(place)),
    async takeFeedback(place, about, verdict) {
      const kept = () => storage.feedback.add(place, formatQuestion(about), verdict);
      await sharingTime(async () => {
        await kept().catch(forgotten(place));
        if (verdict !== "helpful") await missed?.ratedDown(place, about);
      });
    },
    suggestRoles: (typed, limit) => brain().roles.suggest(typed, limit),
    suggestSkills: (typed, limit) => brain().skills.suggest(typed, limit),
    topics: () => TOPICS.map((id) => ({ id, name: topicLabel(id, brain().knowledge) })),
  };
}

/** The same message wherever it is delivered again. */
function claimKey({ platform, workspaceId, channelId, messageId }: IncomingMessage): string {
  return [platform, workspaceId, channelId, messageId].join(":");
}

/** What is said to one person alone is a talk of its own: others must not be answered from it. */
function talkOf(place: Place, audience: Audience): string {
  return audience === "private" ? `${placeKey(place)}:alone` : placeKey(place);
}

/** What somebody has let be known of their own way; where others write too, it may have been somebody else. */
function talkBefore(before: Focus | undefined, audience: Audience): TalkOf {
  if (audience === "public") return {};
  const roles = before?.question.roles ?? [];
  const isWay = before?.question.intent === "transition" || before?.question.topics[0] === "getting-started";
  const goal = isWay ? roles[0] : undefined;
  return { own: before?.own, goal, role: roles.length === 1 ? roles[0] : undefined };
}
