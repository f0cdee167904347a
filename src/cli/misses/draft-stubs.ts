import { kindWords, totals } from "../../answers/misses-report.ts";
import { type Topic, topicHeading } from "../../knowledge/topics.ts";
import type { MissGroup } from "../../understanding/misses/group-misses.ts";
import type { Intent } from "../../understanding/question.ts";

/** A file for an editor to go through; nothing of it is taken in by itself. */
export interface Draft {
  /** Below the folder of drafts. */
  path: string;
  text: string;
}

/** Below this a guess at the topic misleads more than it helps. */
const TOPIC_FROM = 0.3;
/** Questions of these intents are labelled with topics. */
const WITH_TOPICS: ReadonlySet<Intent> = new Set(["lookup", "compare", "transition"]);

/**
 * Drafts of what could mend the misses: examples where a question was not understood, in the format of
 * `knowledge/examples/<intent>.yaml`, and a section to rewrite where an answer was given and rated down.
 */
export function draftStubs(groups: readonly MissGroup[]): Draft[] {
  const examples = new Map<Intent, string[]>();
  const sections = new Map<string, Map<Topic, MissGroup[]>>();
  const unsorted: string[] = [];
  for (const group of groups) {
    const about = isAboutText(group) ? group.role : undefined;
    if (about !== undefined) append(sectionsOf(sections, about), group.topic!.topic, group);
    else if (isPlaced(group)) append(examples, group.intent, exampleDraft(group));
    else unsorted.push(exampleDraft(group));
  }
  return [
    ...[...examples].map(([intent, parts]) => ({
      path: `examples/${intent}.yaml`,
      text: `${EXAMPLES_HEAD}\n${parts.join("\n")}`,
    })),
    ...[...sections].map(([role, byTopic]) => ({
      path: `roles/${role}.md`,
      text: `${SECTIONS_HEAD}\n\n${[...byTopic].map(([topic, missed]) => sectionDraft(topic, missed)).join("\n")}`,
    })),
    ...(unsorted.length > 0
      ? [{ path: "unsorted.yaml", text: `${UNSORTED_HEAD}\n${unsorted.join("\n")}` }]
      : []),
  ];
}

function sectionsOf(sections: Map<string, Map<Topic, MissGroup[]>>, role: string): Map<Topic, MissGroup[]> {
  const ofRole = sections.get(role) ?? new Map<Topic, MissGroup[]>();
  sections.set(role, ofRole);
  return ofRole;
}

const EXAMPLES_HEAD = `# Drafts, made from questions that were not answered. For each: is this file's intent right, are the topics?
# Then move it to the file of that name under knowledge/examples; what asks for nothing of ours belongs in out-of-scope.yaml.
`;
const UNSORTED_HEAD = `# Drafts, made from questions that name no role and are near to no topic. What asks for something of ours goes to the file
# of its kind under knowledge/examples, the rest to out-of-scope.yaml there.
`;
const SECTIONS_HEAD = `<!-- Drafts, for answers that were rated down. Rewrite the section of that heading in the role's own file, then delete this. -->`;

/** It was understood, so what was wrong is what the answer says. */
function isAboutText({ kinds, role, topic }: MissGroup): boolean {
  return role !== undefined && topic !== undefined && kinds.disliked > kinds.declined + kinds.unclear;
}

/** Something in it says what it asks for; otherwise the likeliest intent is a guess that misleads. */
function isPlaced({ role, topic }: MissGroup): boolean {
  return role !== undefined || (topic !== undefined && topic.probability >= TOPIC_FROM);
}

function exampleDraft({ misses, kinds, count, role, topic, intent }: MissGroup): string {
  const isSure = topic !== undefined && topic.probability >= TOPIC_FROM && WITH_TOPICS.has(intent);
  const topics = isSure ? topic.topic : "";
  const lines = misses.map(({ text }) => `- { text: ${JSON.stringify(text)}, topics: [${topics}] }`);
  return `# ${count} asked (${kindWords(kinds)}); nearest role: ${role ?? "none named"}\n${lines.join("\n")}\n`;
}

function sectionDraft(topic: Topic, groups: readonly MissGroup[]): string {
  const asked = groups
    .flatMap(({ misses }) => misses)
    .map(({ text, count }) => `  ${count} x ${withoutCommentEnd(text)}`)
    .join("\n");
  return `## ${topicHeading(topic)}

<!-- ${kindWords(totals(groups))}. Asked:
${asked}
-->

TODO 40 to 160 words. The first sentence answers. End in the source.[^TODO]
`;
}

/** "-->" would end the comment that the questions stand in. */
function withoutCommentEnd(text: string): string {
  return text.replaceAll("--", "- -");
}

function append<K, Part>(map: Map<K, Part[]>, key: K, part: Part): void {
  map.set(key, [...(map.get(key) ?? []), part]);
}
