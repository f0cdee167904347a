import type { Knowledge } from "../knowledge/knowledge.ts";
import { TOPICS, type Topic } from "../knowledge/topics.ts";
import { type Candidate, candidatesOf } from "./candidates/candidates.ts";
import { PATTERNS } from "./candidates/patterns.ts";
import { pointingOf } from "./candidates/pointing.ts";
import { type Scene, sceneOf } from "./candidates/scene.ts";
import type { TurnEvidence } from "./candidates/signs.ts";
import { plainWords, type Turn } from "./candidates/turn.ts";
import { score } from "./classifier/index.ts";
import { askedCues, deniedTopics } from "./deciding/asked-cues.ts";
import { type ChosenTopic, chooseTopics } from "./deciding/choose-topics.ts";
import { frameOf } from "./deciding/frame.ts";
import { peopleNamed } from "./deciding/people-named.ts";
import { isPlainComparison } from "./deciding/plain-comparison.ts";
import { isPlainRole } from "./deciding/plain-role.ts";
import { type WeighedIntent, weighIntents } from "./deciding/weigh-intents.ts";
import type { Focus } from "./focus.ts";
import { buildSpelling } from "./model/build-spelling.ts";
import { type Features, featuresOf } from "./model/features.ts";
import type { Meaning } from "./model/meaning.ts";
import type { WordModels } from "./model/models.ts";
import { joinAnyOf, joinOneOf, type Semantics, textForEncoder } from "./model/semantics.ts";
import type { Intent } from "./question.ts";
import { lastQuestion } from "./reading/asking-clause.ts";
import { addDescribedRoles, unnamed } from "./reading/described-mention.ts";
import { withLedTeams } from "./reading/led-teams.ts";
import { maskedForClassifier, type Reading, readText } from "./reading/reading.ts";
import { slotsOf } from "./reading/slots.ts";
import type { Lexicon } from "./text/lexicon.ts";
import { type Description, RoleDescriptions } from "./vocabulary/described-roles.ts";
import { buildVocabulary, type Vocabulary } from "./vocabulary/vocabulary.ts";

/** All that can be told of a text in the light of the talk, before one of its candidates is picked. */
export interface Interpretation {
  reading: Reading;
  features: Features;
  scores: Semantics;
  /** Intents, likeliest first. */
  weighed: readonly WeighedIntent[];
  candidates: readonly Candidate[];
  evidence: TurnEvidence;
}

export interface Interpreter {
  readonly vocabulary: Vocabulary;
  /** Finds the names in a text. */
  read(text: string): Reading;
  /** By the words alone. */
  byWords(text: string, focus: Focus | undefined): Promise<Interpretation>;
  /** With what the sentence encoder makes of it; undefined where there is none. */
  byMeaning(first: Interpretation, focus: Focus | undefined): Promise<Interpretation> | undefined;
}

