import type { Token } from "../text/tokens.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Mention, RoleMention } from "./mentions.ts";

const BEFORE = new Set([
  "to",
  "into",
  "become",
  "becoming",
  "go",
  "going",
  "as",
  "a",
  "an",
  "be",
  "the",
  "for",
  "->",
  "make",
  "reach",
  "vs",
  "versus",
  "or",
]);

const PLAIN = new Set(["plain", "regular", "ordinary", "normal", "usual", "vanilla", "senior", "junior"]);
const ONE = new Set(["one", "ones", "kind", "sort", "version", "guy", "guys"]);

/** "a lead ML engineer vs a regular one", "from senior DS to principal": a rank, or the lack of one, named alone means the role of that rank in the field of the one role named. */
export function addBareRanks(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): Mention[] {
  const roles = mentions.filter((mention): mention is RoleMention => mention.kind === "role");
  const [only] = roles;
  if (!only || roles.length !== 1) return [...mentions];
  const taken = (at: number) => mentions.some((mention) => mention.start <= at && at < mention.end);
  for (let at = only.end; at < tokens.length; at++) {
    if (taken(at)) continue;
    const ranked = isPlainOne(tokens, at)
      ? plainOf(only.role, vocabulary)
      : BEFORE.has(tokens[at - 1]?.word ?? "") && vocabulary.grammar.rankOf(tokens, at, only.role);
    if (!ranked) continue;
    const added: RoleMention = {
      kind: "role",
      role: ranked.role,
      how: "composed",
      start: at,
      end: at + ranked.length,
      rivals: [],
    };
    return [...mentions, added].sort((a, b) => a.start - b.start);
  }
  return [...mentions];
}

function isPlainOne(tokens: readonly Token[], at: number): boolean {
  return PLAIN.has(tokens[at]?.word ?? "") && ONE.has(tokens[at + 1]?.word ?? "");
}

function plainOf(role: string, vocabulary: Vocabulary): { role: string; length: number } | undefined {
  const plain = vocabulary.grammar.plainOf(role);
  return plain === undefined ? undefined : { role: plain, length: 2 };
}
