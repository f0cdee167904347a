import type { Knowledge } from "../knowledge/knowledge.ts";
import { score } from "./classifier/index.ts";
import { chooseTopics } from "./deciding/choose-topics.ts";
import { type Decision, decide } from "./deciding/decide.ts";
import { resolveFollowUp } from "./deciding/follow-up.ts";
import { frameOf } from "./deciding/frame.ts";
import { peopleNamed } from "./deciding/people-named.ts";
import { isPlainRole } from "./deciding/plain-role.ts";
import { weighIntents } from "./deciding/weigh-intents.ts";
import type { Evidence } from "./evidence.ts";
import { explain } from "./explain.ts";
import type { Focus } from "./focus.ts";
import { buildSpelling } from "./model/build-spelling.ts";
import { featuresOf } from "./model/features.ts";
import type { Models } from "./model/models.ts";
import type { Question } from "./question.ts";
import { addDescribedRole } from "./reading/described-mention.ts";
import { type Reading, readText } from "./reading/reading.ts";
import { slotsOf } from "./reading/slots.ts";
import type { Lexicon } from "./text/lexicon.ts";
import { RoleDescriptions } from "./vocabulary/described-roles.ts";
import { buildVocabulary, type Vocabulary } from "./vocabulary/vocabulary.ts";

export interface Understanding extends Decision {
  /** Where the asker says they stand: a role, null for a background that is none of ours, undefined where they do not say. */
  own: string | null | undefined;
  evidence: Evidence;
}

/** Reads questions against one version of the knowledge base. Holds no state of any conversation. */
export interface Understander {
  understand(text: string, focus?: Focus): Understanding;
  /** Finds the names in a text, deciding nothing. */
  read(text: string): Reading;
  readonly vocabulary: Vocabulary;
}

export function createUnderstander(knowledge: Knowledge, models: Models, lexicon: Lexicon): Understander {
  const vocabulary = buildVocabulary(knowledge);
  const spelling = buildSpelling(lexicon, models.words, vocabulary);
  const descriptions = new RoleDescriptions(knowledge);

  function understand(text: string, focus?: Focus): Understanding {
    const plain = readText(text, knowledge, vocabulary, spelling);
    const reading = addDescribedRole(plain, descriptions, knowledge);
    const features = featuresOf(reading, vocabulary, (word) => models.familiar.has(word));
    const people = peopleNamed(reading, slotsOf(reading));
    const weighed = weighIntents(score(models.intents, features.text, features.intentTags), {
      reading,
      people,
      cues: features.cues,
      topicCues: features.topicCues,
      focusRoles: focus?.question.roles.length ?? 0,
      focusIntent: focus?.question.intent,
    });
    const intent = weighed[0]!.intent;
    const cued = features.topicCues.some((cue) => cue.strength === "cue");
    // A bare name asks for nothing in particular, whatever it is likest.
    const bare = isPlainRole(reading.masked) && !cued;
    const topicScores = score(models.topics, features.text, features.tags);
    const chosen = bare ? [] : chooseTopics(topicScores, features.topicCues, intent);
    const topics = chosen.map((each) => each.topic);
    const alone: Question = frameOf(intent, people, reading, topics);
    const cues = new Set(features.cues.map((cue) => cue.id));
    const turn = { reading, people, topics, intent, cues, cued };
    const followed = focus && resolveFollowUp(turn, focus, vocabulary);
    const question = followed?.question ?? alone;
    const decision = decide({
      question,
      followed: followed !== undefined,
      reading,
      weighed,
      chosen,
      people,
      knowledge,
    });
    const evidence = explain({ reading, features, weighed, followed: followed?.because, decision, topics });
    return { ...decision, own: people.start, evidence };
  }

  return { understand, read: (text) => readText(text, knowledge, vocabulary, spelling), vocabulary };
}
