import { heldSkills } from "../../guidance/held-skills.ts";
import type { Profile, Region } from "../../guidance/profile.ts";
import { type ProfileGap, profileGap } from "../../guidance/profile-gap.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import { LEVELS } from "../../knowledge/schema.ts";
import type { Topic } from "../../knowledge/topics.ts";
import type { Answer, Section, Table } from "../answer.ts";
import { cell, cellKeys, MOST_COMPARED } from "../compare.ts";
import { bullets, finish, followUp, listWords } from "../document.ts";
import { count, dollars, headlinePay, salariesOf } from "../pay.ts";
import { capitalize, inSentence } from "../role-words.ts";
import { firstSentence } from "../topic-text.ts";
import { REGION_NAMES } from "./profile-names.ts";
import { fitCount, gapNames } from "./words.ts";

/** What an offer holds besides its role. Editors' judgement. */
const ASK_BEFORE_SIGNING = [
  "**The first year:** what must be true after it for both of you to call it a success?",
  "**The team:** who is there now, who has left and why, and whom may you hire?",
  "**The say:** whom do you report to, which budget is yours, and who can overrule you?",
  "**The pay:** base, bonus, shares and notice in writing, set against the figures above.",
  "**The firm:** for a young one the months of money left and the terms of the shares, for a large one how a decision is made.",
];

/** Several roles side by side for one person: offers that they weigh, or goals that they named. */
export function answerChoice(
  given: readonly Role[],
  profile: Profile,
  knowledge: Knowledge,
  what: "offers" | "goals",
): Answer {
  const roles = given.slice(0, MOST_COMPARED);
  const known = heldSkills(profile, knowledge).size > 0;
  const gaps = roles.map((role) => profileGap(profile, role, knowledge));
  const names = listWords(roles.map(inSentence), "or");
  return finish(
    {
      title: `Your ${what}: ${listWords(
        roles.map(({ short }) => short),
        "or",
      )}`,
      summary: known
        ? nearest(gaps, knowledge)
        : `I set ${names} side by side. Tell me your role, years and skills, and I add how near you are to each.`,
      tables: [sideBySide(gaps, known, profile.region, knowledge)],
      sections: [
        ...(known ? gaps.map((gap) => forYou(gap, knowledge)) : []),
        ...(what === "offers" ? [bullets("Ask before you sign", ASK_BEFORE_SIGNING)] : []),
        bullets(undefined, [
          what === "offers"
            ? "I know the roles and not the offers: a good manager and a team that wants you outweigh what stands here.[^editors]"
            : "Pick one as your goal and I make the plan towards it; you can change it at any time.[^editors]",
        ]),
      ],
      sourceKeys: [
        ...new Set(roles.flatMap((role) => TOPICS.flatMap((topic) => cellKeys(role, topic, knowledge)))),
      ],
      followUps: [
        followUp("All side by side", { intent: "compare", roles: roles.map(({ id }) => id), topics: [] }),
        ...roles.map((role) =>
          followUp(`Pay: ${role.short}`, { intent: "lookup", roles: [role.id], topics: ["salary"] }),
        ),
      ],
      audience: "private",
    },
    knowledge,
  );
}

/** Asked where an offer is to be weighed and it is not clear for which roles. */
export function askOffers(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Your offers",
      summary:
        "Which roles are the offers for? Name them in one line, with what you do today, like: data analyst, 4 years, offers for data engineer and analytics engineer.",
      outcome: "clarify",
      audience: "private",
    },
    knowledge,
  );
}

/** By what people choose between roles. */
const TOPICS: Topic[] = ["responsibilities", "experience", "salary", "working-conditions", "career-path"];

function nearest(gaps: readonly ProfileGap[], knowledge: Knowledge): string {
  const share = ({ fit }: ProfileGap) => fit.sum / Math.max(1, fit.all);
  const order = [...gaps].sort((a, b) => share(b) - share(a));
  const [first, second] = order;
  if (first === undefined || second === undefined) return "";
  const counted = ({ fit, target }: ProfileGap) =>
    `${inSentence(target)} (${fit.sum} of ${fit.all} must-haves)`;
  if (share(first) - share(second) < 0.05)
    return `By your skills you stand about as near to each: ${listWords(order.map(counted))}.`;
  const others = listWords(order.slice(1).map(counted), "or");
  const last = order[order.length - 1]!.target;
  const paid = [...gaps].sort((a, b) => median(b.target, knowledge) - median(a.target, knowledge))[0]?.target;
  const longer = `${capitalize(inSentence(last))} is the longer step${paid === last ? ", and is advertised at more" : ""}.`;
  return `By your skills ${counted(first)} is nearer than ${others}. ${longer}`;
}

function median(role: Role, knowledge: Knowledge): number {
  return headlinePay(role, knowledge)?.median ?? 0;
}

function sideBySide(
  gaps: readonly ProfileGap[],
  known: boolean,
  region: Region | undefined,
  knowledge: Knowledge,
): Table {
  const row = (name: string, of: (gap: ProfileGap) => string) => [name, ...gaps.map(of)];
  return {
    caption: "Side by side",
    columns: ["", ...gaps.map(({ target }) => target.short)],
    rows: [
      ...(known ? [row("You hold", ({ fit }) => `${fitCount(fit)}: ${fit.words}`)] : []),
      row("The work", ({ target }) => cell(target, "responsibilities", knowledge)),
      row("Experience asked for", ({ target }) => cell(target, "experience", knowledge)),
      row("Advertised pay", ({ target }) => payOf(target, region, knowledge)),
      row("Working conditions", ({ target }) => firstSentence(target, "working-conditions")),
      row("What comes next", ({ target }) => nextRoles(target, knowledge)),
    ],
  };
}

function nextRoles(role: Role, knowledge: Knowledge): string {
  const next = role.neighbours.to
    .flatMap((move) => knowledge.roles.get(move.role) ?? [])
    .filter((other) => LEVELS.indexOf(other.level) >= LEVELS.indexOf(role.level))
    .slice(0, 3)
    .map(({ name }) => name);
  return next.length > 0 ? next.join(", ") : "the top of its ladder here";
}

/** Where somebody works, as far as adverts were counted there; else in the US. */
function payOf(role: Role, region: Region | undefined, knowledge: Knowledge): string {
  const theirs = salariesOf(role, knowledge, "advertised").find(
    (pay) => pay.region === region && pay.level === "all",
  );
  const pay = theirs ?? headlinePay(role, knowledge);
  if (!pay) return "too few adverts to say";
  const range = pay.p25 !== null && pay.p75 !== null ? `, ${dollars(pay.p25)} to ${dollars(pay.p75)}` : "";
  return `Median ${dollars(pay.median)}${range} (${REGION_NAMES[pay.region]}, ${pay.period}, n=${count(pay.n)})`;
}

function forYou(gap: ProfileGap, knowledge: Knowledge): Section {
  const line = (label: string, names: string) => (names === "" ? [] : [`**${label}:** ${names}`]);
  return bullets(`${gap.target.name}, for you`, [
    ...line("You bring", gapNames(gap.carriesOver, knowledge, 6)),
    ...line("You would grow into", gapNames(gap.learnNext, knowledge, 5)),
  ]);
}
