import type { Answer } from "../answers/answer.ts";
import { listWords } from "../answers/document.ts";
import { nearRoles } from "../answers/next.ts";
import { quote } from "../answers/quote.ts";
import { askWhich, unknownRole } from "../answers/uncertain.ts";
import { answerUnknownSkills } from "../answers/unknown-skill.ts";
import type { Question } from "../understanding/question.ts";
import { nameWords } from "../understanding/text/tokens.ts";
import { type Brain, type Response, TOO_LONG, USUALLY_MEANT } from "./brain.ts";
import type { IncomingMessage, RolesTyped, SkillsTyped } from "./message.ts";

const NEAREST_OFFERED = 3;
/** What somebody types of more words is no mere name. */
const LONGEST_NAME = 2;

/**
 * A response in the light of what a command asked for: the command says which kind of answer is meant, and words that
 * name nothing of ours are told so, with the nearest.
 */
export function heedFields(
  response: Response,
  { rolesTyped, skillsTyped }: Pick<IncomingMessage, "rolesTyped" | "skillsTyped">,
  brain: Brain,
): Response {
  if (response.evidence.decision === TOO_LONG) return response;
  if (skillsTyped !== undefined) return bySkills(response, skillsTyped, brain);
  return rolesTyped === undefined ? response : byRoles(response, rolesTyped, brain);
}

function byRoles(response: Response, { intent, words }: RolesTyped, brain: Brain): Response {
  const { knowledge } = brain;
  if (words.length === 0) return withAnswer(response, askWhich(emptyDoubt(intent), knowledge));
  const meant = asCommanded(response, intent, brain);
  const unknown = words.filter((typed) => rolesIn(typed, brain).length === 0);
  // A skill in place of a role is answered by its name, not for what needs it.
  const ofAnotherKind = intent === "lookup" && meant.question.intent === "find-roles";
  // "/tips blorp" would get the tips that suit everybody.
  const ofNothing = intent === "advice" && saysNothing(words, meant);
  // Where a way begins may be a trade that is none of our roles.
  if (meant.answer.outcome === "answered" && !ofAnotherKind && !ofNothing)
    return intent === "compare" ? withAnswer(meant, lacking(meant.answer, unknown)) : meant;
  const known = [...new Set(words.flatMap((typed) => rolesIn(typed, brain)))];
  const nearest = nearestRoles(unknown, brain);
  const [first] = known;
  const half = first === undefined || known.length > 1 ? undefined : halfOf(intent, first, response);
  if (half !== undefined) {
    const role = knowledge.roles.get(first ?? "");
    const near = [...nearest, ...(role ? nearRoles(role, knowledge) : []).map(({ id }) => id)];
    const doubt = { question: half, alternatives: [], nearest: [...new Set(near)].slice(0, NEAREST_OFFERED) };
    return withAnswer({ ...response, question: half }, lacking(askWhich(doubt, knowledge), unknown));
  }
  const { topics, skills } = response.evidence;
  // "Pay" where a role belongs asks which role it is about.
  const aboutTopic = topics.some(
    ({ words: said }) => said !== "" && words.join(" ").toLowerCase().includes(said),
  );
  if (known.length > 0 || aboutTopic) return meant;
  return withAnswer(
    response,
    unknownRole(
      nearest,
      knowledge,
      skills.map(({ id }) => id),
    ),
  );
}

/** A name, by its length, that names nothing that is known. */
function saysNothing(words: readonly string[], { question, evidence }: Response): boolean {
  const isShort = words.every((typed) => nameWords(typed).length <= LONGEST_NAME);
  return isShort && question.roles.length + question.topics.length + evidence.skills.length === 0;
}

/** Asked back though the command says what is meant: the likeliest reading is it. */
function asCommanded(response: Response, intent: RolesTyped["intent"], brain: Brain): Response {
  const { outcome, question, evidence } = response;
  if (outcome !== "clarify" || intent === "lookup" || question.intent !== intent) return response;
  const answer = brain.answer(question);
  if (answer.outcome !== "answered") return response;
  const decision = "The command says which kind of answer is meant.";
  return withAnswer({ ...response, evidence: { ...evidence, decision } }, answer);
}

/** One of the two roles that a command needs. */
function halfOf(intent: RolesTyped["intent"], id: string, { question }: Response): Question | undefined {
  if (intent === "compare") return { intent, roles: [id], topics: question.topics };
  return intent === "transition" ? { intent, from: id, roles: [], topics: [] } : undefined;
}

function emptyDoubt(intent: RolesTyped["intent"]) {
  const question: Question =
    intent === "transition"
      ? { intent, from: null, roles: [], topics: [] }
      : { intent: intent === "compare" ? intent : "lookup", roles: [], topics: [] };
  return { question, alternatives: [], nearest: USUALLY_MEANT };
}

/** Says first which of the words name no role of ours; that concerns whoever typed them alone. */
function lacking(answer: Answer, unknown: readonly string[]): Answer {
  const words = listWords(unknown.map(quote).filter(Boolean), "or");
  if (words === "") return answer;
  return { ...answer, summary: `I know no role called ${words}. ${answer.summary}`, audience: "private" };
}

function nearestRoles(typed: readonly string[], { roles }: Brain): string[] {
  return [...new Set(typed.flatMap((words) => nearestTo(words, roles)))].slice(0, NEAREST_OFFERED);
}

/** Nothing is near to what has no words. */
function nearestTo(typed: string, among: Brain["roles"]): string[] {
  return nameWords(typed).length === 0 ? [] : among.suggest(typed, NEAREST_OFFERED).map(({ id }) => id);
}

/** The fields say what is asked, however the words around them were read. */
function bySkills(response: Response, { words: typed, topics }: SkillsTyped, brain: Brain): Response {
  const found = typed.map((words) => ({ words, ids: termsIn(words, brain) }));
  const known = [...new Set(found.flatMap(({ ids }) => ids))];
  const unknown = found.filter(({ ids }) => ids.length === 0).map(({ words }) => words);
  const nearest = new Set(unknown.flatMap((words) => nearestTo(words, brain.skills)));
  const question: Question = { intent: "find-roles", roles: [], topics: [...topics], skills: known };
  const answer =
    unknown.length === 0
      ? brain.answer(question)
      : answerUnknownSkills(
          { known, unknown, nearest: [...nearest].filter((id) => !known.includes(id)) },
          topics,
          brain.knowledge,
        );
  return withAnswer({ ...response, question }, answer);
}

function withAnswer(response: Response, answer: Answer): Response {
  return { ...response, outcome: answer.outcome, answer };
}

function rolesIn(words: string, { knowledge, read }: Brain): string[] {
  if (knowledge.roles.has(words)) return [words];
  return read(words).mentions.flatMap((mention) => ("role" in mention ? mention.role : []));
}

/** Skills, degrees, fields of study and industries that the words name, or one whose id they are. */
function termsIn(words: string, { knowledge, read }: Brain): string[] {
  if (knowledge.skills.has(words)) return [words];
  return read(words).mentions.flatMap((mention) => {
    if (mention.kind === "area") return mention.term?.id ?? [];
    return "id" in mention ? mention.id : [];
  });
}
