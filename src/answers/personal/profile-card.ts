import type { Profile } from "../../guidance/profile.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, listWords, section } from "../document.ts";
import { skillName } from "../role-words.ts";
import { DEGREE_NAMES, REGION_NAMES } from "./profile-names.ts";
import { currentText, hoursText, levelNote, yearsText } from "./words.ts";

/**
 * "Here is what I understood": all of a profile in one card. `note` stands below it. `lead` is said above it in the place of
 * the question whether it is right; who is told of a change has been told already how to make one.
 */
export function answerProfile(
  profile: Profile,
  knowledge: Knowledge,
  { note, lead }: { note?: string | undefined; lead?: string | undefined } = {},
): Answer {
  const lines = profileLines(profile, knowledge);
  return finish(
    {
      title: "Here is what I understood",
      summary:
        lines.length > 0
          ? (lead ?? "Is this right? If not, say so in your own words.")
          : "I know nothing about you yet. Tell me in a line: your role, years, skills, goal and hours a week.",
      sections: [
        ...(lines.length > 0 ? [bullets(undefined, lines)] : []),
        ...(lead === undefined ? [section(undefined, HOW_TO_CHANGE)] : []),
        ...(note === undefined ? [] : [section(undefined, note)]),
      ],
      audience: "private",
    },
    knowledge,
  );
}

const HOW_TO_CHANGE =
  'To change it, write for instance "no, 5 years", "add dbt", "remove Python" or "my target is data engineer".';

/** One line of Markdown for each thing that was told. */
export function profileLines(profile: Profile, knowledge: Knowledge): string[] {
  const now = currentText(profile, knowledge);
  const years = profile.years === undefined ? "" : `, ${yearsText(profile.years)}`;
  const skills = [...profile.skills].sort((a, b) => b.level - a.level);
  const roleName = (id: string) => knowledge.roles.get(id)?.name ?? id;
  const education = [
    ...(profile.degree === undefined ? [] : [DEGREE_NAMES[profile.degree]]),
    ...(profile.field === undefined ? [] : [skillName(profile.field, knowledge)]),
  ];
  return [
    ...(now !== undefined ? [`**Now:** ${now}${years}`] : years ? [`**Experience:** ${years.slice(2)}`] : []),
    ...(skills.length > 0
      ? [
          `**Skills:** ${skills.map(({ id, level }) => `${skillName(id, knowledge)} (${levelNote(level)})`).join(", ")}`,
        ]
      : []),
    ...(profile.lacks === undefined
      ? []
      : [`**Not yet:** ${profile.lacks.map((id) => skillName(id, knowledge)).join(", ")}`]),
    ...(education.length > 0 ? [`**Education:** ${education.join(", ")}`] : []),
    ...(profile.targets.length > 0 ? [`**Goal:** ${listWords(profile.targets.map(roleName), "or")}`] : []),
    ...(profile.interests.length > 0
      ? [`**Interests:** ${profile.interests.map((id) => skillName(id, knowledge)).join(", ")}`]
      : []),
    ...(profile.hoursPerWeek === undefined ? [] : [`**Time:** ${hoursText(profile.hoursPerWeek)} a week`]),
    ...(profile.region === undefined
      ? []
      : [
          `**Place:** ${REGION_NAMES[profile.region]}${profile.timeZone === undefined ? "" : ` (${profile.timeZone})`}`,
        ]),
  ];
}
