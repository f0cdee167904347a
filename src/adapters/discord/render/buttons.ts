import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { FollowUp, Outcome } from "../../../answers/answer.ts";
import { VERDICT_LABELS, VERDICTS } from "../../../conversations/conversations.ts";
import type { Question } from "../../../understanding/question.ts";
import { type Action, formatAction } from "./custom-id.ts";
import { shorten } from "./escape.ts";
import { LIMITS } from "./limits.ts";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export function button(
  action: Action,
  label: string,
  style: ButtonStyle = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: style as APIButtonComponentWithCustomId["style"],
    custom_id: formatAction(action),
    label: shorten(label, LIMITS.buttonLabel),
  };
}

/** Rows of at most five buttons, two rows at most. Discord refuses a custom_id twice, so a question shows once. */
export function followUpRows(followUps: readonly FollowUp[], outcome: Outcome): Row[] {
  // Where the bot asks which was meant, the buttons are what to do next; below an answer they are an offer.
  const style = outcome === "clarify" ? ButtonStyle.Primary : ButtonStyle.Secondary;
  const buttons = new Map<string, APIButtonComponentWithCustomId>();
  for (const { label, question } of followUps) {
    const made = button({ do: "ask", question }, label, style);
    if (!buttons.has(made.custom_id)) buttons.set(made.custom_id, made);
  }
  const shown = [...buttons.values()].slice(0, 2 * LIMITS.buttonsInRow);
  return [row(shown.slice(0, LIMITS.buttonsInRow)), row(shown.slice(LIMITS.buttonsInRow))].filter(
    ({ components }) => components.length > 0,
  );
}

/** A menu of the topics that the same may be asked about. */
export function topicMenu(question: Question, topics: readonly FollowUp[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: formatAction({ do: "topic", question }),
        placeholder: "Another topic",
        options: topics.slice(0, LIMITS.selectOptions).map(({ label, question: { topics: about } }) => ({
          label: shorten(label, LIMITS.selectLabel),
          value: about.join("+"),
          default: about.join("+") === question.topics.join("+"),
        })),
      },
    ],
  };
}

/** Where an answer is shown; it decides which tools make sense under it. `unshared`: ephemeral, and to be kept so. */
export type Shown = "channel" | "thread" | "direct" | "ephemeral" | "unshared";

/** Its form asks people of the community. */
export const MENTORS_ID = "mentors";

/** Answers that can be wrong about a role or a topic: a greeting is nothing to rate or to explain. */
export function isAboutRoles({ intent }: Question): boolean {
  return ABOUT_ROLES.has(intent);
}

const ABOUT_ROLES: ReadonlySet<Question["intent"]> = new Set([
  "lookup",
  "compare",
  "transition",
  "find-roles",
  "advice",
]);

/** There is no talk to take along, and nothing to share, where nothing was answered. The row may be empty. */
export function toolRow(question: Question, shown: Shown, outcome: Outcome, mentors = false): Row {
  const tools = isAboutRoles(question)
    ? [
        button({ do: "rate", question, verdict: "helpful" }, "Helpful"),
        button({ do: "wrong", question }, "Not right"),
      ]
    : [];
  if (mentors) tools.push(mentorsButton());
  if (outcome !== "answered") return row(tools);
  if (shown === "channel") tools.push(button({ do: "thread", question }, "Move to a thread"));
  if (shown === "ephemeral") tools.push(button({ do: "share", question }, "Share"));
  return row(tools);
}

function mentorsButton(): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: MENTORS_ID,
    label: "Ask a person",
  };
}

/** What was wrong with an answer: one button a reason. */
export function verdictRow(question: Question): Row {
  return row(
    VERDICTS.filter((verdict) => verdict !== "helpful").map((verdict) =>
      button({ do: "rate", question, verdict }, VERDICT_LABELS[verdict]),
    ),
  );
}

export function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}
