import type { Knowledge } from "../knowledge/knowledge.ts";
import { score } from "./classifier/index.ts";
import { chooseTopics } from "./deciding/choose-topics.ts";
import { type Decision, decide } from "./deciding/decide.ts";
import { resolveFollowUp } from "./deciding/follow-up.ts";
import { frameOf } from "./deciding/frame.ts";
import { peopleNamed } from "./deciding/people-named.ts";
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
    const features = featuresOf(reading, vocabulary);
    const people = peopleNamed(reading, slotsOf(reading));
    const weighed = weighIntents(score(models.intents, features.text, features.tags), {
      reading,
      people,
      cues: features.cues,
      topicCues: features.topicCues,
      focusRoles: focus?.question.roles.length ?? 0,
      focusIntent: focus?.question.intent,
    });
    const intent = weighed[0]!.intent;
    const chosen = chooseTopics(
      score(models.topics, features.text, features.tags),
      features.topicCues,
      intent,
    );
    const topics = chosen.map((each) => each.topic);
    const alone: Question = frameOf(intent, people, reading, topics);
    const cues = new Set(features.cues.map((cue) => cue.id));
    const followed = focus && resolveFollowUp({ reading, people, topics, intent, cues }, focus, vocabulary);
    const decision = decide({
      question: followed?.question ?? alone,
      followed: followed !== undefined,
      reading,
      weighed,
      chosen,
      people,
      knowledge,
    });
    return {
      ...decision,
      evidence: explain({ reading, features, weighed, followed: followed?.because, decision, topics }),
    };
  }

  return { understand, read: (text) => readText(text, knowledge, vocabulary, spelling), vocabulary };
}
