import type { Knowledge } from "../knowledge/knowledge.ts";
import type { RoleFacts } from "../knowledge/schema.ts";
import type { Answer, FollowUp } from "./answer.ts";
import { bullets, finish, followUp } from "./document.ts";

const FAMILY_NAMES: Record<RoleFacts["family"], string> = {
  analysis: "Analysis and BI",
  "data-engineering": "Data engineering",
  science: "Data science and statistics",
  "machine-learning": "Machine learning and AI",
  research: "Research",
  leadership: "Leading people and data",
  product: "Product",
  software: "Software and platforms",
};

export function answerHelp(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "What I can do",
      summary: `I answer career questions about ${knowledge.roles.size} roles in data and machine learning, with sources. Ask in your own words.`,
      sections: [
        bullets(undefined, [
          "**About one role:** what tools does an ML lead use? is data engineering stressful?",
          "**Side by side:** data scientist vs data analyst, pay",
          "**Moving:** I'm a BI analyst, how do I become a data engineer?",
          "**You:** tell me your role, years, skills, goal and hours a week, and I show how far it is and what to learn next; I read CVs, weigh offers and prepare interviews too",
          "**Finding:** which roles need SQL but little coding? which pays most?",
          "**Going on:** after an answer, just ask: and the salary? what about a manager?",
          "**Privacy:** show my data, export my data, forget me",
        ]),
      ],
      followUps: starters(knowledge),
    },
    knowledge,
  );
}

export function answerGreeting(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Hello",
      summary:
        "Hello! Ask me about a role in data or machine learning, or tell me about yourself (your role, years, skills and goal) and I show you the way.",
      followUps: starters(knowledge),
    },
    knowledge,
  );
}

export function answerThanks(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "You are welcome",
      summary: "Glad to help. Come back whenever a question comes up.",
      followUps: [],
    },
    knowledge,
  );
}

/** Where whoever runs the bot has named no job feed. */
export function answerNoFeed(role: string | undefined, knowledge: Knowledge): Answer {
  const named = role === undefined ? undefined : knowledge.roles.get(role);
  return finish(
    {
      title: "Job openings",
      summary:
        "I have no job feed here, so I cannot list openings. Whoever runs me can connect one; until then a job board serves you better.",
      outcome: "declined",
      followUps: named
        ? [
            followUp(`What ${named.short} adverts ask for`, {
              intent: "lookup",
              roles: [named.id],
              topics: ["skills"],
            }),
            followUp("Interviews", { intent: "lookup", roles: [named.id], topics: ["interview"] }),
            followUp("Pay", { intent: "lookup", roles: [named.id], topics: ["salary"] }),
          ]
        : starters(knowledge),
    },
    knowledge,
  );
}

export function answerListRoles(knowledge: Knowledge): Answer {
  const families = new Map<string, string[]>();
  for (const role of knowledge.roles.values()) {
    const family = FAMILY_NAMES[role.family];
    families.set(family, [...(families.get(family) ?? []), role.name]);
  }
  const topics = [...knowledge.topics.values()].map((topic) => topic.label.toLowerCase());
  return finish(
    {
      title: "Roles and topics I know",
      summary: `I know ${knowledge.roles.size} roles, each by ${topics.length} topics, and can set any of them side by side.`,
      sections: [
        bullets(
          "Roles",
          [...families].map(([family, names]) => `**${family}:** ${names.join(", ")}`),
        ),
        bullets("Topics of each", [topics.join(", ")]),
      ],
      followUps: starters(knowledge),
    },
    knowledge,
  );
}

/** What is kept about people, for how long, and how they get rid of it. */
export function answerPrivacy(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Your privacy",
      summary:
        "I keep a profile of you only if you press Remember. Anything else you tell me is used for this talk and forgotten after 15 minutes.",
      sections: [
        bullets(undefined, [
          '**For 15 minutes:** which role and topic we talk about, so that "and the salary?" works, and what you told me of yourself with "Just this once". Not your words.',
          "**Until you say forget me:** your profile, plan and weekly reminder if you pressed Remember, encrypted and for you here alone; and which answers you rated, by role and topic.",
          "**For 10 minutes:** the number of a message, so that I do not answer it twice.",
          "**For 30 days, if whoever runs me turned it on:** questions that I could not answer, or whose answer was rated down, without who asked them.",
          "**Never:** your words in logs; your personal matters in a public answer; training on what you write.",
          '**Yours:** say "show my data", "export my data" or "forget me" at any time; the last erases all of it at once.',
        ]),
      ],
      audience: "private",
    },
    knowledge,
  );
}

/** First questions that show the range; only such as the knowledge base can answer. */
export function starters(knowledge: Knowledge): FollowUp[] {
  const has = (id: string) => knowledge.roles.has(id);
  const wanted: FollowUp[] = [
    followUp("What does a data engineer do?", {
      intent: "lookup",
      roles: ["data-engineer"],
      topics: ["responsibilities"],
    }),
    followUp("DS manager vs ML lead", {
      intent: "compare",
      roles: ["data-science-manager", "lead-machine-learning-engineer"],
      topics: [],
    }),
    followUp("BI analyst to data engineer", {
      intent: "transition",
      from: "business-intelligence-analyst",
      roles: ["data-engineer"],
      topics: [],
    }),
  ];
  const known = wanted.filter(({ question }) =>
    [...question.roles, ...(question.intent === "transition" && question.from ? [question.from] : [])].every(
      has,
    ),
  );
  return [
    ...known,
    followUp("Which role pays most?", { intent: "find-roles", roles: [], topics: ["salary"], skills: [] }),
    followUp("All roles", { intent: "list-roles", roles: [], topics: [] }),
  ];
}
