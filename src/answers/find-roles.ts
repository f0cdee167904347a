import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Answer } from "./answer.ts";
import { cell, cellKeys } from "./compare.ts";
import { finish, followUp, listWords } from "./document.ts";
import { topicLabel } from "./next.ts";
import { growthCell } from "./outlook.ts";
import { count, dollars, headlinePay, isThin } from "./pay.ts";
import { capitalize, educationWords, skillName, yearsWords } from "./role-words.ts";

const MOST_SHOWN = 6;

interface Ranked {
  role: Role;
  rank: number;
  reason: string;
  /** What else is told of it, a column each. */
  cells?: readonly string[];
}

/** Which roles fit what was named, or rank highest on a topic. */
export function answerFindRoles(
  terms: readonly string[],
  topics: readonly Topic[],
  knowledge: Knowledge,
): Answer {
  if (terms.length > 0) return byTerms(terms, topics, knowledge);
  const topic = topics[0];
  const ranking = topic ? RANKINGS[topic] : undefined;
  if (ranking) return byTopic(ranking, knowledge);
  return askWhat(knowledge);
}

function byTerms(terms: readonly string[], topics: readonly Topic[], knowledge: Knowledge): Answer {
  const names = terms.map((id) => skillName(id, knowledge));
  const ranked = [...knowledge.roles.values()]
    .map((role) => rankByTerms(role, terms, knowledge))
    .filter((each) => each.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_SHOWN);
  if (ranked.length === 0) {
    return finish(
      {
        title: "No role of mine asks for that",
        summary: `None of my roles names ${listWords(names, "or")} among what it asks for.`,
        outcome: "declined",
        followUps: [followUp("All roles", { intent: "list-roles", roles: [], topics: [] })],
      },
      knowledge,
    );
  }
  const best = ranked
    .filter((each) => each.rank >= ranked[0]!.rank * 0.75)
    .slice(0, 3)
    .map((each) => each.role.name);
  // The reason tells of skills and tools already.
  const besides = topics.filter((topic) => topic !== "skills" && topic !== "tools");
  return listing(
    `Roles for ${listWords(names)}`,
    `${capitalize(listWords(names))} ${names.length === 1 ? "fits" : "fit"} best with: ${listWords(best)}.`,
    ["Role", "Why", ...besides.map((topic) => topicLabel(topic, knowledge))],
    ranked.map((each) => ({ ...each, cells: besides.map((topic) => cell(each.role, topic, knowledge)) })),
    ranked.flatMap(({ role }) => besides.flatMap((topic) => cellKeys(role, topic, knowledge))),
    knowledge,
  );
}

function rankByTerms(role: Role, terms: readonly string[], knowledge: Knowledge): Ranked {
  let rank = 0;
  const reasons: string[] = [];
  for (const id of terms) {
    const need = [...role.skills, ...role.tools].find((each) => each.id === id);
    const name = skillName(id, knowledge);
    if (need) {
      rank += (need.need === "must" ? 2 : 0.8) + need.level / 5;
      reasons.push(`${name}: ${need.need === "must" ? "must have" : "nice to have"}`);
    } else if (role.industries.includes(id)) {
      rank += 1.5;
      reasons.push(`works in ${name}`);
    } else if (knowledge.fields.has(id) && role.education.fields.some((field) => sameField(field, name))) {
      rank += 1.8;
      reasons.push(`asks for ${name}`);
    } else if (knowledge.degrees.has(id)) {
      const degree = rankByDegree(role, id);
      rank += degree.rank;
      if (degree.reason) reasons.push(degree.reason);
    }
  }
  return { role, rank, reason: reasons.join("; ") };
}

function sameField(field: string, name: string): boolean {
  const plain = name.toLowerCase().replace(/ degree$/, "");
  return field.toLowerCase().includes(plain) || plain.includes(field.toLowerCase());
}

function rankByDegree(role: Role, id: string): { rank: number; reason: string | undefined } {
  const usual = role.education.usual.some((degree) => degree === id);
  if (usual) return { rank: 1.5, reason: `usually asks for ${educationWords(role)}` };
  if (role.education.possible.some((degree) => degree === id))
    return { rank: 0.5, reason: "possible with that degree" };
  return { rank: 0, reason: undefined };
}

interface Ranking {
  title: string;
  summary(top: Role, knowledge: Knowledge): string;
  column: string;
  /** Higher ranks first; undefined where a role has no figure. */
  value(role: Role, knowledge: Knowledge): number | undefined;
  says(role: Role, knowledge: Knowledge): string;
  sources(role: Role, knowledge: Knowledge): readonly string[];
}

