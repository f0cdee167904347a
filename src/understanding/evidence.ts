/** Why a question was read as it was, in plain words: for `--explain` and "Why this answer?". */
export interface Evidence {
  /** Words that named a role, and how: `"ml lead" names lead-machine-learning-engineer (alias)`. */
  roles: EvidenceItem[];
  /** Words that asked for a topic. */
  topics: EvidenceItem[];
  /** Words that named a skill, tool, degree, field or industry. */
  skills: EvidenceItem[];
  /** Signs of the kind of question: `"vs" joins two roles`. */
  cues: string[];
  /** The likeliest intents with their probability, best first. */
  intents: { intent: string; probability: number }[];
  /** What was taken over from earlier in the conversation. */
  focus: string[];
  /** One sentence: why it answered, asked or declined. */
  decision: string;
}

export interface EvidenceItem {
  id: string;
  /** The words as typed, lower-cased, at most 40 characters. */
  words: string;
  how: string;
}

/** Of what was not read from words: a pressed button, a fault. */
export const NO_EVIDENCE: Evidence = {
  roles: [],
  topics: [],
  skills: [],
  cues: [],
  intents: [],
  focus: [],
  decision: "",
};
