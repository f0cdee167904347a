import { gapTo, skillsOfRole } from "../guidance/gap.ts";
import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { SkillNeed } from "../knowledge/schema.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Answer, Section } from "./answer.ts";
import { bullets, finish, followUp, listWords, section } from "./document.ts";
import { topicLabel } from "./next.ts";
import {
  capitalize,
  educationWords,
  inSentence,
  plural,
  skillName,
  withArticle,
  yearsWords,
} from "./role-words.ts";
import { leadOf, restOf } from "./topic-text.ts";

const HOW_COMMON = {
  common: "a well-trodden move",
  possible: "a move that people make",
  rare: "a rare move",
} as const;

/** How to get from one role, or from a background that is none of ours, to another role. */
export function answerTransition(
  from: Role | undefined,
  target: Role,
  topics: readonly Topic[],
  knowledge: Knowledge,
): Answer {
  const extra = topics.filter(
    (topic) => topic !== "getting-started" && topic !== "skills" && topic !== "career-path",
  );
  /** What the target can be set beside. */
  const other = from?.id === target.id ? undefined : from;
  const draft = from ? fromRole(from, target, knowledge) : fromElsewhere(target, knowledge);
  const sections: Section[] = [
    ...draft.sections,
    ...extra.map((topic) =>
      section(topicLabel(topic, knowledge), `${leadOf(target, topic)}\n\n${restOf(target, topic)}`),
    ),
  ];
  return finish(
    {
      ...draft,
      sections,
      followUps: [
        followUp(`${topicLabel("getting-started", knowledge)}`, {
          intent: "lookup",
          roles: [target.id],
          topics: ["getting-started"],
        }),
        ...(other
          ? [
              followUp(`Compare with ${target.short}`, {
                intent: "compare",
                roles: [other.id, target.id],
                topics: [],
              }),
            ]
          : []),
        followUp(topicLabel("interview", knowledge), {
          intent: "lookup",
          roles: [target.id],
          topics: ["interview"],
        }),
        followUp(
          topicLabel("salary", knowledge),
          other
            ? { intent: "compare", roles: [other.id, target.id], topics: ["salary"] }
            : { intent: "lookup", roles: [target.id], topics: ["salary"] },
        ),
        ...nearerStops(from, target, knowledge).map((stop) =>
          followUp(`To ${stop.short} first`, {
            intent: "transition",
            from: from?.id ?? null,
            roles: [stop.id],
            topics: [],
          }),
        ),
      ],
    },
    knowledge,
  );
}

function fromRole(from: Role, target: Role, knowledge: Knowledge) {
  if (from.id === target.id) {
    return {
      title: target.name,
      summary: `You are ${withArticle(target)} already; the next steps from there stand below.`,
      sections: [section(undefined, restOf(target, "career-path"))],
    };
  }
  const gap = gapTo(target, skillsOfRole(from));
  const known =
    from.neighbours.to.find((near) => near.role === target.id) ??
    target.neighbours.from.find((near) => near.role === from.id);
  const common = known ? `${HOW_COMMON[known.how]}` : "no common move";
  const names = (needs: readonly SkillNeed[], most: number) =>
    needs.slice(0, most).map((need) => skillName(need.id, knowledge));
  const add = names(gap.missing, 4);
  const held = `${gap.mustHeld} of ${gap.mustAll} must-have skills come with ${withArticle(from)}'s work`;
  const summary = `From ${inSentence(from)} to ${inSentence(target)} is ${common}: ${held}${add.length > 0 ? `; add ${listWords(add)}` : ""}.`;
  const stops = nearerStops(from, target, knowledge);
  return {
    title: `From ${inSentence(from)} to ${inSentence(target)}`,
    summary,
    sections: [
      bullets("What changes", [
        ...(gap.carriesOver.length > 0 ? [`**Carries over:** ${names(gap.carriesOver, 10).join(", ")}`] : []),
        ...(gap.missing.length > 0 ? [`**Learn first:** ${names(gap.missing, 8).join(", ")}`] : []),
        ...(gap.deepen.length > 0 ? [`**Deepen:** ${names(gap.deepen, 6).join(", ")}`] : []),
        ...(gap.canWait.length > 0 ? [`**Can wait:** ${names(gap.canWait, 6).join(", ")}`] : []),
        askedFor(target),
        ...(stops.length > 0
          ? [`**A shorter first step:** ${stops.map((stop) => stop.name).join(" or ")}`]
          : []),
      ]),
      section("First steps", restOf(target, "getting-started")),
    ],
  };
}

function fromElsewhere(target: Role, knowledge: Knowledge) {
  const must = [...target.skills, ...target.tools]
    .filter((need) => need.need === "must")
    .sort((a, b) => b.level - a.level);
  const entries = target.neighbours.from.flatMap((near) => knowledge.roles.get(near.role) ?? []);
  const direct = target.level === "entry" || target.level === "mid";
  const way = direct
    ? `You can aim for ${inSentence(target)} directly: build the must-have skills, prove them in a project and bring what you know of your own field.`
    : `${capitalize(inSentence(target))} is seldom a first job in data: most people come from ${listWords(entries.slice(0, 2).map(inSentence), "or")}, so aim there first.`;
  return {
    title: `Becoming ${withArticle(target)}`,
    summary: way,
    sections: [
      bullets("What it takes", [
        `**Must have:** ${must
          .slice(0, 9)
          .map((need) => skillName(need.id, knowledge))
          .join(", ")}`,
        askedFor(target),
        `**Bring along:** knowing another field is worth most where ${plural(target)} work on it: ${target.industries
          .slice(0, 4)
          .map((id) => knowledge.industries.get(id)?.name ?? id)
          .join(", ")}`,
        ...(entries.length > 0
          ? [
              `**Roles on the way:** ${entries
                .slice(0, 3)
                .map((role) => role.name)
                .join(", ")}`,
            ]
          : []),
      ]),
      section("First steps", restOf(target, "getting-started")),
    ],
  };
}

function askedFor(target: Role): string {
  const cite = (keys: readonly string[]) => keys.map((key) => `[^${key}]`).join("");
  return `**Usually asked for:** ${educationWords(target)}${cite(target.education.sources)}; ${yearsWords(target)} in ${target.experience.in}${cite(target.experience.sources)}`;
}

/** Roles on the way that are closer to where somebody stands than the target is. */
function nearerStops(from: Role | undefined, target: Role, knowledge: Knowledge): Role[] {
  if (!from) return [];
  const direct = from.neighbours.to.some((near) => near.role === target.id && near.how !== "rare");
  if (direct) return [];
  const reachable = new Set(from.neighbours.to.map((near) => near.role));
  return target.neighbours.from
    .filter((near) => near.role !== from.id && reachable.has(near.role))
    .flatMap((near) => knowledge.roles.get(near.role) ?? [])
    .slice(0, 2);
}