const RANKINGS: Partial<Record<Topic, Ranking>> = {
  salary: {
    title: "Roles by advertised pay",
    column: "US adverts, median base pay a year",
    value: (role, knowledge) => headlinePay(role, knowledge)?.median,
    summary: (top, knowledge) => {
      const pay = headlinePay(top, knowledge);
      return `${top.name} is advertised highest: a median of ${dollars(pay?.median ?? 0)} a year in the US (base pay, ${pay?.period}, n=${count(pay?.n ?? null)}).`;
    },
    says: (role, knowledge) => {
      const pay = headlinePay(role, knowledge);
      return pay
        ? `${dollars(pay.median)} (n=${count(pay.n)}${isThin(pay) ? ", few" : ""}, ${pay.period})`
        : "";
    },
    sources: (role, knowledge) => [headlinePay(role, knowledge)?.source ?? []].flat(),
  },
  outlook: {
    title: "Roles by projected growth",
    column: "Official US projection, closest occupation",
    value: (role, knowledge) => knowledge.occupations.get(role.occupation.soc)?.growthPercent,
    summary: (top, knowledge) =>
      `${top.name} and its neighbours have the strongest official projection: ${growthCell(top, knowledge)}.`,
    says: growthCell,
    sources: (role, knowledge) => [knowledge.occupations.get(role.occupation.soc)?.source ?? []].flat(),
  },
  "working-conditions": {
    title: "Roles by remote adverts",
    column: "Adverts flagged fully remote",
    value: (role) => role.conditions?.remotePercent,
    summary: (top) =>
      `${top.name} has the largest share of fully remote adverts: ${top.conditions?.remotePercent}% (n=${count(top.conditions?.adverts ?? null)}). Stress and hours are not counted anywhere I know of.`,
    says: (role) => `${role.conditions?.remotePercent}% (n=${count(role.conditions?.adverts ?? null)})`,
    sources: (role) => role.conditions?.sources ?? [],
  },
  experience: {
    title: "Roles by experience asked for",
    column: "Experience",
    value: (role) => -role.experience.from,
    summary: (top) => `${top.name} asks for the least experience: ${yearsWords(top)}.`,
    says: (role) => `${yearsWords(role)} in ${role.experience.in}`,
    sources: (role) => role.experience.sources,
  },
  education: {
    title: "Roles by formal education",
    column: "Usually asked for",
    value: (role) =>
      -["none", "certificate", "bachelor", "master", "doctorate"].indexOf(
        role.education.usual[0] ?? "bachelor",
      ),
    summary: (top) =>
      `${top.name} is among the roles that ask for the least formal education: usually ${educationWords(top)}.`,
    says: (role) => educationWords(role),
    sources: (role) => role.education.sources,
  },
  skills: {
    title: "Roles by how much they code",
    column: "Programming among the must-haves",
    value: (role, knowledge) => -coding(role, knowledge),
    summary: (top) => `${top.name} needs the least programming among my roles; the list goes on from there.`,
    says: (role, knowledge) => {
      const languages = role.skills.filter((need) => knowledge.skills.get(need.id)?.kind === "language");
      return languages.length > 0
        ? languages
            .map(
              (need) =>
                `${skillName(need.id, knowledge)} (${need.need === "must" ? `level ${need.level} of 5` : "nice to have"})`,
            )
            .join(", ")
        : "none";
    },
    sources: () => ["editors"],
  },
  "getting-started": {
    title: "Roles that are open to beginners",
    column: "Usual start",
    value: (role) => -role.experience.from - (role.level === "entry" ? 0 : 1),
    summary: (top) => `${top.name} is the most usual way in: ${yearsWords(top)} of experience asked for.`,
    says: (role) => `${role.level} level, ${yearsWords(role)}`,
    sources: (role) => role.experience.sources,
  },
};

function coding(role: Role, knowledge: Knowledge): number {
  return role.skills.reduce(
    (sum, need) =>
      sum +
      (knowledge.skills.get(need.id)?.kind === "language"
        ? need.level * (need.need === "must" ? 1 : 0.3)
        : 0),
    0,
  );
}

function byTopic(ranking: Ranking, knowledge: Knowledge): Answer {
  const ranked = [...knowledge.roles.values()]
    .flatMap((role) => {
      const value = ranking.value(role, knowledge);
      return value === undefined ? [] : [{ role, rank: value, reason: ranking.says(role, knowledge) }];
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_SHOWN);
  const [top] = ranked;
  if (!top) return askWhat(knowledge);
  const keys = [...new Set(ranked.flatMap(({ role }) => ranking.sources(role, knowledge)))];
  return listing(
    ranking.title,
    ranking.summary(top.role, knowledge),
    ["Role", ranking.column],
    ranked,
    keys,
    knowledge,
  );
}

function listing(
  title: string,
  summary: string,
  columns: string[],
  ranked: readonly Ranked[],
  sourceKeys: readonly string[],
  knowledge: Knowledge,
): Answer {
  const ids = ranked.slice(0, 2).map(({ role }) => role.id);
  return finish(
    {
      title,
      summary,
      tables: [
        {
          caption: title,
          columns,
          rows: ranked.map(({ role, reason, cells = [] }) => [role.name, reason, ...cells]),
        },
      ],
      sourceKeys,
      followUps: [
        ...ranked
          .slice(0, 4)
          .map(({ role }) =>
            followUp(`About ${role.short}`, { intent: "lookup", roles: [role.id], topics: [] }),
          ),
        ...(ids.length === 2
          ? [followUp("Compare the first two", { intent: "compare", roles: ids, topics: [] })]
          : []),
      ],
    },
    knowledge,
  );
}

function askWhat(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Which role fits",
      summary:
        "Tell me what you know or like, such as SQL, Tableau, statistics, a degree or an industry, and I name the roles that ask for it.",
      outcome: "clarify",
      followUps: [
        followUp("Which pays most", { intent: "find-roles", roles: [], topics: ["salary"], skills: [] }),
        followUp("Which grows fastest", { intent: "find-roles", roles: [], topics: ["outlook"], skills: [] }),
        followUp("Which needs least coding", {
          intent: "find-roles",
          roles: [],
          topics: ["skills"],
          skills: [],
        }),
        followUp("All roles", { intent: "list-roles", roles: [], topics: [] }),
      ],
    },
    knowledge,
  );
}
