import { type CvLine, reviewCv } from "../../guidance/cv-review.ts";
import { heldSkills } from "../../guidance/held-skills.ts";
import { practiceOf } from "../../guidance/practice/practice.ts";
import type { Profile } from "../../guidance/profile.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, followUp, listWords, section, shorten } from "../document.ts";
import { inSentence, skillName, withArticle } from "../role-words.ts";
import { quoted } from "./quoted.ts";
import { skillNames } from "./words.ts";

/**
 * What a CV shows for a role. The text is used for this answer alone. `chosen`: nobody named the role, it is the one that the
 * CV fits best.
 */
export function answerCvReview(
  lines: readonly CvLine[],
  target: Role,
  profile: Profile,
  knowledge: Knowledge,
  chosen = false,
): Answer {
  const { shown, named, absent, extra, withoutNumbers, workLines } = reviewCv(lines, target);
  const name = (need: { id: string }) => skillName(need.id, knowledge);
  const all = shown.length + named.length + absent.length;
  return finish(
    {
      title: `Your CV and ${withArticle(target)}'s must-haves`,
      summary: `It shows ${shown.length} of ${all} must-have skills at work${named.length > 0 ? ` and names ${named.length} more` : ""}${absent.length > 0 ? `; ${listWords(absent.slice(0, 3).map(name))} ${absent.length === 1 ? "does" : "do"} not appear` : ""}.`,
      sections: [
        ...(shown.length > 0
          ? [
              bullets(
                "Shown, with a line that proves it",
                shown.slice(0, 8).map(({ need, line }) => `**${name(need)}:** ${quoted(shorten(line, 120))}`),
              ),
            ]
          : []),
        ...(named.length > 0
          ? [
              bullets("Only named", [
                `${listWords(named.slice(0, 8).map(name))}: give each a line with what you did and what came of it, or leave it out.`,
              ]),
            ]
          : []),
        ...(absent.length > 0
          ? [
              bullets(
                "Not there",
                absentLines(
                  absent.map((need) => need.id),
                  profile,
                  knowledge,
                ),
              ),
            ]
          : []),
        bullets("How it is written", style(workLines, withoutNumbers, lines)),
        ...(extra.length > 0 ? [section("A plus", `${listWords(extra.slice(0, 8).map(name))}.`)] : []),
        ...(chosen
          ? [
              section(
                undefined,
                `You named no goal, so I took the role that it fits best. For another write, for instance, "review my CV for data engineer:" before the text.`,
              ),
            ]
          : []),
        section(
          undefined,
          `Your text was read for this answer and is not kept. A word I do not know counts as nothing, so read it with your own eyes too.[^editors]`,
        ),
      ],
      followUps: [
        followUp("What adverts ask for", { intent: "lookup", roles: [target.id], topics: ["skills"] }),
        followUp("Interviews", { intent: "lookup", roles: [target.id], topics: ["interview"] }),
      ],
      audience: "private",
    },
    knowledge,
  );
}

/** What they are known to have and do not say, before what they may lack. */
function absentLines(absent: readonly string[], profile: Profile, knowledge: Knowledge): string[] {
  const held = heldSkills(profile, knowledge);
  const unsaid = absent.filter((id) => held.has(id));
  const unknown = absent.filter((id) => !held.has(id));
  const lacking = unknown.flatMap((id) => knowledge.skills.get(id) ?? [])[0];
  return [
    ...(unsaid.length > 0
      ? [`${skillNames(unsaid, knowledge, 8)}: yours by what you told me, so give each a line.`]
      : []),
    ...(unknown.length > 0
      ? [`${skillNames(unknown, knowledge, 8)}: add those that you have, in the advert's own words.`]
      : []),
    ...(lacking
      ? [`If you lack ${lacking.name}, this would fill the line: ${practiceOf(lacking).task}`]
      : []),
  ];
}

function style(workLines: number, withoutNumbers: number, lines: readonly CvLine[]): string[] {
  const words = lines.reduce((sum, line) => sum + line.text.split(/\s+/).filter(Boolean).length, 0);
  return [
    workLines === 0
      ? "No line says what you did: begin each with a verb (built, cut, led) and end it in a result."
      : withoutNumbers === 0
        ? "Each line of work carries a number: good."
        : `${withoutNumbers} of ${workLines} lines of work ${withoutNumbers === 1 ? "carries" : "carry"} no number: how much, how many, how fast, for whom?`,
    ...(words > 900 ? [`About ${words} words: two pages at most, the first half decides.`] : []),
    ...(words < 60 ? ["Very short: what did you do, with what, and what changed?"] : []),
  ];
}

/** Asked where a CV is to be reviewed and is still to come. */
export function askForCv(target: Role | undefined, knowledge: Knowledge): Answer {
  return finish(
    {
      title: "CV review",
      summary: `Paste your CV's text as your next message, or after the words "review my CV:", without name and address. I set it against ${target ? inSentence(target) : "the role that it fits best"} and keep nothing of it.`,
      outcome: "clarify",
      audience: "private",
    },
    knowledge,
  );
}

/** Where a CV names no skill by which a role could be found for it. */
export function answerUnknownCv(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "CV review",
      summary:
        'I found no two skills of data work in it, so I cannot tell which role it is for. Name one before the text, like "review my CV for data engineer:". I kept nothing of it.',
      outcome: "clarify",
      audience: "private",
    },
    knowledge,
  );
}
