/** Where a bot connects to; a platform that is not named is left alone. */
export interface Where {
  slack: { apiUrl: string; botToken: string; appToken: string } | undefined;
  discord: { apiUrl: string; token: string } | undefined;
}

/** The same as the environment has it, for the whole bot and for those beside it. */
export function environmentOf({ slack, discord }: Partial<Where>): Record<string, string> {
  return {
    ...(slack
      ? { SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken }
      : {}),
    ...(discord ? { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token } : {}),
  };
}

export function whereOf(environment: Readonly<Record<string, string | undefined>>): Where {
  const { SLACK_API_URL, SLACK_BOT_TOKEN = "", SLACK_APP_TOKEN = "" } = environment;
  const { DISCORD_API_URL, DISCORD_TOKEN = "" } = environment;
  return {
    slack: SLACK_API_URL
      ? { apiUrl: SLACK_API_URL, botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN }
      : undefined,
    discord: DISCORD_API_URL ? { apiUrl: DISCORD_API_URL, token: DISCORD_TOKEN } : undefined,
  };
}
