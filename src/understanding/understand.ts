import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Candidate } from "./candidates/candidates.ts";
import type { Scene } from "./candidates/scene.ts";
import { signsOf } from "./candidates/signs.ts";
import { rank } from "./classifier/ranker.ts";
import { type Decision, decide, type Ranked } from "./deciding/decide.ts";
import { plainSearch, refineOpenings, withFilters } from "./deciding/openings-asked.ts";
import { ownPlaceSaid } from "./deciding/own-place-said.ts";
import type { Evidence } from "./evidence.ts";
import { explain } from "./explain.ts";
import type { Focus } from "./focus.ts";
import { createInterpreter, type Interpretation } from "./interpret.ts";
import type { Meaning } from "./model/meaning.ts";
import type { Models } from "./model/models.ts";
import type { EmployerKnown } from "./reading/openings-employer.ts";
import type { Reading } from "./reading/reading.ts";
import type { Lexicon } from "./text/lexicon.ts";
import type { Vocabulary } from "./vocabulary/vocabulary.ts";

export interface Understanding extends Decision {
  /** Where the asker says they stand: a role, null for a background that is none of ours, undefined where they do not say. */
  own: string | null | undefined;
  evidence: Evidence;
}

/** Reads questions against one version of the knowledge base. Holds no state of any conversation. */
export interface Understander {
  understand(text: string, focus?: Focus): Promise<Understanding>;
  /** Finds the names in a text, deciding nothing. */
  read(text: string): Reading;
  readonly vocabulary: Vocabulary;
}

/** The names that the job feeds of the moment know, by id. */
export interface OpeningsNames {
  hasPlace(id: string): boolean;
  employer: EmployerKnown;
}

const NO_OPENINGS: OpeningsNames = { hasPlace: () => false, employer: () => undefined };

interface RankedCandidate extends Ranked {
  candidate: Candidate;
}

export function createUnderstander(
  knowledge: Knowledge,
  models: Models,
  lexicon: Lexicon,
  meaning?: Meaning,
  openings: OpeningsNames = NO_OPENINGS,
): Understander {
  const interpreter = createInterpreter(knowledge, models, lexicon, meaning);
  const known = {
    isPlace: openings.hasPlace,
    employer: openings.employer,
    isWord: (word: string) => lexicon.known.has(word),
  };

  async function understand(text: string, focus?: Focus): Promise<Understanding> {
    const first = await interpreter.byWords(text, focus);
    const ranked = rankCandidates(first, focus);
    const second = isDecided(ranked, first) ? undefined : await interpreter.byMeaning(first, focus);
    return second
      ? conclude(text, second, rankCandidates(second, focus), focus)
      : conclude(text, first, ranked, focus);
  }

  function rankCandidates({ candidates, evidence }: Interpretation, focus: Focus | undefined) {
    const { first, inTalk } = models.rankers;
    const probabilities = rank(signsOf(candidates, evidence), focus ? inTalk : first);
    return candidates
      .map((candidate, n): RankedCandidate => {
        return { candidate, question: candidate.question, probability: probabilities[n]! };
      })
      .sort((a, b) => b.probability - a.probability);
  }

  function conclude(
    text: string,
    interpretation: Interpretation,
    ranked: readonly RankedCandidate[],
    focus: Focus | undefined,
  ): Understanding {
    const { reading, evidence } = interpretation;
    const { people } = evidence.turn;
    const refined = focus && refineOpenings(reading, people, text, focus, known);
    const search = refined ? undefined : plainSearch(reading, people, text, known);
    const best = ranked[0]!;
    const question = refined?.question ?? search ?? withFilters(best.question, reading, text, known);
    const because = refined?.because ?? (search ? undefined : becauseOf(best.candidate, evidence.scene));
    const decision = decide({
      ranked: [{ question, probability: best.probability }, ...ranked.slice(1)],
      followed: because !== undefined,
      search: (refined ?? search) !== undefined,
      interpretation,
    });
    return {
      ...decision,
      own: ownPlaceSaid(question, evidence),
      evidence: explain({ interpretation, followed: because, decision }),
    };
  }

  return { understand, read: interpreter.read, vocabulary: interpreter.vocabulary };
}

/** Surer than this by the words alone, a question needs no second opinion. */
const DECIDED = 0.5;
const TOPIC_DECIDED = 0.6;

function isDecided(ranked: readonly RankedCandidate[], { evidence }: Interpretation): boolean {
  const { candidate, question, probability } = ranked[0]!;
  if (probability < DECIDED) return false;
  const [topic] = question.topics;
  const topical = question.intent === "lookup" || question.intent === "compare";
  return (
    !topical ||
    topic === undefined ||
    candidate.topicsFrom === "before" ||
    evidence.topic(topic) >= TOPIC_DECIDED
  );
}

/** What was taken over from the talk, in plain words; undefined where the words say it all. */
function becauseOf({ question, ways, topicsFrom }: Candidate, scene: Scene): string | undefined {
  if (!scene.before || (ways.includes("alone") && topicsFrom !== "before")) return undefined;
  const has = (pattern: RegExp) => ways.some((way) => pattern.test(way));
  const roles = question.roles.join(" and ");
  if (question.intent === "transition")
    return has(/^own/)
      ? "the asker said before where they stand"
      : `it is about the way to ${roles}, spoken of before`;
  if (has(/^pointed|^set-/)) return `it points at ${roles}`;
  if (question.intent === "compare") return `it compares ${roles}, of which some were spoken of before`;
  if (has(/^(?:named|area)/)) return `it asks of ${roles} what was asked before`;
  return `it goes on about ${roles || "the same"}`;
}
