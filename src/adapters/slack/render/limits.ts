import { z } from "zod";

/**
 * What Slack accepts, in UTF-16 code units where characters are counted.
 * Sources: docs.slack.dev/reference/block-kit and /reference/methods/chat.postMessage.
 */
export const SLACK_LIMITS = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  /**
   * Over all blocks of a message, counted as JSON. Slack refuses a message near 13,200 (undocumented, bolt-js#2509);
   * the distance is for what it may count that we do not.
   */
  blockCharacters: 12_000,
  /** Slack cuts the text of a post above this. */
  postText: 40_000,
  /** chat.update refuses more. */
  updateText: 4_000,
  headerText: 150,
  sectionText: 3_000,
  contextElements: 10,
  contextText: 2_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  selectOptions: 100,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  blockId: 255,
  actionId: 255,
  modalTitle: 24,
  inputLabel: 2_000,
  /** Of what a text input takes. */
  inputText: 3_000,
  privateMetadata: 3_000,
  tableRows: 100,
  tableColumns: 20,
  /** Over all cells of one table. */
  tableCharacters: 10_000,
  /** Header row included. */
  dataTableRows: 101,
  suggestedPrompts: 4,
  appName: 35,
  appDescription: 140,
  appLongDescription: 4_000,
  agentDescription: 300,
} as const;

const text = (max: number) => z.string().min(1).max(max);

/** Predicates for the texts that people's knowledge flows into. */
export const fits = {
  header: text(SLACK_LIMITS.headerText),
  section: text(SLACK_LIMITS.sectionText),
  context: text(SLACK_LIMITS.contextText),
  button: text(SLACK_LIMITS.buttonText),
  optionValue: text(SLACK_LIMITS.optionValue),
  blockId: text(SLACK_LIMITS.blockId),
} as const;

/** Shortens to at most `max` code units, ending in "…", without cutting a surrogate pair in two. */
export function clip(words: string, max: number): string {
  if (words.length <= max) return words;
  const kept = words.slice(0, max - 1);
  const whole = /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
  return `${whole.trimEnd()}…`;
}
