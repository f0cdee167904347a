import { hashId } from "./hash-id.ts";
import { formatFilters, parseFilters } from "./openings-filters.ts";
import { type Question, questionSchema } from "./question.ts";

/** Discord's custom_id holds 100 characters; the rest is left to what an adapter puts before the question. */
export const QUESTION_STRING_MAX = 84;

/**
 * The short string form, `intent:roles:topics:skills` with empty tails left out:
 * `compare:data-engineer+data-scientist:salary`, `transition:statistician>data-scientist`, `find-roles:::sql+tableau`,
 * and what openings are narrowed down by in the place of the skills: `openings:data-engineer::remote+100k-usd`.
 * Ids are kept whole where they fit, and given as stable 6-character hashes (`~1x8k2f`) where they do not, with the
 * words of filters as letters,
 * so that a button made before a restart, or on another instance, still says the same.
 */
export function formatQuestion(question: Question): string {
  const whole = write(question, (id) => id, "whole");
  if (whole.length <= QUESTION_STRING_MAX) return whole;
  const short = write(question, hashId, "short");
  if (short.length <= QUESTION_STRING_MAX) return short;
  if (question.intent === "openings" && question.roles.length > 1)
    return formatQuestion({ ...question, roles: question.roles.slice(0, -1) });
  if (!("skills" in question) || question.skills.length === 0) return short;
  // More skills than fit: the first named were meant most.
  return formatQuestion({ ...question, skills: question.skills.slice(0, -1) });
}

/**
 * Reads the string form back. `knownIds` are the ids that a hash may stand for.
 * Returns undefined for anything that is not a question, or names an id that is gone.
 */
export function parseQuestion(text: string, knownIds: Iterable<string>): Question | undefined {
  const [intent = "", who = "", about = "", named = "", ...rest] = text.split(":");
  if (rest.length > 0) return undefined;
  const known = new Set(knownIds);
  const byHash = text.includes("~") ? new Map([...known].map((id) => [hashId(id), id])) : undefined;
  const resolve = (part: string) =>
    part.startsWith("~") ? byHash?.get(part) : known.has(part) ? part : undefined;
  const list = (part: string) => (part === "" ? [] : part.split("+").map(resolve));

  const [start, targets] = intent === "transition" ? who.split(">") : [undefined, who];
  const fields: Record<string, unknown> = {
    intent,
    roles: list(targets ?? ""),
    topics: about === "" ? [] : about.split("+"),
  };
  if (intent === "transition") fields.from = start ? resolve(start) : null;
  if (intent === "find-roles" || intent === "advice") fields.skills = list(named);
  if (intent === "openings" && named !== "") fields.filters = parseFilters(named) ?? null;
  const parsed = questionSchema.safeParse(fields);
  return parsed.success ? parsed.data : undefined;
}

function write(question: Question, name: (id: string) => string, length: "whole" | "short"): string {
  const roles = question.roles.map(name).join("+");
  const who =
    question.intent === "transition" ? `${question.from ? name(question.from) : ""}>${roles}` : roles;
  return [question.intent, who, question.topics.join("+"), detail(question, name, length)]
    .join(":")
    .replace(/:+$/, "");
}

function detail(question: Question, name: (id: string) => string, length: "whole" | "short"): string {
  if ("skills" in question) return question.skills.map(name).join("+");
  return question.intent === "openings" && question.filters ? formatFilters(question.filters, length) : "";
}
