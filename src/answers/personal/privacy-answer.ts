import type { Plan } from "../../guidance/plan.ts";
import type { Profile } from "../../guidance/profile.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Question } from "../../understanding/question.ts";
import type { Answer } from "../answer.ts";
import { describe } from "../describe.ts";
import { bullets, finish, section } from "../document.ts";
import { profileLines } from "./profile-card.ts";
import { stepName } from "./words.ts";

/** What is kept of a person, as it is to be shown. Times are milliseconds since the epoch. */
export interface KeptOfYou {
  profile: Profile | undefined;
  plan: Plan | undefined;
  keptSince: number | undefined;
  nudgeDueAt: number | undefined;
  /** Focuses of talks that have not expired yet. */
  talks: number;
  /** The drafts of profiles among them. */
  drafts: number;
  /** `about` is undefined where the answer was about something that is no longer known. */
  feedback: readonly { about: Question | undefined; verdict: string }[];
}

export const CONSENT_LINE =
  "**May I remember this?** I would keep what you told me and your plan, encrypted and for you here alone, until you say “forget me”. “Just this once” uses it for this talk and forgets it after 15 minutes.";

/** Once the whole of it was said. */
export const NOT_KEPT_YET =
  "Not remembered yet: “Remember” keeps it until you say “forget me”, “Just this once” for this talk alone.";

export const REMEMBERED = "I remember this from now on. Say “show my data” or “forget me” at any time.";

export function answerConsent(keep: boolean, knowledge: Knowledge): Answer {
  return keep
    ? plain("Remembered", REMEMBERED, knowledge)
    : plain(
        "Just this once",
        "All right: I use it for this talk, and 15 minutes after your last word it is gone.",
        knowledge,
      );
}

export const CANNOT_REMEMBER =
  "I cannot remember anything just now, so this answer rests on your last message alone. Nothing of it was kept.";

export function answerShowData(kept: KeptOfYou, knowledge: Knowledge): Answer {
  const since = kept.keptSince === undefined ? "" : ` Kept since ${day(kept.keptSince)}.`;
  const isNothing =
    !kept.profile && !kept.plan && kept.nudgeDueAt === undefined && kept.feedback.length === 0;
  return finish(
    {
      title: "What I keep about you",
      summary: isNothing
        ? "I keep no profile of you. What we talk about is forgotten after 15 minutes."
        : `This is all that I keep about you here.${since}`,
      sections: [
        ...(kept.profile ? [bullets("Your profile", orNothing(profileLines(kept.profile, knowledge)))] : []),
        ...(kept.plan
          ? [
              bullets(
                "Your plan",
                orNothing([
                  ...kept.plan.done.map((step) => `${stepName(step, knowledge)} (done)`),
                  ...kept.plan.steps.map((step) => stepName(step, knowledge)),
                ]),
              ),
            ]
          : []),
        ...(kept.nudgeDueAt === undefined
          ? []
          : [section("Reminder", `The next one is due on ${day(kept.nudgeDueAt)}.`)]),
        ...(kept.feedback.length > 0
          ? [
              bullets(
                "Your feedback",
                kept.feedback.slice(0, MOST_FEEDBACK).map(({ about, verdict }) => {
                  const answer = about ? `“${describe(about, knowledge)}”` : "An answer that is no more";
                  return `${answer}: ${verdict.toLowerCase()}`;
                }),
              ),
            ]
          : []),
        ...(kept.talks > 0
          ? [
              section(
                "Until 15 minutes after your last word",
                `Where our talk stands, by role and topic${kept.drafts > 0 ? ", with what you told me of yourself in it" : ""}. Not your words.`,
              ),
            ]
          : []),
      ],
      audience: "private",
    },
    knowledge,
  );
}

const MOST_FEEDBACK = 20;

export function answerExport(knowledge: Knowledge): Answer {
  return plain("Your data", "Here is all that I keep about you, as JSON.", knowledge);
}

export function askErase(knowledge: Knowledge): Answer {
  return plain(
    "Forget everything about you?",
    "I would erase your profile, your plan, your reminder, your feedback and this talk, at once and for good.",
    knowledge,
    "clarify",
  );
}

export function answerErased(removed: number, knowledge: Knowledge): Answer {
  return plain(
    "Forgotten",
    removed > 0
      ? "All that I kept about you here is erased."
      : "There was nothing to erase: I keep nothing about you here.",
    knowledge,
  );
}

/** A promise that was not kept must not look like one that was. */
export function answerNotErased(knowledge: Knowledge): Answer {
  return plain(
    "Not erased yet",
    "I cannot reach my storage just now, so nothing was erased. Please ask again in a few minutes.",
    knowledge,
    "declined",
  );
}

export function answerErasureDropped(knowledge: Knowledge): Answer {
  return plain("Nothing erased", "All right, I keep it as it is.", knowledge);
}

export function answerCannotRemember(knowledge: Knowledge): Answer {
  return plain(
    "I cannot remember just now",
    "My storage does not answer, so I can neither read nor keep anything about you. Questions about roles are answered all the same; please try this again in a few minutes.",
    knowledge,
    "declined",
  );
}

function orNothing(lines: string[]): string[] {
  return lines.length > 0 ? lines : ["Nothing in it."];
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function plain(
  title: string,
  summary: string,
  knowledge: Knowledge,
  outcome: Answer["outcome"] = "answered",
): Answer {
  return finish({ title, summary, outcome, audience: "private" }, knowledge);
}
