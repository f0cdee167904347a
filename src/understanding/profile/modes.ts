import type { Mention } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";

/**
 * What a mention is to its writer. held: they are it or can do it · learning: they have begun · want: they want to be it ·
 * wish: they would like to learn it or to work with it · drop: they say that it is not so · past: they were it once ·
 * other: it is somebody else's.
 */
export type Mode = "held" | "learning" | "want" | "wish" | "drop" | "past" | "other";

const WANT = words(
  "want wanna wants goal goals target targets targeting aim aiming aims aspire aspiring become becoming dream dreaming hope hoping transition transitioning switch switching moving move pivot pivoting into towards toward -> eventually future ambition objective reach landing land plan planning aspiring thinking considering eyeing",
);
const WISH = words(
  "learn interested interest interests curious passionate love enjoy keen fascinated excited explore improve",
);
const HELD = words(
  "know knows have got skills skill stack experience experienced currently now can im am use using used add also include today already actually",
);
const DROP = words(
  "remove drop delete forget without no not never zero lack lacking dont havent cant cannot didnt doesnt isnt arent minus except",
);
const PAST = words("former formerly ex previously was were left quit");
/** After these a role is somebody else's. */
const OTHERS = words(
  "with by boss manager colleague colleagues support supporting alongside between helping for hire hiring",
);
const OFFERED = words("an the my one another job new this first second other");
const LOOKED_AT = words("at into for towards toward");
/** "Data engineer sounds nice", "data engineer is better for me" */
const LIKES = words("better best right nice nicer good great perfect interesting cool fun appealing");
/** A wish is not undone by what it is about: "want to work with models using Spark". */
const ENDS_A_WISH = words(
  "know knows have got skills skill stack experience currently now can im add also already actually",
);

/** Reads a mode for each mention, walking over the words once. */
export function readModes({ tokens, mentions }: Reading): Mode[] {
  const modes: Mode[] = [];
  const starts = new Map(mentions.map((mention, n) => [mention.start, { mention, n }]));
  let mode: Mode = "held";
  /** A goal that was named lets go of the rest of the sentence. */
  let named = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const here = starts.get(at);
    if (at > 0 && token.sentence !== tokens[at - 1]!.sentence) mode = "held";
    else if (token.afterPause && at > 0) mode = afterPause(mode, here?.mention, named);
    if (here) {
      modes[here.n] = modeOf(here.mention, mode, wordsAt(here.mention.end));
      if (mode === "want") named = true;
      if (mode === "past" || mode === "other") mode = "held";
      at = here.mention.end - 1;
      continue;
    }
    const next = nextMode(token.word, at, mode);
    if (next === "want" && mode !== "want") named = false;
    mode = next;
  }
  return modes;

  function wordsAt(at: number): string[] {
    return tokens.slice(at, at + 2).map(({ word }) => word);
  }

  function nextMode(word: string, at: number, now: Mode): Mode {
    const before = tokens[at - 1]?.word ?? "";
    if (word === "but") return "held";
    if (word === "like") {
      if (/^(?:id|would|wouldnt)$/.test(before)) return now === "drop" ? "drop" : "want";
      return /^(?:i|really|also|do|we)$/.test(before) ? "wish" : now;
    }
    // "I'd rather be", "I would prefer to be"
    if (/^(?:rather|prefer)$/.test(word) && /^(?:id|would)$/.test(before)) return "want";
    if (word === "into" && /^(?:im|am|really|very)$/.test(before)) return "wish";
    if (word === "learning" || word === "studying" || word === "started")
      return now === "want" || now === "wish" ? "wish" : "learning";
    if (word === "longer" && before === "no") return "drop";
    // "Two offers: head of data or data science manager", "an offer for": what is weighed is what they may become.
    if (word === "offers" || (word === "offer" && OFFERED.has(before))) return "want";
    if (word === "looking" && LOOKED_AT.has(tokens[at + 1]?.word ?? "")) return "want";
    if (DROP.has(word)) {
      // "Not sure", "no idea" and "not only" deny no skill.
      return /^(?:sure|idea|only|just|problem|worries)$/.test(tokens[at + 1]?.word ?? "") ? now : "drop";
    }
    if (WISH.has(word)) return now === "drop" && word !== "interested" ? "drop" : "wish";
    if (WANT.has(word))
      return now === "drop" && /^(?:want|wanna|plan|planning)$/.test(word) ? "drop" : "want";
    if (word === "to" && starts.has(at + 1) && isPerson(mentions, at)) return "want";
    if (word === "used" && tokens[at + 1]?.word === "to") return "past";
    if (PAST.has(word)) return "past";
    if (OTHERS.has(word) && now === "held") return "other";
    if (now === "want" || now === "wish")
      return ENDS_A_WISH.has(word) ? "held" : now === "want" && /^(?:with|on)$/.test(word) ? "wish" : now;
    return HELD.has(word)
      ? now === "drop" &&
        /^(?:have|know|use|using|can|got|am|experience|skills|skill|experienced)$/.test(word)
        ? "drop"
        : "held"
      : now;
  }
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** Only people are somebody else's or gone by; skills named with them are held. */
function modeOf(mention: Mention, mode: Mode, [after, next = ""]: string[]): Mode {
  if (after === "wannabe" || after === "aspirant") return "want";
  const isRole = mention.kind === "role" || mention.kind === "profession" || mention.kind === "background";
  if (isRole && LIKES.has(next) && /^(?:is|sounds|seems|looks|feels)$/.test(after ?? "")) return "want";
  if ((mode === "past" || mode === "other") && !isRole) return "held";
  return mode;
}

/** A list goes on over its commas; what is named once the goal is named is no goal any more. */
function afterPause(mode: Mode, next: Mention | undefined, named: boolean): Mode {
  if (next === undefined) return mode === "want" && !named ? "want" : "held";
  if (mode === "want" && named) return next.kind === "role" ? "want" : "held";
  return mode === "past" || mode === "other" ? "held" : mode;
}

/** "Analyst to engineer": a role stands right before the "to". */
function isPerson(mentions: readonly Mention[], at: number): boolean {
  const before = mentions.find((mention) => mention.end === at);
  return before?.kind === "role" || before?.kind === "profession" || before?.kind === "background";
}
