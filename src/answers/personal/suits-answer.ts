import type { Profile } from "../../guidance/profile.ts";
import { profileGap } from "../../guidance/profile-gap.ts";
import { SUIT_QUESTIONS, suitedRoles } from "../../guidance/suits.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, followUp, listWords, section } from "../document.ts";
import { inSentence } from "../role-words.ts";
import { leadOf } from "../topic-text.ts";
import { fitCount } from "./words.ts";

/** The next short question; the buttons for its options are made by whoever shows it. */
export function askSuit(answers: string, knowledge: Knowledge): Answer {
  const at = answers.length;
  const question = SUIT_QUESTIONS[at];
  return finish(
    {
      title: `Which role suits you? ${at + 1} of ${SUIT_QUESTIONS.length}`,
      summary: question?.ask ?? "",
      outcome: "clarify",
      audience: "private",
    },
    knowledge,
  );
}

/** Roles with reasons; with a profile, how much of each is held already. */
export function answerSuits(answers: string, profile: Profile | undefined, knowledge: Knowledge): Answer {
  const suited = suitedRoles(answers, knowledge);
  if (suited.length === 0) {
    return finish(
      {
        title: "Which role suits you?",
        summary: "You skipped nearly all questions, so nothing speaks for one role more than for another.",
        outcome: "clarify",
        audience: "private",
      },
      knowledge,
    );
  }
  return finish(
    {
      title: "Roles that suit you",
      summary: `By what you like: ${listWords(
        suited.map(({ role }) => inSentence(role)),
        "or",
      )}.`,
      sections: [
        ...suited.map(({ role, because }) => {
          const fit = profile && profileGap(profile, role, knowledge).fit;
          return bullets(role.name, [
            leadOf(role, "definition"),
            `**Because** ${listWords(because.slice(0, 4))}`,
            ...(fit ? [`**You hold** ${fitCount(fit)}: ${fit.words}`] : []),
          ]);
        }),
        section(
          undefined,
          "This weighs your answers against what the role files ask for; it knows nothing else of you.[^editors]",
        ),
      ],
      followUps: [
        ...suited.map(({ role }) => followUp(role.short, { intent: "lookup", roles: [role.id], topics: [] })),
        ...(suited.length > 1
          ? [
              followUp("Side by side", {
                intent: "compare",
                roles: suited.map(({ role }) => role.id),
                topics: [],
              }),
            ]
          : []),
      ],
      audience: "private",
    },
    knowledge,
  );
}
