import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Score, score } from "./classifier/index.ts";
import { askedCues, deniedTopics } from "./deciding/asked-cues.ts";
import { chooseTopics } from "./deciding/choose-topics.ts";
import { type Decision, decide } from "./deciding/decide.ts";
import { resolveFollowUp } from "./deciding/follow-up/follow-up.ts";
import type { Resolved } from "./deciding/follow-up/turn.ts";
import { frameOf } from "./deciding/frame.ts";
import { plainSearch, refineOpenings, withFilters } from "./deciding/openings-asked.ts";
import { peopleNamed } from "./deciding/people-named.ts";
import { isPlainComparison } from "./deciding/plain-comparison.ts";
import { isPlainRole } from "./deciding/plain-role.ts";
import { weighIntents } from "./deciding/weigh-intents.ts";
import type { Evidence } from "./evidence.ts";
import { explain } from "./explain.ts";
import type { Focus } from "./focus.ts";
import { buildSpelling } from "./model/build-spelling.ts";
import { type Features, featuresOf } from "./model/features.ts";
import type { Meaning } from "./model/meaning.ts";
import type { Models } from "./model/models.ts";
import { joinAnyOf, joinOneOf, type Semantics, textForEncoder } from "./model/semantics.ts";
import { type Question, TOPICAL_INTENTS } from "./question.ts";
import { addDescribedRoles, unnamed } from "./reading/described-mention.ts";
import type { EmployerKnown } from "./reading/openings-employer.ts";
import { type Reading, readText } from "./reading/reading.ts";
import { slotsOf } from "./reading/slots.ts";
import type { Lexicon } from "./text/lexicon.ts";
import { type Description, RoleDescriptions } from "./vocabulary/described-roles.ts";
import { buildVocabulary, type Vocabulary } from "./vocabulary/vocabulary.ts";

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

