import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Topic } from "../../knowledge/topics.ts";
import { nameWords } from "../text/tokens.ts";
import { RoleNameGrammar } from "./name-grammar.ts";
import { PhraseBook } from "./phrase-book.ts";

export type TermKind = "skill" | "degree" | "field" | "industry";

export interface NamedRole {
  role: string;
  how: "name" | "alias" | "informal name" | "short form";
}
export interface NamedTerm {
  id: string;
  kind: TermKind;
}
export interface TopicCue {
  topic: Topic;
  strength: "cue" | "hint";
}

/** Everything that a knowledge base gives names to, ready to be found in a question. */
export interface Vocabulary {
  roles: PhraseBook<NamedRole>;
  terms: PhraseBook<NamedTerm>;
  /** Jobs and states of life that are no role of ours. */
  others: PhraseBook<"profession" | "background">;
  topics: PhraseBook<TopicCue>;
  grammar: RoleNameGrammar;
  /** By a word of a role's name, the words that stand before it in names: "scientist" after "data". */
  wordsBefore: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same the other way round: the words that come after it. */
  wordsAfter: ReadonlyMap<string, ReadonlySet<string>>;
  /** Roles whose names end in this many last words are asked about by "the second one" and "the lead one". */
  wordsOfRoles: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Forms of at most two letters name a role only where the context speaks for it: "DE", "DS", "PM", "CV". */
const LONGEST_SHORT_FORM = 2;

export function buildVocabulary(knowledge: Knowledge): Vocabulary {
  const roles = new PhraseBook<NamedRole>();
  const terms = new PhraseBook<NamedTerm>();
  const others = new PhraseBook<"profession" | "background">();
  const topics = new PhraseBook<TopicCue>();
  const wordsOfRoles = new Map<string, Set<string>>();
  const wordsBefore = new Map<string, Set<string>>();
  const wordsAfter = new Map<string, Set<string>>();

  for (const role of knowledge.roles.values()) {
    const add = (name: string, how: NamedRole["how"]) => {
      const words = nameWords(name);
      const short = words.length === 1 && (words[0]?.length ?? 0) <= LONGEST_SHORT_FORM;
      roles.add(words, { role: role.id, how: short ? "short form" : how });
    };
    add(role.name, "name");
    if (role.id.replaceAll("-", " ") !== role.name.toLowerCase()) add(role.id, "name");
    for (const alias of role.aliases) add(alias, "alias");
    for (const alias of role.hiddenAliases) add(alias, "informal name");
    for (const name of [role.name, ...role.aliases]) {
      const words = nameWords(name);
      addPairs(wordsBefore, words);
      addPairs(wordsAfter, words.toReversed());
    }
    wordsOfRoles.set(role.id, new Set([role.name, ...role.aliases].flatMap(nameWords)));
  }
  const kinds = {
    skill: knowledge.skills,
    degree: knowledge.degrees,
    field: knowledge.fields,
    industry: knowledge.industries,
  };
  for (const kind of ["skill", "degree", "field", "industry"] as const) {
    for (const term of kinds[kind].values()) {
      for (const name of [term.name, ...term.aliases]) terms.add(nameWords(name), { id: term.id, kind });
    }
  }
  for (const name of knowledge.professions) others.add(nameWords(name), "profession");
  for (const name of knowledge.backgrounds) others.add(nameWords(name), "background");
  for (const topic of knowledge.topics.values()) {
    for (const cue of topic.cues) topics.add(cueWords(cue), { topic: topic.id, strength: "cue" });
    for (const hint of topic.hints) topics.add(cueWords(hint), { topic: topic.id, strength: "hint" });
  }
  return {
    roles,
    terms,
    others,
    topics,
    grammar: new RoleNameGrammar(knowledge),
    wordsBefore,
    wordsAfter,
    wordsOfRoles,
  };
}

function cueWords(cue: string): string[] {
  const open = cue.endsWith("*");
  const words = nameWords(open ? cue.slice(0, -1) : cue);
  const last = words.pop();
  return last === undefined ? [] : [...words, open ? `${last}*` : last];
}

function addPairs(wordsBefore: Map<string, Set<string>>, words: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (before === undefined || before.length < 3) continue;
    wordsBefore.set(word, (wordsBefore.get(word) ?? new Set()).add(before));
  }
}