export function createInterpreter(
  knowledge: Knowledge,
  models: WordModels,
  lexicon: Lexicon,
  meaning?: Meaning,
): Interpreter {
  const vocabulary = buildVocabulary(knowledge);
  const spelling = buildSpelling(lexicon, models.words, vocabulary);
  const descriptions = new RoleDescriptions(knowledge);
  const phrases = [...knowledge.roles.values()].flatMap((role) =>
    role.describedAs.map((phrase) => ({ role: role.id, phrase })),
  );
  const read = (text: string) => readText(text, knowledge, vocabulary, spelling);

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

  function interpret(
    reading: Reading,
    features: Features,
    scores: Semantics,
    byWords: Semantics,
    focus: Focus | undefined,
  ): Interpretation {
    const scene = sceneOf(focus);
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
    const cues = new Set(features.cues.map((cue) => cue.id));
    const cued = features.topicCues.some((cue) => cue.strength === "cue");
    const denied = deniedTopics(reading, features.topicCues);
    const open = scores.topics.filter(({ label }) => !denied.has(label));
    // A bare name asks for nothing in particular, whatever it is likest.
    const compares = weighed[0]?.intent === "compare" || cues.has("compares") || cues.has("versus");
    const bare =
      !cued &&
      (isPlainRole(reading.masked) || (compares && isPlainComparison(knownWords(reading.masked, lexicon))));
    const chosen = new Map<Intent, ChosenTopic[]>();
    const chosenFor = (intent: Intent) => {
      const known = chosen.get(intent);
      if (known) return known;
      const made = bare ? [] : chooseTopics(open, askedCues(intent, reading, features.topicCues), intent);
      chosen.set(intent, made);
      return made;
    };
    const topicsFor = (intent: Intent) => chosenFor(intent).map(({ topic }) => topic);
    const turn: Turn = {
      reading,
      people,
      topics: topicsFor("lookup"),
      cues,
      cued,
      topicSure: (chosenFor("lookup")[0]?.probability ?? 0) >= TOPIC_SURE,
    };
    const pointing = pointingOf(turn, focus, vocabulary);
    const clause = lastQuestion(reading.masked);
    const byClause = clause === undefined ? undefined : score(models.topics, maskedForClassifier(clause), []);
    const alone = weighed
      .slice(0, MOST_ALONE)
      .filter(({ probability }, n) => n === 0 || probability > LEAST_ALONE)
      .map(({ intent }) => frameOf(intent, people, reading, topicsFor(intent)));
    const candidates = candidatesOf({
      turn,
      scene,
      pointing,
      topicsFor,
      clauseTopic: TOPICS.find((topic) => topic === byClause?.[0]?.label),
      seeksJobs: seeksJobs(turn, scene, weighed),
      alone,
    });
    const topics = new Map(scores.topics.map(({ label, probability }) => [label, probability]));
    const evidence: TurnEvidence = {
      turn,
      scene,
      pointing,
      intent: (intent) => weighed.find((each) => each.intent === intent)?.probability ?? 0,
      intentByWords: (intent) => byWords.intents.find(({ label }) => label === intent)?.probability ?? 0,
      topic: (topic) => topics.get(topic) ?? 0,
      topicByClause: (topic: Topic) => byClause?.find(({ label }) => label === topic)?.probability,
      topicCues: [...new Set(features.topicCues.map(({ strength, topic }) => `${strength}:${topic}`))],
      strange: features.strange,
    };
    return { reading, features, scores, weighed, candidates, evidence };
  }

  return {
    vocabulary,
    read,
    async byWords(text, focus) {
      const plain = withLedTeams(read(text), vocabulary, knowledge);
      const described = unnamed(descriptions.find(plain.tokens), plain);
      const reading = addDescribedRoles(plain, await nearest(described), knowledge);
      const features = featuresOf(reading, vocabulary, (word) => models.familiar.has(word));
      const scores = {
        intents: score(models.intents, features.text, features.tags),
        topics: score(models.topics, features.text, features.tags),
      };
      return interpret(reading, features, scores, scores, focus);
    },
    byMeaning(first, focus) {
      return meaning?.read(textForEncoder(first.reading)).then((second) => {
        const joined = {
          intents: joinOneOf(first.scores.intents, second.intents),
          topics: joinAnyOf(first.scores.topics, second.topics),
        };
        return interpret(first.reading, first.features, joined, first.scores, focus);
      });
    },
  };
}

/** Surer than this, a topic is meant though no word says so. */
const TOPIC_SURE = 0.5;
/** So many intents are tried by the words alone, if they are likely at all. */
const MOST_ALONE = 4;
const LEAST_ALONE = 0.02;
const LEAST_SEARCH = 0.03;

function seeksJobs({ cues, reading }: Turn, { before }: Scene, weighed: readonly WeighedIntent[]): boolean {
  return (
    before?.intent === "openings" ||
    cues.has("openings") ||
    cues.has("any-jobs") ||
    PATTERNS.jobs!.test(plainWords(reading)) ||
    weighed.some(({ intent, probability }) => intent === "openings" && probability > LEAST_SEARCH)
  );
}

/** A word that is none asks for nothing: "compare a data engineer and a blorp". */
function knownWords(masked: string, lexicon: Lexicon): string {
  return masked
    .split(" ")
    .filter((word) => /[A-Z.,]/.test(word) || lexicon.known.has(word))
    .join(" ");
}
