import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Answer, Section, Table } from "./answer.ts";
import { bullets, finish, listWords, section } from "./document.ts";
import { compareWith, everyTopic, nextTopics, topicLabel } from "./next.ts";
import { growthCell } from "./outlook.ts";
import { count, dollars, headlinePay, isThin, officialPaySentence } from "./pay.ts";
import {
  capitalize,
  educationWords,
  inSentence,
  musts,
  namesOf,
  plural,
  skillName,
  withArticle,
  yearsWords,
} from "./role-words.ts";
import { firstSentence, leadOf, restOf } from "./topic-text.ts";

/** More than this many columns do not fit a phone, nor a head. */
export const MOST_COMPARED = 4;

/** What a plain comparison shows: the topics by which people choose. */
const PLAIN: Topic[] = [
  "definition",
  "responsibilities",
  "skills",
  "tools",
  "education",
  "experience",
  "salary",
  "outlook",
  "working-conditions",
];

/** Two to four roles side by side; what goes beyond is said to be left out. */
export function answerComparison(
  named: readonly Role[],
  topics: readonly Topic[],
  knowledge: Knowledge,
): Answer {
  const roles = named.slice(0, MOST_COMPARED);
  const asked = topics.length > 0 ? topics : PLAIN;
  const told = IN_WORDS.find((topic) => topic === topics[0]);
  const rows = asked.filter((topic) => topic !== told);
  const ids = roles.map((role) => role.id);
  const title =
    roles.length > 2 ? listWords(roles.map((role) => role.short)) : listWords(roles.map((role) => role.name));
  return finish(
    {
      title:
        topics.length > 0
          ? `${title}: ${listWords(topics.map((topic) => topicLabel(topic, knowledge)))}`
          : title,
      summary: summarize(roles, topics, knowledge),
      tables: rows.length > 0 ? [tableOf(roles, rows, knowledge)] : [],
      sections: [
        ...(told === undefined ? [] : roles.map((role) => section(role.short, moreOf(role, told)))),
        ...skillSections(roles, topics, knowledge),
        ...officialSection(roles, topics, knowledge),
        ...leftOut(named.slice(MOST_COMPARED)),
      ],
      sourceKeys: [
        ...new Set(roles.flatMap((role) => asked.flatMap((topic) => cellKeys(role, topic, knowledge)))),
      ],
      followUps: [
        ...nextTopics(ids, topics, knowledge, 2),
        ...(roles.length === 2
          ? [
              {
                label: `From ${roles[0]!.short} to ${roles[1]!.short}`,
                question: { intent: "transition" as const, from: ids[0]!, roles: [ids[1]!], topics: [] },
              },
            ]
          : []),
        ...roles.slice(0, 2).map((role) => ({
          label: `About ${role.short}`,
          question: { intent: "lookup" as const, roles: [role.id], topics: [...topics] },
        })),
        ...compareWith(roles[0]!, knowledge, topics, 2).filter(
          ({ question }) => !question.roles.every((id) => ids.includes(id)),
        ),
      ],
      topics: everyTopic(ids, knowledge),
    },
    knowledge,
  );
}

/** Topics of which the summary says all that a cell would; what follows is told role by role. */
const IN_WORDS: readonly Topic[] = [
  "definition",
  "responsibilities",
  "outlook",
  "getting-started",
  "career-path",
  "interview",
];

/** What the summary of a comparison leaves of a topic; for the outlook that is all, since it gives the figures alone. */
function moreOf(role: Role, topic: Topic): string {
  const lead = leadOf(role, topic);
  const left = topic === "outlook" ? lead : lead.slice(firstSentence(role, topic).length).trim();
  return [left, restOf(role, topic)].filter((text) => text !== "").join("\n\n");
}

function tableOf(roles: readonly Role[], topics: readonly Topic[], knowledge: Knowledge): Table {
  return {
    caption: `${listWords(roles.map((role) => role.name))} side by side`,
    columns: ["Topic", ...roles.map((role) => role.short)],
    rows: topics.map((topic) => [
      topicLabel(topic, knowledge),
      ...roles.map((role) => cell(role, topic, knowledge)),
    ]),
  };
}

