import { unknownRole } from "../answers/uncertain.ts";
import { answerUnknownSkills } from "../answers/unknown-skill.ts";
import type { Question } from "../understanding/question.ts";
import type { Brain, Response } from "./brain.ts";
import type { IncomingMessage } from "./message.ts";

const NEAREST_OFFERED = 3;

/** A response in the light of what a command asked for: words that name nothing of ours are told so, with the nearest. */
export function heedFields(
  response: Response,
  { rolesTyped, skillsTyped }: Pick<IncomingMessage, "rolesTyped" | "skillsTyped">,
  brain: Brain,
): Response {
  if (skillsTyped !== undefined) return bySkills(response, skillsTyped, brain);
  if (rolesTyped === undefined || !namesNobody(response)) return response;
  const nearest = brain.roles.suggest(rolesTyped, NEAREST_OFFERED).map(({ id }) => id);
  const answer = unknownRole(nearest, brain.knowledge);
  return { ...response, outcome: answer.outcome, answer };
}

/** The words name no role and nothing else of ours. */
function namesNobody({ question, answer, evidence }: Response): boolean {
  const named = question.roles.length + evidence.roles.length + evidence.skills.length;
  return named === 0 && answer.outcome !== "answered";
}

/** The fields say what is asked, however the words around them were read. */
function bySkills(
  response: Response,
  { words: typed, topics }: NonNullable<IncomingMessage["skillsTyped"]>,
  brain: Brain,
): Response {
  const found = typed.map((words) => ({ words, ids: termsIn(words, brain) }));
  const known = [...new Set(found.flatMap(({ ids }) => ids))];
  const unknown = found.filter(({ ids }) => ids.length === 0).map(({ words }) => words);
  const nearest = unknown.flatMap((words) =>
    brain.skills.suggest(words, NEAREST_OFFERED).map(({ id }) => id),
  );
  const question: Question = { intent: "find-roles", roles: [], topics: [...topics], skills: known };
  const answer =
    unknown.length === 0
      ? brain.answer(question)
      : answerUnknownSkills(
          { known, unknown, nearest: [...new Set(nearest)].filter((id) => !known.includes(id)) },
          topics,
          brain.knowledge,
        );
  return { ...response, question, outcome: answer.outcome, answer };
}

/** Skills, degrees, fields of study and industries that the words name, or one whose id they are. */
function termsIn(words: string, { knowledge, read }: Brain): string[] {
  if (knowledge.skills.has(words)) return [words];
  return read(words).mentions.flatMap((mention) => {
    if (mention.kind === "area") return mention.term?.id ?? [];
    return "id" in mention ? mention.id : [];
  });
}
