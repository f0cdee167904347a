import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Answer, Section, Table } from "./answer.ts";
import { bullets, finish, listWords, section } from "./document.ts";
import { compareWith, everyTopic, nextTopics, topicLabel } from "./next.ts";
import { growthCell, projectionSentence } from "./outlook.ts";
import { count, dollars, headlinePay, isThin, officialPaySentence, paySentence, payTable } from "./pay.ts";
import { educationWords, musts, namesOf, skillName, yearsWords } from "./role-words.ts";
import { firstSentence, leadKeys, leadOf, restOf } from "./topic-text.ts";

/** One role: a one-screen overview, or one or more topics of it. */
export function answerLookup(role: Role, topics: readonly Topic[], knowledge: Knowledge): Answer {
  if (topics.length === 0) return overview(role, knowledge);
  const parts = topics.map((topic) => topicPart(role, topic, knowledge));
  const [first] = parts as [TopicPart, ...TopicPart[]];
  const several = parts.length > 1;
  const sections = parts.flatMap((part, n) => {
    const label = topicLabel(topics[n]!, knowledge);
    return several && n > 0
      ? [
          section(label, `${part.summary}\n\n${part.sections[0]?.markdown ?? ""}`),
          ...part.sections.slice(1).map(toSection),
        ]
      : part.sections.map(toSection);
  });
  return finish(
    {
      title: `${role.name}: ${listWords(topics.map((topic) => topicLabel(topic, knowledge)))}`,
      summary: first.summary,
      sections,
      tables: parts.flatMap((part) => part.table ?? []),
      sourceKeys: parts.flatMap((part) => part.sourceKeys),
      followUps: [
        ...nextTopics([role.id], topics, knowledge, 4),
        ...compareWith(role, knowledge, topics.slice(0, 1), 2),
      ],
      topics: everyTopic([role.id], knowledge),
    },
    knowledge,
  );
}

interface TopicPart {
  summary: string;
  sections: { heading: string | undefined; markdown: string }[];
  table: Table | undefined;
  sourceKeys: string[];
}

function toSection({ heading, markdown }: { heading: string | undefined; markdown: string }): Section {
  return section(heading, markdown);
}

function topicPart(role: Role, topic: Topic, knowledge: Knowledge): TopicPart {
  const lead = leadOf(role, topic);
  const rest = restOf(role, topic);
  switch (topic) {
    case "salary": {
      const official = officialPaySentence(role, knowledge);
      const pay = headlinePay(role, knowledge);
      const markdown = [official && `- ${official}`, `- ${lead}`, rest].filter(Boolean).join("\n");
      const sourceKeys = pay ? [pay.source] : [];
      return {
        summary: paySentence(role, knowledge),
        sections: [{ heading: undefined, markdown }],
        table: payTable(role, knowledge),
        sourceKeys,
      };
    }
    case "outlook": {
      const projection = projectionSentence(role, knowledge);
      const markdown = [projection && `- ${projection}`, rest].filter(Boolean).join("\n");
      return {
        summary: lead,
        sections: [{ heading: undefined, markdown }],
        table: undefined,
        sourceKeys: leadKeys(role, topic),
      };
    }
    case "skills":
      return {
        summary: lead,
        sections: [{ heading: undefined, markdown: rest }, needs("Asked for", role.skills, knowledge)],
        table: undefined,
        sourceKeys: leadKeys(role, topic),
      };
    case "tools":
      return {
        summary: lead,
        sections: [{ heading: undefined, markdown: rest }, needs("Asked for", role.tools, knowledge)],
        table: undefined,
        sourceKeys: leadKeys(role, topic),
      };
    case "working-conditions": {
      const { conditions } = role;
      const remote = conditions
        ? `- **Remote:** ${conditions.remotePercent}% of ${count(conditions.adverts)} advert figures were fully remote (mostly US, ${conditions.period}).[^${conditions.sources[0]}]`
        : "";
      return {
        summary: lead,
        sections: [{ heading: undefined, markdown: [remote, rest].filter(Boolean).join("\n") }],
        table: undefined,
        sourceKeys: leadKeys(role, topic),
      };
    }
    case "career-path":
      return {
        summary: lead,
        sections: [{ heading: undefined, markdown: rest }, ...neighbourSection(role, knowledge)],
        table: undefined,
        sourceKeys: leadKeys(role, topic),
      };
    default:
      return {
        summary: lead,
        sections: [{ heading: undefined, markdown: rest }],
        table: undefined,
        sourceKeys: leadKeys(role, topic),
      };
  }
}

function needs(heading: string, list: Role["skills"], knowledge: Knowledge) {
  const must = namesOf(
    list.filter((need) => need.need === "must"),
    knowledge,
  );
  const nice = namesOf(
    list.filter((need) => need.need === "nice"),
    knowledge,
  );
  const lines = [
    must.length > 0 && `- **Must have:** ${must.join(", ")}`,
    nice.length > 0 && `- **Nice to have:** ${nice.join(", ")}`,
  ];
  return { heading, markdown: lines.filter(Boolean).join("\n") };
}

const HOW = { common: "often", possible: "sometimes", rare: "seldom" } as const;

function neighbourSection(role: Role, knowledge: Knowledge) {
  const list = (side: Role["neighbours"]["to"]) =>
    side.map(({ role: id, how }) => `${knowledge.roles.get(id)?.name ?? id} (${HOW[how]})`).join(", ");
  const lines = [
    role.neighbours.from.length > 0 && `- **People come from:** ${list(role.neighbours.from)}`,
    role.neighbours.to.length > 0 && `- **And go on to:** ${list(role.neighbours.to)}`,
  ].filter(Boolean);
  return lines.length > 0 ? [{ heading: "Moves", markdown: lines.join("\n") }] : [];
}

/** Everything that matters at first sight, on one screen of a phone. */
function overview(role: Role, knowledge: Knowledge): Answer {
  const pay = headlinePay(role, knowledge);
  const must = musts(role)
    .sort((a, b) => b.level - a.level)
    .slice(0, 6)
    .map((need) => skillName(need.id, knowledge));
  const cite = (keys: readonly string[]) => keys.map((key) => `[^${key}]`).join("");
  const facts = [
    `**Does:** ${firstSentence(role, "responsibilities")}`,
    `**Must have:** ${must.join(", ")}`,
    `**Education:** usually ${educationWords(role)}${cite(role.education.sources)}`,
    `**Experience:** ${yearsWords(role)} in ${role.experience.in}${cite(role.experience.sources)}`,
    pay
      ? `**Pay:** median ${dollars(pay.median)} a year in US adverts (${pay.period}, n=${count(pay.n)}${isThin(pay) ? ", few" : ""})${cite([pay.source])}`
      : undefined,
    `**Outlook:** ${growthCell(role, knowledge)}${cite([knowledge.occupations.get(role.occupation.soc)?.source ?? "bls"])}`,
    role.neighbours.to.length > 0
      ? `**Next:** ${role.neighbours.to
          .slice(0, 3)
          .map(({ role: id }) => knowledge.roles.get(id)?.name ?? id)
          .join(", ")}`
      : undefined,
  ];
  return finish(
    {
      title: role.name,
      summary: role.overview,
      sections: [
        bullets(
          "At a glance",
          facts.filter((fact) => fact !== undefined),
        ),
      ],
      followUps: [...nextTopics([role.id], [], knowledge, 4), ...compareWith(role, knowledge, [], 2)],
      topics: everyTopic([role.id], knowledge),
    },
    knowledge,
  );
}
