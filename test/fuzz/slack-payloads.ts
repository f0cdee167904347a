import { plainQuestion } from "../../src/understanding/question.ts";
import { formatQuestion } from "../../src/understanding/question-string.ts";
import type { SlackServer } from "../support/slack-server/server.ts";
import { CANARY, type Json } from "./mutator.ts";

const QUESTION = formatQuestion(plainQuestion("lookup", ["data-engineer"], ["salary"]));

export type Wire = "event" | "command" | "interactive";

/** One good payload of each kind that Slack sends, to be broken. */
export function goodPayloads(slack: SlackServer): readonly { wire: Wire; payload: Json }[] {
  const [workspace] = slack.world.workspaces;
  if (!workspace) throw new Error("no workspace");
  const { teamId, botUserId } = workspace;
  const event = (inner: { [key: string]: Json }): { wire: Wire; payload: Json } => ({
    wire: "event",
    payload: slack.people.eventPayload(workspace, inner) as Json,
  });
  const post = {
    channel: "C1",
    user: "UANN",
    text: `<@${botUserId}> ${CANARY}`,
    ts: "1700000000.000100",
    event_ts: "1700000000.000100",
  };
  const interactive = (payload: { [key: string]: Json }): { wire: Wire; payload: Json } => ({
    wire: "interactive",
    payload: {
      team: { id: teamId },
      user: { id: "UANN", team_id: teamId },
      api_app_id: "A1",
      trigger_id: "1.2.abc",
      response_url: `${slack.url}/respond/none`,
      ...payload,
    },
  });
  const message = { type: "message", user: botUserId, ts: "1700000000.000200", text: CANARY };
  const pressed = (action: { [key: string]: Json }) =>
    interactive({
      type: "block_actions",
      channel: { id: "C1", name: "general" },
      container: { type: "message", message_ts: message.ts, channel_id: "C1", is_ephemeral: false },
      message,
      actions: [{ block_id: "b", type: "button", action_ts: "1", ...action }],
    });
  return [
    event({ type: "app_mention", ...post }),
    event({ type: "message", channel_type: "im", ...post, channel: "D1" }),
    event({ type: "message", channel_type: "channel", thread_ts: "1700000000.000001", ...post }),
    event({
      type: "message",
      subtype: "message_changed",
      hidden: true,
      channel: "C1",
      ts: "1700000000.000300",
      message: { ...post, type: "message" },
      previous_message: { ...post, type: "message" },
    }),
    event({ type: "app_home_opened", user: "UANN", channel: "D1", tab: "home", event_ts: "1.1" }),
    event({ type: "tokens_revoked", tokens: { bot: ["UNOBODY"] } }),
    {
      wire: "command",
      payload: {
        command: "/compare",
        text: `data engineer, ${CANARY}`,
        team_id: teamId,
        channel_id: "C1",
        channel_name: "general",
        user_id: "UANN",
        api_app_id: "A1",
        response_url: `${slack.url}/respond/none`,
        trigger_id: "1.2.abc",
      },
    },
    pressed({ action_id: "ask:0", value: QUESTION }),
    pressed({ action_id: "share", value: QUESTION }),
    pressed({ action_id: "feedback", value: `not-right/${QUESTION}` }),
    pressed({ action_id: "topic", type: "static_select", selected_option: { value: QUESTION } }),
    interactive({ type: "block_suggestion", action_id: "compare-with", block_id: "b", value: CANARY }),
    interactive({
      type: "message_action",
      callback_id: "explain-post",
      channel: { id: "C1", name: "general" },
      message,
      message_ts: message.ts,
      action_ts: message.ts,
    }),
    interactive({
      type: "view_submission",
      view: {
        id: "V1",
        type: "modal",
        callback_id: "compare-roles",
        private_metadata: "",
        state: {
          values: { one: { role: { type: "external_select", selected_option: { value: QUESTION } } } },
        },
      },
    }),
  ];
}
