import type { PlainTextOption } from "@slack/types";
import type { Conversations } from "../../../conversations/conversations.ts";
import { plainQuestion } from "../../../understanding/question.ts";
import { formatQuestion, parseQuestion } from "../../../understanding/question-string.ts";
import { ACTIONS } from "../names.ts";
import { option } from "../render/blocks.ts";
import { fits, SLACK_LIMITS } from "../render/limits.ts";
import { suggestionSchema } from "./payloads.ts";

/** The options of a type-ahead menu, nearest first. No I/O: Slack waits three seconds and shows an error after. */
export function suggestOptions(
  conversations: Conversations,
  knownIds: () => Iterable<string>,
  payload: unknown,
): PlainTextOption[] {
  const { action_id, block_id, value } = suggestionSchema.parse(payload);
  const roles = conversations.suggestRoles(value, SLACK_LIMITS.selectOptions);
  const base =
    action_id === ACTIONS.compareWith
      ? parseQuestion(block_id.slice(block_id.indexOf("/") + 1), knownIds())
      : undefined;
  return roles.flatMap(({ id, name }): PlainTextOption[] => {
    if (base?.roles[0] === id) return [];
    const chosen =
      base === undefined
        ? action_id === ACTIONS.homeRole
          ? formatQuestion(plainQuestion("lookup", [id]))
          : id
        : formatQuestion(plainQuestion("compare", [...base.roles.slice(0, 1), id], base.topics));
    if (!fits.optionValue.safeParse(chosen).success) return [];
    return [option(name, chosen)];
  });
}
