import type {
  ActionsBlock,
  Button,
  ContextActionsBlock,
  ExternalSelect,
  KnownBlock,
  PlainTextOption,
  StaticSelect,
} from "@slack/types";
import type { Answer } from "../../../answers/answer.ts";
import type { Reply } from "../../../conversations/message.ts";
import { formatAction } from "../../../conversations/personal/action.ts";
import type { ActionButton } from "../../../conversations/personal/personal-reply.ts";
import { formatQuestion } from "../../../understanding/question-string.ts";
import { ACTIONS } from "../names.ts";
import { actions, button, option } from "./blocks.ts";
import { renderFile } from "./file.ts";
import { fits } from "./limits.ts";
import { renderAnswer, type SlackMessage } from "./render.ts";

/**
 * Where a reply is shown: `open` for all who read the place, `command` to the one who gave the command and may share it,
 * `whisper` to the asker alone in a place that others read.
 */
export type Surface = "open" | "command" | "whisper";

/**
 * A reply with the controls that belong under it on this surface. Pure; what was rendered is kept as long as its answer
 * is, since the commonest answers are kept ready and given again and again.
 */
export function renderReply(reply: Reply, surface: Surface, note?: string): readonly SlackMessage[] {
  if (reply.buttons !== undefined) return renderPersonal(reply, reply.buttons, surface);
  const { discretion = "", mentors = false } = reply;
  const key = `${surface} ${discretion} ${mentors} ${formatQuestion(reply.question)} ${note ?? ""}`;
  const kept = rendered.get(reply.answer) ?? new Map<string, readonly SlackMessage[]>();
  const ready = kept.get(key) ?? renderAnswer(reply.answer, { tail: tailOf(reply, surface), note });
  rendered.set(reply.answer, kept.set(key, ready));
  return ready;
}

/** Made for one person and one moment, so nothing of it is kept; there is nothing to rate or to share about it. */
function renderPersonal(
  { answer, file, again }: Reply,
  buttons: readonly ActionButton[],
  surface: Surface,
): SlackMessage[] {
  const inDm =
    surface === "whisper" && again !== undefined
      ? [actions([button("Continue in DM", ACTIONS.continueInDm, formatAction(again))])]
      : [];
  return [...renderAnswer(answer, { buttons, tail: inDm }), ...(file === undefined ? [] : renderFile(file))];
}

const rendered = new WeakMap<Answer, Map<string, readonly SlackMessage[]>>();

function tailOf(reply: Reply, surface: Surface): KnownBlock[] {
  if (reply.aside !== undefined) return [];
  const value = formatQuestion(reply.question);
  const answered = reply.answer.outcome === "answered";
  const menus = menuBlocks(reply);
  const buttons = [
    ...(reply.mentors === true
      ? [button("Ask a person", ACTIONS.mentors, value, "Ask people of this community instead")]
      : []),
    ...(surface === "command" &&
    answered &&
    reply.answer.audience === "public" &&
    reply.discretion !== "asker"
      ? [button("Share in channel", ACTIONS.share, value, "Share this answer in the channel")]
      : []),
    ...(surface === "whisper" ? [button("Continue in DM", ACTIONS.continueInDm, value)] : []),
    ...(answered && ABOUT_ROLES.has(reply.question.intent)
      ? [button("Why this answer?", ACTIONS.why, value, "Show how the question was understood")]
      : []),
  ] satisfies Button[];
  return [
    ...menus,
    ...(buttons.length === 0 ? [] : [actions(buttons)]),
    // An ephemeral message takes no feedback element.
    ...(answered && surface === "open" && ABOUT_ROLES.has(reply.question.intent) ? [feedback(value)] : []),
  ];
}

/** Answers that can be wrong about a role or a topic. */
const ABOUT_ROLES = new Set(["lookup", "compare", "transition", "find-roles", "advice"]);

/** Another topic of the same roles, and another role beside the first. */
function menuBlocks({ answer: { topics }, question }: Reply): ActionsBlock[] {
  if (topics === undefined) return [];
  const options = topics.flatMap(({ label, question: asked }): PlainTextOption[] => {
    const value = formatQuestion(asked);
    return fits.optionValue.safeParse(value).success ? [option(label, value)] : [];
  });
  const base = `${ACTIONS.compareWith}/${formatQuestion({ ...question, intent: "compare" })}`;
  // A comparison of very many roles is too long a question for a menu's option or a block's id.
  const menus: ActionsBlock["elements"] = [
    ...(options.length === 0 ? [] : [topicMenu(options)]),
    ...(fits.blockId.safeParse(base).success ? [COMPARE_MENU] : []),
  ];
  return menus.length === 0 ? [] : [actions(menus, menus.includes(COMPARE_MENU) ? base : undefined)];
}

function topicMenu(options: PlainTextOption[]): StaticSelect {
  return {
    type: "static_select",
    action_id: ACTIONS.topic,
    placeholder: { type: "plain_text", text: "Another topic" },
    options,
  };
}

const COMPARE_MENU: ExternalSelect = {
  type: "external_select",
  action_id: ACTIONS.compareWith,
  placeholder: { type: "plain_text", text: "Compare with…" },
  min_query_length: 0,
};

function feedback(question: string): ContextActionsBlock {
  const choice = (text: string, spoken: string, verdict: string) => ({
    text: { type: "plain_text" as const, text },
    accessibility_label: spoken,
    value: `${verdict}/${question}`,
  });
  return {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        action_id: ACTIONS.feedback,
        positive_button: choice("Helpful", "This answer was helpful", "helpful"),
        negative_button: choice("Not right", "Something about this answer was not right", "not-right"),
      },
    ],
  };
}
