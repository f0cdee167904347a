import type { Knowledge } from "../knowledge/knowledge.ts";
import type { RoleFacts } from "../knowledge/schema.ts";
import type { Question } from "../understanding/question.ts";
import type { Answer, FollowUp } from "./answer.ts";
import { describe } from "./describe.ts";
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
          "**Finding:** which roles need SQL but little coding? which pays most?",
          "**Going on:** after an answer, just ask: and the salary? what about a manager?",
          "**Privacy:** ask what I store, or say forget me",
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
        "Hello! Ask me about a role in data or machine learning: what it is, what it pays, how to get there, or how two of them differ.",
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

/** What is kept about people; the conversation floor adds what it holds of the asker. */
export function answerPrivacy(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Your privacy",
      summary:
        "I keep no profile of you. What we talk about is remembered for 15 minutes so that you can ask on, then forgotten.",
      sections: [
        bullets(undefined, [
          '**For 15 minutes:** which role and topic we talk about, so that "and the salary?" works. Not your words.',
          "**Until you say forget me:** which answers you rated, if you rated any, by role and topic.",
          "**For 10 minutes:** the number of a message, so that I do not answer it twice.",
          "**Never:** your words in logs; your personal matters in a public answer; training on what you write.",
          '**Yours:** say "show my data" to see what I hold about you here, and "forget me" to have it erased at once.',
        ]),
      ],
      audience: "private",
    },
    knowledge,
  );
}

/** All that is held about the asker in this talk, readable. */
export function answerHeld(question: Question | undefined, knowledge: Knowledge): Answer {
  const held = question
    ? `Of you I hold one thing: that this talk is about "${describe(question, knowledge)}". It goes 15 minutes after your last question.`
    : "I hold nothing about you here: no profile, and no talk of the last 15 minutes.";
  return finish({ title: "What I hold about you", summary: held, audience: "private" }, knowledge);
}

export function answerForgotten(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Forgotten",
      summary: "Done: what I held about you here is erased. The next question starts from nothing.",
      audience: "private",
    },
    knowledge,
  );
}

export function answerNotForgotten(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Not erased yet",
      summary:
        "I could not erase it just now, because I cannot reach my storage. Please say it again in a few minutes; unasked, the talk is forgotten after 15.",
      outcome: "declined",
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
