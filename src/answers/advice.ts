import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Answer } from "./answer.ts";
import { bullets, finish, followUp, listWords, section } from "./document.ts";
import { topicLabel } from "./next.ts";
import { capitalize, inSentence, musts, plural, skillName } from "./role-words.ts";
import { leadOf, restOf } from "./topic-text.ts";

/** Tips for somebody with no single goal: from their own role where it is known, else what serves everybody. */
export function answerAdvice(role: Role | undefined, topics: readonly Topic[], knowledge: Knowledge): Answer {
  return role ? fromRole(role, topics, knowledge) : general(topics, knowledge);
}

function fromRole(role: Role, topics: readonly Topic[], knowledge: Knowledge): Answer {
  const next = role.neighbours.to.flatMap((near) => knowledge.roles.get(near.role) ?? []);
  const have = new Set([...role.skills, ...role.tools].map((need) => need.id));
  const unlocks = next.slice(0, 3).map((other) => {
    const add = musts(other)
      .filter((need) => !have.has(need.id))
      .sort((a, b) => b.level - a.level)
      .slice(0, 3);
    const names = add.map((need) => skillName(need.id, knowledge));
    return `**${other.name}:** ${names.length > 0 ? `add ${listWords(names)}` : "you hold the must-have skills; show scope and results"}`;
  });
  const extra = topics.filter(
    (topic) => topic !== "getting-started" && topic !== "career-path" && topic !== "skills",
  );
  return finish(
    {
      title: `Tips for ${plural(role)}`,
      summary:
        next.length > 0
          ? `From ${inSentence(role)} the usual next steps are ${listWords(next.slice(0, 3).map(inSentence), "or")}; pick one, and learn what it asks for that your work does not teach you.`
          : `${capitalize(inSentence(role))} is the top of its ladder here: widen your scope, and make your judgement visible beyond your team.`,
      sections: [
        ...(unlocks.length > 0 ? [bullets("What each step asks you to add", unlocks)] : []),
        section("On the way", `${leadOf(role, "career-path")}\n\n${restOf(role, "career-path")}`),
        ...extra.map((topic) =>
          section(topicLabel(topic, knowledge), `${leadOf(role, topic)}\n\n${restOf(role, topic)}`),
        ),
      ],
      followUps: next.slice(0, 4).map((other) =>
        followUp(`To ${other.short}`, {
          intent: "transition",
          from: role.id,
          roles: [other.id],
          topics: [],
        }),
      ),
      audience: "private",
    },
    knowledge,
  );
}

function general(topics: readonly Topic[], knowledge: Knowledge): Answer {
  const interview = topics.includes("interview");
  return finish(
    {
      title: "Tips for a career in data and ML",
      summary:
        "Tell me your role, your years and your goal and the tips become yours. Until then: firm foundations, one real project that you can show, and people who read your work.",
      sections: [
        bullets(undefined, [
          "**Foundations:** statistics, programming and the basics of machine learning carry over between all these roles; frameworks come and go.",
          "**Real work:** a project with messy data and a user beats any course. Internships, open source and a useful tool at your present job all count.",
          "**People:** conferences, meetups and a mentor show you how others work, and many first jobs come through them.",
          "**Keep up, selectively:** follow a few researchers and release notes, try what would change your work, skip the rest.",
          "**Beyond the code:** explain clearly, plan a quarter, lead something small. That is what separates senior people.",
          ...(interview
            ? [
                "**Interviews:** practise aloud, with your own projects and their numbers; ask what each round will test. [^editors]",
              ]
            : [
                "**One goal at a time:** compare two roles, choose, and let its must-have list decide what you learn next.[^editors]",
              ]),
        ]),
      ],
      followUps: [
        followUp("Which role pays most", { intent: "find-roles", roles: [], topics: ["salary"], skills: [] }),
        followUp("Roles open to beginners", {
          intent: "find-roles",
          roles: [],
          topics: ["getting-started"],
          skills: [],
        }),
        followUp("All roles", { intent: "list-roles", roles: [], topics: [] }),
      ],
      audience: "private",
    },
    knowledge,
  );
}
