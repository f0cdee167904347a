import type { Token } from "../text/tokens.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { type Mention, mentionAt, type RoleMention } from "./mentions.ts";

/** What joins two names that share a word; a comma does so too where one of these follows or precedes. */
const JOINS = new Set(["or", "and", "vs", "versus", "nor"]);
/** What may stand between the join and the name: "lead vs a regular data scientist". */
const BETWEEN = new Set(["a", "an", "the", "regular", "plain", "normal", "ordinary", "mere"]);
const LONGEST_PART = 3;

/**
 * Names that share a word with their neighbour: "AI vs ML engineer", "applied or research scientist" (the end),
 * "data analyst or scientist" (the beginning). What stands alone is read as if the shared word stood with it.
 */
export function addSharedNames(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): Mention[] {
  let found = [...mentions];
  // From the last to the first, so that "AI, data or ML engineer" goes on from what was found.
  for (const mention of mentions.toReversed()) {
    if (!isName(mention)) continue;
    for (const added of [
      ...sharingEnd(tokens, mention, found, vocabulary),
      ...sharingBeginning(tokens, mention, found, vocabulary),
    ])
      found = put(added, found);
  }
  return found;
}

function isName(mention: Mention): mention is RoleMention {
  return mention.kind === "role" && mention.how !== "field" && mention.end - mention.start > 1;
}

function sharingEnd(
  tokens: readonly Token[],
  name: RoleMention,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): RoleMention[] {
  const found: RoleMention[] = [];
  let next = name.start;
  while (BETWEEN.has(tokens[next - 1]?.word ?? "") && !isPause(tokens[next])) next -= 1;
  for (;;) {
    const end = joinBefore(tokens, next, found.length > 0);
    const part = end === undefined ? undefined : partBefore(tokens, end, name, mentions, vocabulary);
    if (!part) return found;
    found.push(part);
    next = part.start;
  }
}

/** Where the words end that a join before `at` sets beside it. */
function joinBefore(tokens: readonly Token[], at: number, goesOn: boolean): number | undefined {
  if (isPause(tokens[at])) return goesOn ? at : undefined;
  if (tokens[at]?.afterSlash) return at;
  return JOINS.has(tokens[at - 1]?.word ?? "") ? at - 1 : undefined;
}

function partBefore(
  tokens: readonly Token[],
  end: number,
  name: RoleMention,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): RoleMention | undefined {
  for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
    const part = tokens.slice(start, end);
    if (part.slice(1).some(isPause) || overlapsRole(start, end, mentions)) continue;
    // "Lead or data scientist" shares all of the name; "my lead and data scientists" are people.
    const longest = tokens[end]?.word === "and" ? name.start + 1 : name.start;
    for (let tail = name.end - 1; tail >= longest; tail--) {
      const role = roleOf([...part, ...tokens.slice(tail, name.end)], vocabulary);
      if (role !== undefined && role !== name.role) return sharedName(role, start, end);
    }
  }
  return undefined;
}

function sharingBeginning(
  tokens: readonly Token[],
  name: RoleMention,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): RoleMention[] {
  const found: RoleMention[] = [];
  let joined = false;
  let at = name.end;
  for (;;) {
    const joins = JOINS.has(tokens[at]?.word ?? "");
    const start = joins ? at + 1 : at;
    if (!joins && !tokens[at]?.afterSlash && !isPause(tokens[at])) break;
    const role = roleSharing(tokens, start, name, mentions, vocabulary);
    if (role === undefined) break;
    if (!isPause(tokens[at]) || joins) joined = true;
    found.push(sharedName(role, start, start + 1));
    at = start + 1;
  }
  return joined ? found : [];
}

function roleSharing(
  tokens: readonly Token[],
  at: number,
  name: RoleMention,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): string | undefined {
  if (!vocabulary.grammar.isPersonAt(tokens, at) || overlapsRole(at, at + 1, mentions)) return undefined;
  for (let end = name.end - 1; end > name.start; end--) {
    const role = roleOf([...tokens.slice(name.start, end), tokens[at]!], vocabulary);
    if (role !== undefined && role !== name.role) return role;
  }
  return undefined;
}

function isPause(token: Token | undefined): boolean {
  return token?.afterPause === true;
}

function overlapsRole(start: number, end: number, mentions: readonly Mention[]): boolean {
  return mentions.some((each) => each.kind === "role" && each.start < end && start < each.end);
}

/** The role that all of the words together name. */
function roleOf(words: readonly Token[], vocabulary: Vocabulary): string | undefined {
  const together = words.map((token) => ({ ...token, sentence: 0, afterPause: false }));
  const mention = mentionAt(together, 0, vocabulary);
  return mention?.kind === "role" && mention.end === words.length ? mention.role : undefined;
}

function sharedName(role: string, start: number, end: number): RoleMention {
  return { kind: "role", role, how: "composed", start, end, rivals: [] };
}

/** In its place, instead of what was read of its words alone. */
function put(added: RoleMention, mentions: readonly Mention[]): Mention[] {
  const rest = mentions.filter((each) => each.end <= added.start || added.end <= each.start);
  return [...rest, added].sort((a, b) => a.start - b.start);
}
