import { nearerRoles } from "../../guidance/alternatives.ts";
import { heldSkills } from "../../guidance/held-skills.ts";
import type { Profile } from "../../guidance/profile.ts";
import { type ProfileGap, profileGap } from "../../guidance/profile-gap.ts";
import { type Route, routeTo } from "../../guidance/route.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import type { Answer, FollowUp, Section } from "../answer.ts";
import { bullets, finish, followUp, listWords } from "../document.ts";
import { inSentence, withArticle } from "../role-words.ts";
import { askedForLines } from "./asked-for.ts";
import { becauseText, fitCount, fitSum, gapNames, skillNames } from "./words.ts";

/** How far somebody is from a role: what carries over, what to learn, what can wait, with the sum shown. */
export function answerGap(profile: Profile, target: Role, knowledge: Knowledge): Answer {
  const gap = profileGap(profile, target, knowledge);
  const next = gapNames(gap.learnNext, knowledge, 3);
  const route = routeTo(profile, target, knowledge) ?? [];
  const [stop, ...further] = route;
  const then =
    stop && further.length > 0
      ? `. That is too far for one leap: aim for ${inSentence(stop.role)} first`
      : next === ""
        ? "; show them in your work and apply"
        : `. Learn next: ${next}`;
  return finish(
    {
      title: `You and ${withArticle(target)}'s work`,
      summary: `You are ${gap.fit.words}: ${fitCount(gap.fit)} of ${withArticle(target)}${then}.`,
      sections: [
        bullets("The skills", skillLines(gap, knowledge)),
        bullets("Asked for besides", askedForLines(gap)),
        ...assumedSection(profile, gap, knowledge),
        ...waySection(profile, target, route, knowledge),
      ],
      followUps: gapFollowUps(profile, target, knowledge),
      audience: "private",
    },
    knowledge,
  );
}

function skillLines(gap: ProfileGap, knowledge: Knowledge): string[] {
  const missing = gap.learnNext.filter((each) => each.held === 0);
  const tooLow = gap.learnNext.filter((each) => each.held > 0);
  const unsaid = missing.filter(({ need }) => knowledge.skills.get(need.id)?.kind === "people");
  const line = (label: string, gaps: ProfileGap["learnNext"], most: number) =>
    gaps.length > 0 ? [`**${label}:** ${gapNames(gaps, knowledge, most)}`] : [];
  return [
    ...line("Carries over", gap.carriesOver, 10),
    ...line("Learn next", missing, 8),
    ...line("Deepen", tooLow, 6),
    ...line("Can wait", gap.canWait, 8),
    `**The sum:** ${fitSum(gap.fit)} must-haves. It measures the distance, not you.`,
    ...(unsaid.length > 0
      ? [
          `**Not told:** ${gapNames(unsaid, knowledge, 6)} ${unsaid.length === 1 ? "counts as missing because you did not mention it" : "count as missing because you did not mention them"}; say "add …" for what you have.`,
        ]
      : []),
  ];
}

/** What was counted without having been said, and why. */
export function assumedSection(profile: Profile, gap: ProfileGap, knowledge: Knowledge): Section[] {
  const held = heldSkills(profile, knowledge);
  const byReason = new Map<string, string[]>();
  for (const { need } of gap.carriesOver) {
    const because = held.get(need.id)?.because;
    const reason = because && becauseText(because, knowledge);
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), need.id]);
  }
  if (byReason.size === 0) return [];
  const lines = [...byReason].map(([reason, ids]) => `${skillNames(ids, knowledge, 8)}: from ${reason}`);
  return [bullets('Counted though you did not say so (tell me "remove …" where it is wrong)', lines)];
}

/** The stops where the leap is too far, and roles that are nearer. */
function waySection(profile: Profile, target: Role, route: Route, knowledge: Knowledge): Section[] {
  const lines = [...routeLines(route, knowledge), ...nearerLines(profile, target, route, knowledge)];
  return lines.length > 0 ? [bullets("The way there", lines)] : [];
}

const HOW = {
  common: "a well-trodden move",
  possible: "a move that people make",
  rare: "a rare move",
  entry: "a way in",
} as const;

/** One line a stop; none where the target can be aimed at directly. */
export function routeLines(route: Route, knowledge: Knowledge): string[] {
  if (route.length < 2) return [];
  return route.map(({ role, adds, how }, at) => {
    const skills =
      adds.length > 0 ? `adds ${skillNames(adds.slice(0, 3), knowledge)}` : "adds scope rather than skills";
    return `**${at === route.length - 1 ? "Then" : `Stop ${at + 1}`}: ${role.name}** (${HOW[how]}): ${skills}`;
  });
}

function nearerLines(profile: Profile, target: Role, route: Route, knowledge: Knowledge): string[] {
  const near = nearerRoles(profile, target, knowledge).filter(
    ({ role }) => !route.some((stop) => stop.role.id === role.id),
  );
  if (near.length === 0) return [];
  const names = near.map(({ role, fit }) => `${inSentence(role)} (${fitCount(fit)})`);
  return [`**Nearer with what you have:** ${listWords(names, "or")}`];
}

export function gapFollowUps(profile: Profile, target: Role, knowledge: Knowledge): FollowUp[] {
  const about = (label: string, topic: "interview" | "salary" | "getting-started") =>
    followUp(label, { intent: "lookup", roles: [target.id], topics: [topic] });
  return [
    about("How to get started", "getting-started"),
    about("Its pay", "salary"),
    ...nearerRoles(profile, target, knowledge).map(({ role }) =>
      followUp(`About ${role.short}`, {
        intent: "lookup",
        roles: [role.id],
        topics: ["definition"],
      }),
    ),
  ];
}
