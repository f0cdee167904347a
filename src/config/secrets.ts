import type { Config } from "./read-config.ts";

/** Every value that must not be seen, such as in a log. */
export function secretsOf({ slack, discord, database }: Config): string[] {
  const ofSlack =
    slack === undefined
      ? []
      : slack.mode === "socket"
        ? [slack.botToken, slack.appToken]
        : [
            slack.signingSecret,
            ...Object.values(slack.access).filter((value) => value !== slack.access.kind),
          ];
  const password = URL.canParse(database.url) ? new URL(database.url).password : "";
  const values = [...ofSlack, discord?.token, database.secret, password, decodeURIComponent(password)];
  return [...new Set(values)].filter((value) => value !== undefined && value !== "");
}
