import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  PlainTextOption,
  SectionBlock,
} from "@slack/types";
import type { FollowUp } from "../../../answers/answer.ts";
import { formatAction } from "../../../conversations/personal/action.ts";
import type { ActionButton } from "../../../conversations/personal/personal-reply.ts";
import { formatQuestion } from "../../../understanding/question-string.ts";
import { ACTIONS } from "../names.ts";
import { clip, SLACK_LIMITS } from "./limits.ts";

/** Builders of the blocks that answers are made of. Texts are shortened to Slack's limits, never refused. */

export function header(plain: string): HeaderBlock {
  return {
    type: "header",
    text: { type: "plain_text", text: clip(plain, SLACK_LIMITS.headerText), emoji: false },
  };
}

/** `mrkdwn` must be escaped already and at most 3,000 characters. */
export function section(mrkdwn: string): SectionBlock {
  return { type: "section", text: { type: "mrkdwn", text: mrkdwn, verbatim: true } };
}

export function context(...mrkdwn: string[]): ContextBlock {
  return {
    type: "context",
    elements: mrkdwn
      .slice(0, SLACK_LIMITS.contextElements)
      .map((text) => ({ type: "mrkdwn", text: clip(text, SLACK_LIMITS.contextText), verbatim: true })),
  };
}

export function actions(elements: ActionsBlock["elements"], blockId?: string): ActionsBlock {
  return { type: "actions", elements, ...(blockId === undefined ? {} : { block_id: blockId }) };
}

export function button(label: string, actionId: string, value: string, spoken?: string): Button {
  return {
    type: "button",
    text: { type: "plain_text", text: clip(label, SLACK_LIMITS.buttonText), emoji: false },
    action_id: actionId,
    value,
    ...(spoken === undefined ? {} : { accessibility_label: clip(spoken, SLACK_LIMITS.accessibilityLabel) }),
  };
}

/** One choice of a menu. */
export function option(label: string, value: string): PlainTextOption {
  const text = clip(label, SLACK_LIMITS.optionText);
  return { text: { type: "plain_text", text, emoji: false }, value };
}

const STYLES = { first: "primary", danger: "danger" } as const;

/** What a reply about its asker offers to do; the action itself is the value. */
export function actionButtons(buttons: readonly ActionButton[]): ActionsBlock[] {
  const made = buttons.map(({ label, action, look }, index) => ({
    ...button(label, `${ACTIONS.act}:${index}`, formatAction(action)),
    ...(look === undefined ? {} : { style: STYLES[look] }),
  }));
  return made.length === 0 ? [] : [actions(made)];
}

/** A button each; the question itself is the value, so that it works after a restart and on any instance. */
export function followUpButtons(followUps: readonly FollowUp[]): ActionsBlock[] {
  const buttons = followUps.map((next, index) =>
    button(next.label, `${ACTIONS.ask}:${index}`, formatQuestion(next.question), `Ask: ${next.label}`),
  );
  return buttons.length === 0 ? [] : [actions(buttons)];
}

/** The size Slack is measured by: the JSON that is sent. */
export function blockSize(block: KnownBlock): number {
  return JSON.stringify(block).length;
}
