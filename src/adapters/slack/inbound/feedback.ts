import { VERDICT_LABELS, VERDICTS, type Verdict } from "../../../conversations/conversations.ts";
import type { Question } from "../../../understanding/question.ts";
import { formatQuestion } from "../../../understanding/question-string.ts";
import { ACTIONS } from "../names.ts";
import { actions, button, section } from "../render/blocks.ts";
import type { SlackMessage } from "../render/render.ts";

/** Asks in one tap what was not right about an answer. */
export function askReason(question: Question): SlackMessage {
  const value = formatQuestion(question);
  const line = "What was not right about that answer?";
  const reasons = VERDICTS.filter((verdict) => verdict !== "helpful");
  const buttons = reasons.map((verdict) =>
    button(VERDICT_LABELS[verdict], `${ACTIONS.reason}:${verdict}`, value),
  );
  return {
    text: `${line} ${reasons.map((verdict) => VERDICT_LABELS[verdict]).join(", ")}.`,
    blocks: [section(line), actions(buttons)],
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** `helpful/lookup:…` or `not-right/lookup:…`, the value of a feedback button. */
export function readFeedback(value: string): { helpful: boolean; question: string } | undefined {
  const at = value.indexOf("/");
  const verdict = value.slice(0, at);
  if (verdict !== "helpful" && verdict !== "not-right") return undefined;
  return { helpful: verdict === "helpful", question: value.slice(at + 1) };
}

export function readReason(actionId: string): Verdict | undefined {
  const name = actionId.slice(ACTIONS.reason.length + 1);
  return VERDICTS.find((verdict) => verdict === name);
}
