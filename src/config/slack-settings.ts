import type { SlackSettings } from "../adapters/slack/settings.ts";
import type { Values } from "./variables.ts";

const DEFAULT_PORT = 3000;

/** Socket Mode where there are its two tokens, else HTTP; undefined where Slack is not configured. */
export function slackSettings(values: Values): SlackSettings | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  } = values;
  if (appToken && botToken) return { mode: "socket", botToken, appToken, apiUrl };
  if (!signingSecret) return undefined;
  const port = values.PORT ? Number(values.PORT) : DEFAULT_PORT;
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    SLACK_ENCRYPTION_KEY: encryptionKey,
  } = values;
  if (clientId && clientSecret && stateSecret && encryptionKey) {
    return {
      mode: "http",
      signingSecret,
      port,
      access: { kind: "oauth", clientId, clientSecret, stateSecret, encryptionKey },
      apiUrl,
    };
  }
  return botToken
    ? { mode: "http", signingSecret, port, access: { kind: "token", botToken }, apiUrl }
    : undefined;
}
