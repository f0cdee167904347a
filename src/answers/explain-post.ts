import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { PostReading } from "../understanding/post.ts";
import type { Answer } from "./answer.ts";
import { bullets, finish, followUp, listWords } from "./document.ts";
import { count, dollars, headlinePay } from "./pay.ts";
import { skillName, withArticle } from "./role-words.ts";

const MOST_ROLES = 3;
/** A role that is named outright outweighs this many of its must-have skills. */
const NAMED = 6;

/** The closest roles to a post, with the words that speak for each. */
export function explainPost(post: PostReading, knowledge: Knowledge): Answer {
  const ranked = [...knowledge.roles.values()]
    .map((role) => weigh(role, post, knowledge))
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_ROLES);
  const [best] = ranked;
  if (!best || best.weight < 2) {
    return finish(
      {
        title: "No role of mine in this post",
        summary:
          "I found neither the name of a role that I know in that post, nor enough skills that point to one.",
        outcome: "declined",
        audience: "private",
        followUps: [followUp("All roles", { intent: "list-roles", roles: [], topics: [] })],
      },
      knowledge,
    );
  }
  const skills = post.terms.filter((id) => knowledge.skills.has(id)).map((id) => skillName(id, knowledge));
  const pay = headlinePay(best.role, knowledge);
  const named = post.pay
    ? `The post names ${post.pay.currency} ${count(post.pay.from)}${post.pay.to > post.pay.from ? ` to ${count(post.pay.to)}` : ""}`
    : undefined;
  const usual =
    pay?.p25 && pay.p75
      ? `US adverts for this role have ${dollars(pay.p25)} to ${dollars(pay.p75)} in their middle half (base pay, ${pay.period}, n=${count(pay.n)})[^${pay.source}]`
      : undefined;
  return finish(
    {
      title: `Closest role: ${best.role.name}`,
      summary: `This reads most like ${withArticle(best.role)}${
        ranked[1]
          ? `, then ${ranked
              .slice(1)
              .map(({ role }) => withArticle(role))
              .join(" and ")}`
          : ""
      }.`,
      sections: [
        bullets(
          "What speaks for each",
          ranked.map(({ role, reasons }) => `**${role.name}:** ${reasons}`),
        ),
        ...(skills.length > 0
          ? [bullets("Skills it asks for that I know", [skills.slice(0, 20).join(", ")])]
          : []),
        ...(named || usual
          ? [
              bullets(
                "Pay",
                [named, usual].filter((line) => line !== undefined),
              ),
            ]
          : []),
      ],
      followUps: ranked.flatMap(({ role }, n) => [
        followUp(`About ${role.short}`, { intent: "lookup" as const, roles: [role.id], topics: [] }),
        ...(n === 1
          ? [
              followUp(`Compare the first two`, {
                intent: "compare" as const,
                roles: [best.role.id, role.id],
                topics: [],
              }),
            ]
          : []),
      ]),
      audience: "private",
    },
    knowledge,
  );
}

function weigh(role: Role, post: PostReading, knowledge: Knowledge) {
  const named = post.roles.find((each) => each.id === role.id);
  const needs = [...role.skills, ...role.tools].filter((need) => post.terms.includes(need.id));
  const weight = (named ? NAMED : 0) + needs.reduce((sum, need) => sum + (need.need === "must" ? 1 : 0.4), 0);
  const reasons = [
    ...(named ? [`named as ${listWords(named.words.slice(0, 3))}`] : []),
    ...(needs.length > 0
      ? [
          `asks for ${needs
            .slice(0, 8)
            .map((need) => skillName(need.id, knowledge))
            .join(", ")}`,
        ]
      : []),
  ].join("; ");
  return { role, weight, reasons };
}
