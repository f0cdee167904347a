import type { Topic } from "../../knowledge/topics.ts";

/** Turns of phrase that ask for a topic only by their shape around a role, on the masked words. */
const WHO = "(?:ROLE\\d+|AREA\\d+|they|it|one|that|this|he|she)";
const ADVERB = "(?:actually |really |even |typically |usually |mostly |exactly |do |generally )*";

export const TOPIC_PATTERNS: readonly (readonly [Topic, RegExp])[] = [
  [
    "responsibilities",
    new RegExp(`\\bwhat (?:an? |the )?${WHO} ${ADVERB}(?:do|does|work on|works on|is doing|are doing)\\b`),
  ],
  [
    "responsibilities",
    new RegExp(
      `\\bwhat (?:do|does|would|will|is|are) (?:an? |the )?${WHO} ${ADVERB}(?:do|doing|work on|working on)\\b`,
    ),
  ],
  ["responsibilities", new RegExp(`\\b(?:job|role|work) of (?:an? )?${WHO}`)],
  [
    "definition",
    /^(?:so |ok |hey |hi |hello |,)*(?:what|whats|what is|what are|who|who is|who are|wtf is|what on earth is|what the heck is|what even is) (?:is |are )?(?:an? |the )?(?:ROLE\d+|AREA\d+)(?: \.| ,|$| anyway| exactly| even| again| really)/,
  ],
  ["definition", /\bROLE\d+ (?:meaning|definition|explained|in a nutshell|eli5|wiki|overview)\b/],
  [
    "getting-started",
    new RegExp(
      `\\b(?:how|hw|steps?|way|path|route|best way) (?:\\w+ ){0,3}(?:become|becoming|be|get into|break into|turn into|land|start as|get hired as) (?:an? )?${WHO}`,
    ),
  ],
  [
    "skills",
    new RegExp(
      `\\b(?:do|does|must|should|can) (?:an? |the )?${WHO} (?:\\w+ ){0,2}(?:need|have|know) (?:to know |to learn |how to )?(?:LANGUAGE|SKILL)\\d+`,
    ),
  ],
  [
    "skills",
    /\bwhat (?:do|should|must|would|will|can|shall|else) (?:do )?i (?:still |need to |have to |first |even )*(?:learn|study|know|pick up|brush up|master)\b|\b(?:what|which) (?:things|stuff|bits|parts) (?:do|am|would|will) i\b|\bwhat (?:am i|would i be|will i be|do i|would i) (?:still )?(?:missing|lacking|lack|miss)\b/,
  ],
  [
    "tools",
    new RegExp(
      `\\b(?:do|does) (?:an? |the )?${WHO} (?:\\w+ ){0,2}(?:use|need|work with|run|touch) (?:\\w+ ){0,2}TOOL\\d+`,
    ),
  ],
  [
    "education",
    /\b(?:need|have|without|require|requires|asks? for|want|wants|with|got|get|having|no) (?:an? |any |the |to have )?(?:DEGREE|STUDY)\d+/,
  ],
];