/** What a topic comes to in a few words. */
export function cell(role: Role, topic: Topic, knowledge: Knowledge): string {
  switch (topic) {
    case "skills":
      return namesOf(
        role.skills.filter((need) => need.need === "must"),
        knowledge,
      )
        .slice(0, 7)
        .join(", ");
    case "tools":
      return namesOf(role.tools, knowledge).slice(0, 7).join(", ");
    case "education":
      return capitalize(`${educationWords(role)} in ${listWords(role.education.fields.slice(0, 3), "or")}`);
    case "experience":
      return `${capitalize(yearsWords(role))} in ${role.experience.in}`;
    case "industries":
      return role.industries
        .slice(0, 4)
        .map((id) => knowledge.industries.get(id)?.name ?? id)
        .join(", ");
    case "salary": {
      const pay = headlinePay(role, knowledge);
      if (!pay) return "too few adverts to say";
      const range =
        pay.p25 !== null && pay.p75 !== null ? `, ${dollars(pay.p25)} to ${dollars(pay.p75)}` : "";
      return `Median ${dollars(pay.median)}${range} (US adverts ${pay.period}, n=${count(pay.n)}${isThin(pay) ? ", few" : ""})`;
    }
    case "outlook":
      return growthCell(role, knowledge);
    case "working-conditions":
      return role.conditions
        ? `${role.conditions.remotePercent}% of adverts fully remote (n=${count(role.conditions.adverts)}). ${firstSentence(role, topic)}`
        : firstSentence(role, topic);
    default:
      return firstSentence(role, topic);
  }
}

/** What stands behind a cell. */
export function cellKeys(role: Role, topic: Topic, knowledge: Knowledge): string[] {
  switch (topic) {
    case "education":
      return role.education.sources;
    case "experience":
      return role.experience.sources;
    case "salary":
      return [headlinePay(role, knowledge)?.source ?? []].flat();
    case "outlook":
      return [knowledge.occupations.get(role.occupation.soc)?.source ?? []].flat();
    case "working-conditions":
      return [...(role.conditions?.sources ?? []), ...role.sections[topic].sources];
    default:
      return role.sections[topic].sources;
  }
}

function summarize(roles: readonly Role[], topics: readonly Topic[], knowledge: Knowledge): string {
  if (topics[0] === "salary" || topics[0] === undefined) {
    const pay = payOrder(roles, knowledge);
    if (topics[0] === "salary")
      return pay ?? `There are too few adverts to say which of ${listWords(roles.map(plural))} earns more.`;
    return [essence(roles), pay].filter(Boolean).join(" ");
  }
  if (topics[0] === "outlook") return outlookOrder(roles, knowledge);
  if (topics[0] === "working-conditions") {
    const remote = remoteOrder(roles);
    if (remote) return remote;
  }
  if (topics[0] === "skills" || topics[0] === "tools") return sharedSummary(roles, topics[0], knowledge);
  return roles.map((role) => `${role.short}: ${firstSentence(role, topics[0]!)}`).join(" ");
}

function essence(roles: readonly Role[]): string {
  if (roles.length > 2)
    return `${capitalize(listWords(roles.map(withArticle)))} differ in what they answer for.`;
  const [a, b] = roles as [Role, Role];
  const shared = musts(a).filter((need) => musts(b).some((other) => other.id === need.id)).length;
  const all = new Set([...musts(a), ...musts(b)].map((need) => need.id)).size;
  return `${capitalize(withArticle(a))} and ${withArticle(b)} share ${shared} of ${all} must-have skills.`;
}

function payOrder(roles: readonly Role[], knowledge: Knowledge): string | undefined {
  const rows = roles.map((role) => ({ role, pay: headlinePay(role, knowledge) }));
  const known = rows
    .flatMap(({ role, pay }) => (pay ? [{ role, pay }] : []))
    .sort((a, b) => b.pay.median - a.pay.median);
  if (known.length < 2) return undefined;
  const highest = dollars(known[0]!.pay.median);
  const top = known.filter(({ pay }) => dollars(pay.median) === highest);
  const rest = known.slice(top.length);
  const thin = known.filter(({ pay }) => isThin(pay)).map(({ role }) => inSentence(role));
  const note =
    thin.length > 0
      ? ` The figure for the ${listWords(thin)} rests on few adverts, so take the order as a hint.`
      : "";
  const others = rest.map(({ role, pay }) => `${dollars(pay.median)} for the ${inSentence(role)}`);
  const against = rest.length > 0 ? ` against ${listWords(others)}` : "";
  const period = listWords([...new Set(known.map(({ pay }) => pay.period))]);
  const middle = `(US adverts, base pay, ${period}; n=${listWords(known.map(({ pay }) => count(pay.n)))})`;
  const who = listWords(top.map(({ role }) => `the ${inSentence(role)}`));
  const stand =
    top.length === 1
      ? "is advertised higher"
      : rest.length > 0
        ? "are advertised higher"
        : "are advertised alike";
  return `${capitalize(who)} ${stand}: a median of ${highest} a year${top.length > 1 ? " each" : ""}${against} ${middle}.${note}`;
}

