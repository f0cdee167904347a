import type { Token } from "../text/tokens.ts";
import type { NamedTerm, Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Span } from "./spans.ts";

export interface RoleMention extends Span {
  kind: "role";
  role: string;
  how: "name" | "alias" | "informal name" | "short form" | "composed" | "field" | "described";
  /** Other roles that the same words name. */
  rivals: string[];
}
export interface TermMention extends Span, NamedTerm {
  /** "no", "without", "hate" stands before it. */
  negated: boolean;
}
/** A field named alone, "data science": the role that works in it, or a skill, as the question will have it. */
export interface AreaMention extends Span {
  kind: "area";
  role: string;
  /** It means the job even where nothing says that a job is meant. */
  alone: boolean;
  term: NamedTerm | undefined;
  negated: boolean;
}
export interface OtherMention extends Span {
  kind: "profession" | "background";
}
export type Mention = RoleMention | AreaMention | TermMention | OtherMention;

/** It names a role, outright or by its field. */
export function namesRole(mention: Mention): mention is RoleMention | AreaMention {
  return mention.kind === "role" || mention.kind === "area";
}

/** Names of roles, skills, degrees, fields, industries and other jobs, longest first, none overlapping. */
export function findMentions(tokens: readonly Token[], vocabulary: Vocabulary): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const mention = mentionAt(tokens, at, vocabulary);
    if (mention) mentions.push(mention);
    at = mention ? mention.end : at + 1;
  }
  return mentions;
}

/** The longest mention that begins at `at`. */
export function mentionAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Mention | undefined {
  const named = vocabulary.roles.matchesAt(tokens, at);
  const role = named[0];
  const listed = (position: number) => {
    const match = vocabulary.roles.longestAt(tokens, position);
    return match && { role: match.value.role, length: match.length };
  };
  const ranked = vocabulary.grammar.rankedAt(tokens, at, listed);
  const joined = vocabulary.grammar.findAt(tokens, at);
  const composed = (ranked?.length ?? 0) >= (joined?.length ?? 0) ? ranked : joined;
  const other = vocabulary.others.longestAt(tokens, at);
  const term = vocabulary.terms.longestAt(tokens, at);
  const roleLength = Math.max(role?.length ?? 0, composed?.length ?? 0);
  // "data entry clerk" is longer than any role in it; "software engineer" is both, and ours.
  if (other && other.length > roleLength && other.length >= (term?.length ?? 0)) {
    return { kind: other.value, start: at, end: at + other.length };
  }
  if (roleLength > 0 && roleLength >= (term?.length ?? 0)) {
    if (role && role.length >= (composed?.length ?? 0)) {
      const rivals = named.filter(
        (match) => match.length === role.length && match.value.role !== role.value.role,
      );
      return {
        kind: "role",
        role: role.value.role,
        how: role.value.how,
        start: at,
        end: at + role.length,
        rivals: rivals.map((match) => match.value.role),
      };
    }
    if (composed) {
      return {
        kind: "role",
        role: composed.role,
        how: composed.how,
        start: at,
        end: at + composed.length,
        rivals: [],
      };
    }
  }
  const area = vocabulary.grammar.fieldAt(tokens, at);
  if (area && area.length >= (term?.length ?? 0)) {
    const end = at + area.length;
    const same = term?.length === area.length ? term.value : undefined;
    return {
      kind: "area",
      role: area.role,
      alone: area.alone,
      term: same,
      start: at,
      end,
      negated: isNegated(tokens, at),
    };
  }
  if (term) return { ...term.value, start: at, end: at + term.length, negated: isNegated(tokens, at) };
  return undefined;
}

const NEGATIONS = new Set([
  "no",
  "not",
  "without",
  "dont",
  "doesnt",
  "didnt",
  "never",
  "hate",
  "hates",
  "avoid",
  "avoiding",
  "minus",
  "less",
  "cant",
  "cannot",
  "dislike",
  "zero",
  "lack",
  "lacking",
  "isnt",
  "havent",
  "bad",
  "except",
  "non",
  "nor",
  "little",
  "tired",
  "sick",
  "skip",
  "minimal",
  "least",
]);
const BETWEEN = new Set([
  "a",
  "an",
  "any",
  "much",
  "too",
  "like",
  "have",
  "having",
  "need",
  "needing",
  "know",
  "want",
  "the",
  "of",
  "at",
  "do",
  "doing",
  "use",
  "using",
  "really",
  "very",
  "enjoy",
  "love",
  "with",
  "to",
  "heavy",
  "or",
]);

/** Whether a word like "without" stands just before, with nothing but small words between. */
function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 4; back--) {
    const token = tokens[back]!;
    if (tokens[back + 1]!.afterPause && token.sentence !== tokens[at]!.sentence) return false;
    if (NEGATIONS.has(token.word)) return true;
    if (!BETWEEN.has(token.word)) return false;
  }
  return false;
}