export function createUnderstander(
  knowledge: Knowledge,
  models: Models,
  lexicon: Lexicon,
  meaning?: Meaning,
  openings: OpeningsNames = NO_OPENINGS,
): Understander {
  const vocabulary = buildVocabulary(knowledge);
  const spelling = buildSpelling(lexicon, models.words, vocabulary);
  const descriptions = new RoleDescriptions(knowledge);
  const known = {
    isPlace: openings.hasPlace,
    employer: openings.employer,
    isWord: (word: string) => lexicon.known.has(word),
  };
  const phrases = [...knowledge.roles.values()].flatMap((role) =>
    role.describedAs.map((phrase) => ({ role: role.id, phrase })),
  );

  async function understand(text: string, focus?: Focus): Promise<Understanding> {
    const plain = readText(text, knowledge, vocabulary, spelling);
    const described = unnamed(descriptions.find(plain.tokens), plain);
    const reading = addDescribedRoles(plain, await nearest(described), knowledge);
    const features = featuresOf(reading, vocabulary, (word) => models.familiar.has(word));
    const scores = {
      intents: score(models.intents, features.text, features.tags),
      topics: score(models.topics, features.text, features.tags),
    };
    const first = weigh(text, reading, features, scores, focus);
    if (!meaning || isDecided(first, scores.topics)) return first;
    const second = await meaning.read(textForEncoder(reading));
    const joined = {
      intents: joinOneOf(scores.intents, second.intents),
      topics: joinAnyOf(scores.topics, second.topics),
    };
    return weigh(text, reading, features, joined, focus);
  }

  /** Descriptions with what the encoder makes of them added to what their words say. */
  async function nearest(described: readonly Description[]): Promise<Description[]> {
    if (!meaning) return [...described];
    return Promise.all(
      described.map(async (each) => {
        const near = await meaning.likeness(each.clause, phrases);
        const likeness = new Map(
          [...near].map(([role, value]) => [role, (value + (each.likeness.get(role) ?? 0)) / 2]),
        );
        return { ...each, likeness };
      }),
    );
  }

  function weigh(
    text: string,
    reading: Reading,
    features: Features,
    scores: Semantics,
    focus: Focus | undefined,
  ): Understanding {
    const people = peopleNamed(reading, slotsOf(reading));
    const weighed = weighIntents(scores.intents, {
      reading,
      people,
      cues: features.cues,
      topicCues: features.topicCues,
      strange: features.strange,
      focusRoles: focus?.question.roles.length ?? 0,
      focusIntent: focus?.question.intent,
    });
    const intent = weighed[0]!.intent;
    const cues = new Set(features.cues.map((cue) => cue.id));
    const cued = new Set(features.topicCues.flatMap((cue) => (cue.strength === "cue" ? [cue.topic] : [])));
    // A bare name asks for nothing in particular, whatever it is likest.
    const compares = intent === "compare" || cues.has("compares") || cues.has("versus");
    const plainly =
      isPlainRole(reading.masked) || (compares && isPlainComparison(knownWords(reading.masked, lexicon)));
    const bare = plainly && cued.size === 0;
    const denied = deniedTopics(reading, features.topicCues);
    const open = scores.topics.filter((score) => !denied.has(score.label));
    // In a talk a turn of another kind may prove to go on about a role, and asks for what it is likest.
    const asTopical = focus && !TOPICAL_INTENTS.has(intent) ? "lookup" : intent;
    const chosen = bare
      ? []
      : chooseTopics(open, askedCues(asTopical, reading, features.topicCues), asTopical);
    const topics = chosen.map((each) => each.topic);
    const alone: Question = frameOf(intent, people, reading, topics);
    const topicSure = (chosen[0]?.probability ?? 0) >= TOPIC_SURE;
    const turn = { reading, people, topics, intent, cues, cued: cued.size > 0, topicSure };
    const refined = focus && refineOpenings(reading, people, text, focus, known);
    const followed: Resolved | undefined = refined ?? (focus && resolveFollowUp(turn, focus, vocabulary));
    const search = refined ? undefined : plainSearch(reading, people, text, known);
    const question =
      refined?.question ?? search ?? withFilters(followed?.question ?? alone, reading, text, known);
    const decision = decide({
      question,
      followed: followed !== undefined || search !== undefined,
      inTalk: focus !== undefined && focus.question.roles.length > 0,
      reading,
      weighed,
      chosen,
      topicScores: scores.topics,
      cued,
      people,
      knowledge,
    });
    const evidence = explain({ reading, features, weighed, followed: followed?.because, decision, topics });
    // Two names side by side say nothing of who asks.
    const saysOwn =
      intent === "transition" || intent === "advice" || cues.has("my-start") || cues.has("here");
    return { ...decision, own: followed?.own ?? (saysOwn ? people.start : undefined), evidence };
  }

  return { understand, read: (text) => readText(text, knowledge, vocabulary, spelling), vocabulary };
}

/** A word that is none asks for nothing: "compare a data engineer and a blorp". */
function knownWords(masked: string, lexicon: Lexicon): string {
  return masked
    .split(" ")
    .filter((word) => /[A-Z.,]/.test(word) || lexicon.known.has(word))
    .join(" ");
}

/** Surer than this by the words alone, a question needs no second opinion. */
const INTENT_DECIDED = 0.8;
const TOPIC_DECIDED = 0.6;
/** Surer than this, a topic is meant though no word says so. */
const TOPIC_SURE = 0.5;

function isDecided(first: Understanding, topics: readonly Score[]): boolean {
  const intent = first.evidence.intents[0]?.probability ?? 0;
  if (first.evidence.focus.length === 0 && intent < INTENT_DECIDED) return false;
  const topical = first.question.intent === "lookup" || first.question.intent === "compare";
  return !topical || first.question.topics.length === 0 || (topics[0]?.probability ?? 0) >= TOPIC_DECIDED;
}
