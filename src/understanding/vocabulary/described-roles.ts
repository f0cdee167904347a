import type { Knowledge } from "../../knowledge/knowledge.ts";
import { stem } from "../text/stem.ts";
import { type Token, tokenize } from "../text/tokens.ts";

export interface DescribedRole {
  role: string;
  /** Token positions, end exclusive. */
  start: number;
  end: number;
  /** In [0, 1]: how much of the description is said of the role. */
  likeness: number;
  /** Likeness of the runner-up. */
  next: { role: string; likeness: number } | undefined;
}

/** Words for somebody who may be described by what follows. */
const PERSON = new Set([
  "person",
  "people",
  "guy",
  "gal",
  "one",
  "folk",
  "team",
  "role",
  "job",
  "dude",
  "lady",
  "wizard",
  "crew",
  "chap",
  "human",
  "specialist",
  "expert",
  "professional",
  "bloke",
  "girl",
  "man",
  "woman",
  "colleague",
  "worker",
  "lot",
  "bunch",
  "techie",
  "nerd",
  "boffin",
  "peep",
  "position",
  "gig",
  "someone",
  "somebody",
  "boss",
  "head",
  "kid",
  "magician",
  "genius",
  "geek",
  "staff",
  "department",
  "engineer",
  "scientist",
  "dev",
  "developer",
  "analyst",
  "manager",
]);
/** Words that lead into what somebody does. */
const LINK = new Set([
  "who",
  "that",
  "which",
  "whos",
  "thats",
  "where",
  "responsible",
  "doing",
  "handling",
  "running",
  "building",
  "making",
  "keeping",
  "writing",
  "designing",
  "training",
  "deploying",
  "teaching",
  "leading",
  "looking",
  "tuning",
  "maintaining",
  "managing",
  "inventing",
  "drawing",
  "cleaning",
  "moving",
  "checking",
  "turning",
]);
/** "the person who", not "a job where I can use R": what is described must be somebody in particular. */
const PARTICULAR = new Set([
  "the",
  "that",
  "those",
  "these",
  "them",
  "called",
  "call",
  "be",
  "becoming",
  "become",
  "like",
]);
const STOP = new Set([
  "the",
  "a",
  "an",
  "of",
  "to",
  "and",
  "or",
  "in",
  "on",
  "for",
  "is",
  "are",
  "do",
  "does",
  "it",
  "its",
  "they",
  "their",
  "them",
  "that",
  "this",
  "these",
  "those",
  "with",
  "who",
  "which",
  "what",
  "how",
  "much",
  "be",
  "by",
  "at",
  "as",
  "from",
  "all",
  "your",
  "you",
  "my",
  "i",
  "me",
  "we",
  "our",
  "so",
  "up",
  "day",
  "job",
  "role",
  "person",
  "people",
  "team",
  "one",
  "get",
  "make",
  "need",
  "work",
  "use",
  "have",
  "has",
  "can",
  "would",
  "should",
  "will",
  "not",
  "no",
  "about",
  "more",
  "most",
  "other",
  "into",
  "out",
  "than",
  "when",
  "where",
  "if",
  "but",
  "also",
  "really",
  "actually",
  "call",
  "called",
  "name",
  "earn",
  "pay",
]);
const LONGEST = 14;

/** Finds roles that are described, not named: "the person who keeps the models running in production". */
export class RoleDescriptions {
  /** Weight of each stem by role. */
  readonly #byStem = new Map<string, Map<string, number>>();
  readonly #phrases: { role: string; stems: ReadonlySet<string> }[] = [];
  readonly #roles: number;

  constructor(knowledge: Knowledge) {
    this.#roles = knowledge.roles.size;
    for (const role of knowledge.roles.values()) {
      const weights = new Map<string, number>();
      const add = (text: string, weight: number) => {
        for (const each of stemsOf(tokenize(text)))
          weights.set(each, Math.max(weights.get(each) ?? 0, weight));
      };
      add(role.sections.responsibilities.markdown, 0.35);
      add(role.overview, 0.6);
      for (const phrase of role.describedAs) {
        add(phrase, 1);
        this.#phrases.push({ role: role.id, stems: new Set(stemsOf(tokenize(phrase))) });
      }
      for (const [each, weight] of weights) {
        const row = this.#byStem.get(each) ?? new Map<string, number>();
        row.set(role.id, weight);
        this.#byStem.set(each, row);
      }
    }
  }

  /** The description that begins soonest, and the role it fits best; undefined where nobody is described. */
  find(tokens: readonly Token[]): DescribedRole | undefined {
    for (let at = 0; at + 2 < tokens.length; at++) {
      const opens =
        tokens[at]!.word === "whoever" || (PERSON.has(tokens[at]!.folded) && LINK.has(tokens[at + 1]!.word));
      if (!opens) continue;
      const end = this.#endOf(tokens, at + 1);
      const best = this.#rank(stemsOf(tokens.slice(at + 1, end)));
      if (best) return { ...best, start: at, end };
    }
    return undefined;
  }

  #endOf(tokens: readonly Token[], from: number): number {
    let end = from + 1;
    while (end < tokens.length && end - from < LONGEST) {
      const token = tokens[end]!;
      if (token.sentence !== tokens[from]!.sentence || (token.afterPause && end - from > 2)) break;
      end += 1;
    }
    return end;
  }

  #rank(stems: readonly string[]): Omit<DescribedRole, "start" | "end"> | undefined {
    if (stems.length === 0) return undefined;
    const sums = new Map<string, number>();
    let total = 0;
    for (const each of new Set(stems)) {
      const row = this.#byStem.get(each);
      const rarity = Math.log(1 + this.#roles / (row?.size ?? this.#roles / 4));
      total += rarity;
      for (const [role, weight] of row ?? []) sums.set(role, (sums.get(role) ?? 0) + weight * rarity);
    }
    for (const phrase of this.#phrases) {
      const shared = stems.filter((each) => phrase.stems.has(each)).length;
      if (shared >= 2) sums.set(phrase.role, (sums.get(phrase.role) ?? 0) + 0.35 * shared);
    }
    const ranked = [...sums]
      .map(([role, sum]) => ({ role, likeness: Math.min(1, sum / total) }))
      .sort((a, b) => b.likeness - a.likeness);
    const [best, next] = ranked;
    return best ? { ...best, next } : undefined;
  }
}

function _opensAt(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.word === "whoever" || (tokens[at]!.word === "those" && tokens[at + 1]!.word === "who"))
    return true;
  if (!PERSON.has(tokens[at]!.folded) || !LINK.has(tokens[at + 1]!.word)) return false;
  const before = [tokens[at - 1]?.word, tokens[at - 2]?.word];
  return (
    before.some((word) => word !== undefined && PARTICULAR.has(word)) ||
    (at === 0 && /^(?:people|folks|person)$/.test(tokens[at]!.word))
  );
}

function stemsOf(tokens: readonly Token[]): string[] {
  return tokens
    .map((token) => token.word)
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map(stem);
}
