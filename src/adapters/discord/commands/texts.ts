import type { Topic } from "../../../knowledge/topics.ts";

/**
 * Names and descriptions of the commands, by language. English is what Discord shows where it has nothing better.
 * Keys: `command`, `command.option`, `command.subcommand`, `topic/topic`. A name is lower case without spaces, at most 32 characters;
 * a description at most 100;
 * a topic's name is free text, and that of `knowledge/topics.yaml`, which the menus under an answer show. Another language is one more record under its Discord locale (`de`, `fr`, `pt-BR`);
 * keys it lacks fall back to English.
 */
export interface CommandText {
  name: string;
  /** Entries of a message's menu and topics have none. */
  description?: string;
}

export const ENGLISH = {
  ask: { name: "ask", description: "Ask a question on careers in data and machine learning" },
  "ask.question": { name: "question", description: "In your own words; leave it out for a larger field" },
  compare: { name: "compare", description: "Set two or three roles side by side" },
  "compare.role-a": { name: "role-a", description: "The first role" },
  "compare.role-b": { name: "role-b", description: "The second role" },
  "compare.role-c": { name: "role-c", description: "A third role" },
  "compare.topic": { name: "topic", description: "Compare this alone" },
  "compare.private": { name: "private", description: "Show the answer to you alone" },
  role: { name: "role", description: "What a role is, does, needs and earns" },
  "role.name": { name: "name", description: "The role" },
  "role.topic": { name: "topic", description: "Show this alone" },
  path: { name: "path", description: "How to get from one role to another" },
  "path.from": { name: "from", description: "Where you are now" },
  "path.to": { name: "to", description: "Where you want to be" },
  find: { name: "find", description: "Which roles use a skill or a tool" },
  "find.skill": { name: "skill", description: "A skill or a tool" },
  "find.skill-2": { name: "skill-2", description: "Another one" },
  "find.topic": { name: "topic", description: "What to tell of the roles" },
  tips: { name: "tips", description: "How to get on in data and machine learning, for you alone" },
  help: { name: "help", description: "What you can ask, for you alone" },
  privacy: { name: "privacy", description: "What is kept about you" },
  "privacy.show": { name: "show", description: "Show what is kept about you" },
  "privacy.export": { name: "export", description: "Get what is kept about you as data" },
  "privacy.erase": { name: "erase", description: "Erase what is kept about you" },
  explain: { name: "Explain the role in this post" },
  "topic/definition": { name: "What it is" },
  "topic/responsibilities": { name: "What they do" },
  "topic/skills": { name: "Skills" },
  "topic/education": { name: "Education" },
  "topic/experience": { name: "Experience" },
  "topic/tools": { name: "Tools" },
  "topic/industries": { name: "Industries" },
  "topic/outlook": { name: "Outlook" },
  "topic/salary": { name: "Pay" },
  "topic/getting-started": { name: "Getting started" },
  "topic/career-path": { name: "Career path" },
  "topic/interview": { name: "Interviews" },
  "topic/working-conditions": { name: "Working conditions" },
} as const satisfies Record<string, CommandText> & Record<`topic/${Topic}`, CommandText>;

export type TextKey = keyof typeof ENGLISH;
export type CommandTexts = Partial<Record<TextKey, CommandText>>;

/** Languages besides English, by Discord locale. */
export const TRANSLATIONS: Readonly<Record<string, CommandTexts>> = {};
