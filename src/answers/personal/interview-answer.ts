import { practiceOf } from "../../guidance/practice/practice.ts";
import type { Profile } from "../../guidance/profile.ts";
import { profileGap } from "../../guidance/profile-gap.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import type { RoleFacts } from "../../knowledge/schema.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, followUp, section } from "../document.ts";
import { musts, skillName } from "../role-words.ts";
import { leadOf, restOf } from "../topic-text.ts";

/** What decides at a level. Editors' judgement. */
const DECIDES: Record<RoleFacts["level"], string> = {
  entry:
    "At entry level they look for clean basics and how you think aloud; one project that you know to the last line carries you.",
  mid: "At this level they look for work that you finished alone: its numbers, its trade-offs, and what went wrong.",
  senior:
    "At senior level the design round decides: requirements first, then numbers, then failure and cost.",
  lead: "At lead level design and behaviour decide: a standard that others took up, a project that you stopped.",
  manager:
    "For managers the people rounds decide: hard feedback, a hire that failed, a priority that you turned down.",
  executive:
    "At this level they test judgement and allies: a budget you defended, a strategy you changed, a trade-off in money.",
};

/** Interview preparation for a role; with a profile, for what this person will be asked. Facts from the role's file. */
export function answerInterview(role: Role, profile: Profile | undefined, knowledge: Knowledge): Answer {
  return finish(
    {
      title: `Prepare for an interview: ${role.name}`,
      summary: leadOf(role, "interview"),
      sections: [
        section("What to expect", restOf(role, "interview")),
        section("What decides", `${DECIDES[role.level]}[^editors]`),
        bullets("Rehearse aloud", [
          ...rehearsals(role, profile, knowledge),
          "**Your questions:** what would I own after three months, who decides, what was the last thing that broke?[^editors]",
        ]),
        ...(profile ? weakSpots(role, profile, knowledge) : []),
      ],
      followUps: [
        followUp("Its skills", { intent: "lookup", roles: [role.id], topics: ["skills"] }),
        followUp("Its pay", { intent: "lookup", roles: [role.id], topics: ["salary"] }),
      ],
      audience: "private",
    },
    knowledge,
  );
}

/** A task for each of the must-haves that weigh most: strong ones first where a profile says which. */
function rehearsals(role: Role, profile: Profile | undefined, knowledge: Knowledge): string[] {
  const carried = profile ? profileGap(profile, role, knowledge).carriesOver.map((gap) => gap.need.id) : [];
  const weight = (id: string, level: number) => level + (carried.includes(id) ? 2 : 0);
  const needs = musts(role)
    .filter(({ id }) => knowledge.skills.get(id)?.kind !== "tool")
    .sort((a, b) => weight(b.id, b.level) - weight(a.id, a.level))
    .slice(0, 4);
  return needs.flatMap(({ id }) => {
    const skill = knowledge.skills.get(id);
    if (!skill) return [];
    const intro = carried.includes(id)
      ? "tell how you did something like this"
      : "say how you would go about this";
    return [`**${skill.name}:** ${intro}: ${lowerFirst(practiceOf(skill).task)}`];
  });
}

function weakSpots(role: Role, profile: Profile, knowledge: Knowledge) {
  const gaps = profileGap(profile, role, knowledge).learnNext.slice(0, 3);
  if (gaps.length === 0) return [];
  const lines = gaps.map(({ need, held }) =>
    held === 0
      ? `**${skillName(need.id, knowledge)}:** you did not name it. Say so plainly, and what you do about it.`
      : `**${skillName(need.id, knowledge)}:** they will go deeper than you have been. Say where your knowledge ends.`,
  );
  return [bullets("Where they will press you", lines)];
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
