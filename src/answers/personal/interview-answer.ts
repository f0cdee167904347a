import { practiceOf } from "../../guidance/practice/practice.ts";
import type { Profile } from "../../guidance/profile.ts";
import { profileGap } from "../../guidance/profile-gap.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import type { RoleFacts, Skill } from "../../knowledge/schema.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, followUp, listWords, section } from "../document.ts";
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

/** Stories that are asked for at a level, each to be told with what was at stake, what one did, and what came of it. Editors' judgement. */
const STORIES: Record<RoleFacts["level"], readonly string[]> = {
  entry: [],
  mid: ["**A story:** something you shipped that broke, how you found out, and what you changed."],
  senior: [
    "**A design of yours:** the need, the two ways you weighed, the number that decided, and what you would do otherwise today.",
    "**A failure in service:** how you found it, what it cost, and what keeps it from coming back.",
  ],
  lead: [
    "**A standard others took up:** what was in its way, and how you won the doubters.",
    "**A project you stopped:** the sign that you acted on, and whom you had to persuade.",
    "**Somebody who grew:** where they stood, what you did, where they stand now.",
  ],
  manager: [
    "**Hard feedback you gave:** the words, the answer, and what changed.",
    "**A hire that failed:** what you had overlooked, and what you ask now.",
    "**A priority you turned down:** who wanted it, what you said, and what it left room for.",
    "**A result of your team:** the figure before and after, and your own part in it.",
  ],
  executive: [
    "**A budget you defended:** the sum, the case, and what you gave up for it.",
    "**A strategy you changed:** the evidence, the allies, and those you lost.",
    "**A trade-off in money:** risk against growth, or build against buy, and how it turned out.",
    "**A crisis:** what you said on the first day, to whom, and what you did not know.",
  ],
};
/** So many tasks for skills stand beside the stories: the higher the level, the fewer. */
const TASKS: Record<RoleFacts["level"], number> = {
  entry: 4,
  mid: 3,
  senior: 2,
  lead: 0,
  manager: 0,
  executive: 0,
};
/** Nobody who leads is asked for the first steps in a language. */
const SENIOR_KINDS: ReadonlySet<Skill["kind"]> = new Set(["engineering", "method", "domain"]);

/** Tasks for the must-haves that weigh most, strong ones first where a profile says which; then the stories of the level. */
function rehearsals(role: Role, profile: Profile | undefined, knowledge: Knowledge): string[] {
  const isSenior = STORIES[role.level].length > 1;
  const rehearsed = (kind: Skill["kind"]) => (isSenior ? SENIOR_KINDS.has(kind) : kind !== "tool");
  const carried = profile ? profileGap(profile, role, knowledge).carriesOver.map((gap) => gap.need.id) : [];
  const weight = (id: string, level: number) => level + (carried.includes(id) ? 2 : 0);
  const needs = musts(role)
    .filter(({ id }) => rehearsed(knowledge.skills.get(id)?.kind ?? "tool"))
    .sort((a, b) => weight(b.id, b.level) - weight(a.id, a.level))
    .slice(0, TASKS[role.level]);
  const tasks = needs.flatMap(({ id }) => {
    const skill = knowledge.skills.get(id);
    if (!skill) return [];
    const intro = carried.includes(id)
      ? "tell how you did something like this"
      : "say how you would go about this";
    return [`**${skill.name}:** ${intro}: ${lowerFirst(practiceOf(skill).task)}`];
  });
  return [...tasks, ...STORIES[role.level].map((story) => `${story}[^editors]`)];
}

function weakSpots(role: Role, profile: Profile, knowledge: Knowledge) {
  const gaps = profileGap(profile, role, knowledge).learnNext.slice(0, 3);
  if (gaps.length === 0) return [];
  const names = (held: (level: number) => boolean) =>
    listWords(gaps.filter((gap) => held(gap.held)).map(({ need }) => skillName(need.id, knowledge)));
  const [unnamed, low] = [names((level) => level === 0), names((level) => level > 0)];
  const lines = [
    ...(unnamed === ""
      ? []
      : [
          `**${unnamed}:** not among what you named. Say plainly what you have not done, and what you do about it.`,
        ]),
    ...(low === ""
      ? []
      : [`**${low}:** they will go deeper than you have been. Say where your knowledge ends.`]),
  ];
  return [bullets("Where they will press you", lines)];
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
