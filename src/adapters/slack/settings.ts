/** How the Slack connection is set up; the command line fills it from the environment. */
export type SlackSettings = SocketSettings | HttpSettings;

/** Events over a WebSocket that the bot opens itself: nothing to expose to the internet, one workspace. */
export interface SocketSettings {
  mode: "socket";
  /** `xoxb-…` */
  botToken: string;
  /** `xapp-…` with the scope `connections:write`. */
  appToken: string;
  /** Another Web API base, e.g. `https://slack-gov.com/api/`. */
  apiUrl?: string | undefined;
}

/** Events, commands and interactivity at `POST /slack/events`, with signatures checked. */
export interface HttpSettings {
  mode: "http";
  signingSecret: string;
  /** 0 takes any free port. */
  port: number;
  /** One workspace by its bot token, or several by OAuth. */
  access: { kind: "token"; botToken: string } | OAuthAccess;
  apiUrl?: string | undefined;
}

/** Several workspaces: `/slack/install` and `/slack/oauth_redirect`. */
export interface OAuthAccess {
  kind: "oauth";
  clientId: string;
  clientSecret: string;
  /** Signs the state that protects the install from forged redirects. */
  stateSecret: string;
  /** 32 bytes in base64 or hex (`SLACK_ENCRYPTION_KEY`): tokens are encrypted with it at rest. */
  encryptionKey: string;
}
