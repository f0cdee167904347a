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

/** "from senior DS to principal": a rank named alone means the role of that rank in the field of the one role named. */
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
    if (taken(at) || !BEFORE.has(tokens[at - 1]?.word ?? "")) continue;
    const ranked = vocabulary.grammar.rankOf(tokens, at, only.role);
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
