import { answerGap } from "../../answers/personal/gap-answer.ts";
import { answerLearnNext } from "../../answers/personal/tips-answer.ts";
import { isEmptyProfile, type Profile } from "../../guidance/profile.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Question } from "../../understanding/question.ts";
import { gapButtons, targetOf } from "./next-turn.ts";
import { type PersonalReply, privately } from "./personal-reply.ts";

/**
 * The answer for this person to a question that anybody could ask: "how do I become a data engineer?" from somebody whose
 * skills are known. Undefined where the general answer is as good, and always where the question names another start.
 */
export function personalize(
  question: Question,
  profile: Profile,
  knowledge: Knowledge,
): PersonalReply | undefined {
  if (isEmptyProfile(profile)) return undefined;
  switch (question.intent) {
    case "transition": {
      const target = knowledge.roles.get(question.roles[0] ?? "");
      const isTheirs = question.from === null || question.from === profile.current;
      const knowsStart = profile.skills.length > 0 || typeof profile.current === "string";
      if (!target || !isTheirs || !knowsStart || question.topics.length > 0) return undefined;
      const more = { about: [target.id], again: { do: "gap", role: target.id } } as const;
      return privately(answerGap(profile, target, knowledge), gapButtons(target, "gap"), more);
    }
    case "advice": {
      const target = targetOf(profile, knowledge);
      const isTheirs = question.roles.length === 0 || question.roles[0] === profile.current;
      if (!target || !isTheirs) return undefined;
      const more = { about: [target.id], again: { do: "learn-next", role: target.id } } as const;
      return privately(answerLearnNext(profile, target, knowledge), gapButtons(target, "learn-next"), more);
    }
    default:
      return undefined;
  }
}
