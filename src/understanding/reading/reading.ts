import { foldWord } from "../../knowledge/fold-name.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { editDistance } from "../text/edit-distance.ts";
import type { Spelling } from "../text/spelling.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { addBareRanks } from "./bare-ranks.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { addSharedNames } from "./shared-words.ts";

/** A question as words and names, before anything is decided about it. */
export interface Reading {
  tokens: Token[];
  mentions: Mention[];
  /** The words with names put as ROLE0, AREA1, TOOL2 … (the number is the mention's place), sentences parted by " . ". */
  masked: string;
}

const MASKS = {
  role: "ROLE",
  area: "AREA",
  degree: "DEGREE",
  field: "STUDY",
  industry: "INDUSTRY",
  profession: "JOB",
  background: "JOB",
};

export function readText(
  text: string,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
  spelling: Spelling | undefined,
): Reading {
  const tokens = tokenize(text);
  if (spelling) {
    mendTokens(tokens, spelling);
    mendByNeighbour(tokens, vocabulary, spelling);
  }
  const named = addSharedNames(tokens, findMentions(tokens, vocabulary), vocabulary);
  const mentions = addBareRanks(tokens, named, vocabulary);
  return { tokens, mentions, masked: maskTokens(tokens, mentions, knowledge) };
}

function mendTokens(tokens: Token[], spelling: Spelling): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    // "enginering" is one letter short of a word before it is two words run together.
    const slip = spelling.mendSlip(token.word);
    const parts = slip === undefined ? spelling.split(token.word) : undefined;
    if (parts) {
      const [first, second] = parts.map((word) => ({ ...token, word, folded: foldWord(word), mended: true }));
      tokens.splice(at, 1, first!, { ...second!, afterPause: false, afterSlash: false });
      at += 1;
      continue;
    }
    const mended = slip ?? spelling.mendFarther(token.word);
    if (mended === undefined) continue;
    token.word = mended;
    token.folded = foldWord(mended);
    token.mended = true;
  }
}

/** "dat scientist", "analytics manger": a word is read as the one that belongs beside its neighbour in a role's name. */
function mendByNeighbour(tokens: Token[], vocabulary: Vocabulary, spelling: Spelling): void {
  for (const [at, token] of tokens.entries()) {
    const [before, after] = [tokens[at - 1]?.folded ?? "", tokens[at + 1]?.folded ?? ""];
    const meant =
      meantBeside(
        token,
        vocabulary.wordsBefore.get(after),
        spelling.isCommon(token.word) ? Number.POSITIVE_INFINITY : SHORTEST,
      ) ?? meantBeside(token, vocabulary.wordsAfter.get(before), SHORTEST_COMMON);
    if (meant === undefined) continue;
    token.word = meant;
    token.folded = meant;
    token.mended = true;
  }
}

const SHORTEST = 3;
/** A shorter word of the dictionary is likelier to be meant as it stands. */
const SHORTEST_COMMON = 6;

/** The one word of `belong` that is a single slip away from the token; another ending, "managed", is no slip. */
function meantBeside(
  token: Token,
  belong: ReadonlySet<string> | undefined,
  shortest: number,
): string | undefined {
  if (!belong || token.word.length < shortest || belong.has(token.folded)) return undefined;
  const near = [...belong].filter(
    (word) =>
      word.length >= shortest &&
      editDistance(token.word, word, 1) <= 1 &&
      (shortest < SHORTEST_COMMON || word.at(-1) === token.word.at(-1)),
  );
  return near.length === 1 ? near[0] : undefined;
}

export function maskTokens(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  knowledge: Knowledge,
): string {
  const words: string[] = [];
  let at = 0;
  let next = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (at > 0 && token.sentence !== tokens[at - 1]!.sentence) words.push(".");
    else if (at > 0 && token.afterPause) words.push(",");
    const mention = mentions[next];
    if (mention?.start === at) {
      words.push(`${maskOf(mention, knowledge)}${next}`);
      at = mention.end;
      next += 1;
    } else {
      words.push(/^\d+$/.test(token.word) ? "NUM" : token.raw === "CODE" ? "CODE" : token.word);
      at += 1;
    }
  }
  return words.join(" ");
}

function maskOf(mention: Mention, knowledge: Knowledge): string {
  if (mention.kind !== "skill") return MASKS[mention.kind];
  switch (knowledge.skills.get(mention.id)?.kind) {
    case "language":
      return "LANGUAGE";
    case "library":
    case "platform":
    case "database":
    case "tool":
      return "TOOL";
    default:
      return "SKILL";
  }
}

/** The masked words as the classifier sees them: without the numbers of the mentions. */
export function maskedForClassifier(masked: string): string {
  return masked.replace(/\b([A-Z]+)\d+\b/g, "$1");
}