function outlookOrder(roles: readonly Role[], knowledge: Knowledge): string {
  const rows = roles.map((role) => `${role.name}: ${growthCell(role, knowledge)}`);
  return `Official US projections for the closest occupations. ${rows.join("; ")}.`;
}

function remoteOrder(roles: readonly Role[]): string | undefined {
  const known = roles
    .flatMap((role) => (role.conditions ? [{ role, share: role.conditions.remotePercent }] : []))
    .sort((a, b) => b.share - a.share);
  if (known.length < roles.length) return undefined;
  const [top, ...rest] = known as [(typeof known)[0], ...typeof known];
  return `Fully remote adverts are commonest for the ${inSentence(top.role)} (${top.share}%), then ${listWords(rest.map(({ role, share }) => `the ${inSentence(role)} (${share}%)`))}.`;
}

function sharedSummary(roles: readonly Role[], list: "skills" | "tools", knowledge: Knowledge): string {
  const [first, ...others] = roles as [Role, ...Role[]];
  const shared = first[list].filter((need) =>
    others.every((role) => role[list].some((other) => other.id === need.id)),
  );
  if (shared.length === 0)
    return `${capitalize(listWords(roles.map(plural)))} share no ${list} on our lists.`;
  const names = namesOf(shared, knowledge).slice(0, 6);
  return `${capitalize(listWords(roles.map(plural)))} share ${listWords(names)}; what each adds stands below.`;
}

function skillSections(roles: readonly Role[], topics: readonly Topic[], knowledge: Knowledge): Section[] {
  const wanted = topics.length === 0 || topics.includes("skills") || topics.includes("tools");
  if (!wanted || roles.length !== 2) return [];
  const [a, b] = roles as [Role, Role];
  const needsOf = (role: Role) => (topics.length === 0 ? musts(role) : [...role.skills, ...role.tools]);
  const has = (role: Role, id: string) => [...role.skills, ...role.tools].some((need) => need.id === id);
  const names = (role: Role, keep: (id: string) => boolean) =>
    needsOf(role)
      .filter((need) => keep(need.id))
      .sort((x, y) => y.level - x.level)
      .map((need) => skillName(need.id, knowledge))
      .slice(0, 10);
  const shared = names(a, (id) => has(b, id));
  const onlyA = names(a, (id) => !has(b, id));
  const onlyB = names(b, (id) => !has(a, id));
  const line = (label: string, list: string[]) =>
    list.length > 0 ? [`**${label}:** ${list.join(", ")}`] : [];
  const items = [
    ...line("Both", shared),
    ...line(`Only ${a.short}`, onlyA),
    ...line(`Only ${b.short}`, onlyB),
  ];
  return items.length > 0 ? [bullets("Skills and tools", items)] : [];
}

function leftOut(roles: readonly Role[]): Section[] {
  if (roles.length === 0) return [];
  const names = listWords(roles.map(inSentence));
  return [section(undefined, `At most ${MOST_COMPARED} roles fit side by side, so I left out ${names}.`)];
}

function officialSection(roles: readonly Role[], topics: readonly Topic[], knowledge: Knowledge): Section[] {
  if (!topics.includes("salary")) return [];
  const lines = roles.flatMap((role) => {
    const sentence = officialPaySentence(role, knowledge);
    return sentence ? [`- ${role.short}. ${sentence}`] : [];
  });
  return lines.length > 0
    ? [section("Official statistics, counted apart from adverts", lines.join("\n"))]
    : [];
}
