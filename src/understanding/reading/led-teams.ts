import type { Token } from "../text/tokens.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { type Mention, namesRole } from "./mentions.ts";

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
export function addLedTeams(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): Mention[] {
  return mentions.map((mention) => {
    if (!namesRole(mention)) return mention;
    const start = leadsFrom(tokens, mention.start);
    const hasTeam = TEAMS.has(tokens[mention.end]?.word ?? "");
    const isPeople = mention.kind === "role" && isPlural(tokens[mention.end - 1]);
    if (start === undefined || !(hasTeam || isPeople)) return mention;
    const role = vocabulary.grammar.managerOf(mention.role);
    if (role === undefined) return mention;
    const end = hasTeam ? mention.end + 1 : mention.end;
    return { kind: "role", role, how: "composed", start, end, rivals: [] };
  });
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
