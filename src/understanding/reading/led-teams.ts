import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Token } from "../text/tokens.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { type Mention, namesRole, type RoleMention } from "./mentions.ts";
import { maskTokens, type Reading } from "./reading.ts";

const LEADS = new Set([
  "manage",
  "manages",
  "managing",
  "managed",
  "run",
  "runs",
  "running",
  "oversee",
  "oversees",
  "supervise",
]);
const SMALL = new Set([
  ..."a an the our their my your this that small little big whole entire team group bunch of some both all".split(
    " ",
  ),
  ..."two three four five six seven eight nine ten dozen junior senior young".split(" "),
]);
const TEAMS = new Set(["team", "teams", "department", "dept", "group", "squad", "unit", "function"]);
const MOST_BETWEEN = 6;

/** "I run a small analytics team", "managing the data scientists": whoever does so has the role of that rank. */
export function withLedTeams(reading: Reading, vocabulary: Vocabulary, knowledge: Knowledge): Reading {
  const { tokens } = reading;
  const mentions = reading.mentions.map((mention) => ledTeam(mention, tokens, vocabulary) ?? mention);
  if (mentions.every((mention, n) => mention === reading.mentions[n])) return reading;
  return { tokens, mentions, masked: maskTokens(tokens, mentions, knowledge) };
}

function ledTeam(
  mention: Mention,
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): RoleMention | undefined {
  if (!namesRole(mention)) return undefined;
  const start = leadsFrom(tokens, mention.start);
  const hasTeam = TEAMS.has(tokens[mention.end]?.word ?? "");
  const isPeople = mention.kind === "role" && isPlural(tokens[mention.end - 1]);
  if (start === undefined || !(hasTeam || isPeople)) return undefined;
  const role = vocabulary.grammar.managerOf(mention.role);
  const end = hasTeam ? mention.end + 1 : mention.end;
  return role === undefined ? undefined : { kind: "role", role, how: "composed", start, end, rivals: [] };
}

/** Where the verb stands that the words before `at` hang on. */
function leadsFrom(tokens: readonly Token[], at: number): number | undefined {
  for (let back = at - 1; back >= 0 && at - back <= MOST_BETWEEN; back--) {
    const { word, sentence } = tokens[back]!;
    if (sentence !== tokens[at]!.sentence || tokens[back + 1]!.afterPause) return undefined;
    if (LEADS.has(word)) return back;
    if (!SMALL.has(word) && !/^\d+$/.test(word)) return undefined;
  }
  return undefined;
}

function isPlural(token: Token | undefined): boolean {
  return token !== undefined && token.word !== token.folded;
}
