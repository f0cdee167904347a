import { COMMANDS, EVENTS, SCOPES, SHORTCUTS, SUGGESTED_PROMPTS } from "./surface.ts";

export interface ManifestOptions {
  /** Where the bot is reached from the internet in HTTP mode, like `https://bot.example.org`. */
  baseUrl?: string;
  /** Whether several workspaces install it by OAuth. */
  oauth?: boolean;
}

/** Stands in the manifest until the operator puts their own address there. */
const EXAMPLE_BASE_URL = "https://rolewise.example.org";

const DESCRIPTION = "Answers career questions about data and machine-learning roles, with sources.";

/**
 * The app manifest to paste at api.slack.com/apps → Create New App → From a manifest.
 * Source: docs.slack.dev/reference/app-manifest.
 */
export function slackManifest(
  mode: "socket" | "http",
  { baseUrl = EXAMPLE_BASE_URL, oauth = false }: ManifestOptions = {},
): object {
  const base = baseUrl.replace(/\/+$/, "");
  const endpoint = mode === "http" ? `${base}/slack/events` : undefined;
  const url = endpoint === undefined ? {} : { url: endpoint };
  const requestUrl = endpoint === undefined ? {} : { request_url: endpoint };
  return {
    display_information: {
      name: "Rolewise",
      description: DESCRIPTION,
      long_description: LONG_DESCRIPTION,
      background_color: "#1f3a5f",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: {
        agent_description: DESCRIPTION,
        suggested_prompts: SUGGESTED_PROMPTS.map((one) => ({ ...one })),
      },
      bot_user: { display_name: "Rolewise", always_online: true },
      shortcuts: Object.entries(SHORTCUTS).map(([callback_id, about]) => ({ callback_id, ...about })),
      slash_commands: Object.entries(COMMANDS).map(([command, about]) => ({
        command,
        description: about.description,
        usage_hint: about.usage,
        should_escape: false,
        ...url,
      })),
    },
    oauth_config: {
      ...(mode === "http" && oauth ? { redirect_urls: [`${base}/slack/oauth_redirect`] } : {}),
      scopes: { bot: Object.keys(SCOPES) },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: Object.values(EVENTS).flatMap(({ bot_event }) => bot_event),
      },
      interactivity: {
        is_enabled: true,
        ...requestUrl,
        ...(endpoint === undefined ? {} : { message_menu_options_url: endpoint }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === "socket",
      token_rotation_enabled: false,
    },
  };
}

const LONG_DESCRIPTION = `Rolewise answers questions about careers in data and machine learning: what a role is and does, \
the skills and tools it asks for, education, pay with region and sample, where people come from and go to, and how two \
roles differ. Every figure names its source. Ask in a channel by @mention, in a direct message, or with /compare, /role, \
/path and /tips. It answers only when it is asked, and it remembers of you only what you agreed to, until you say “forget me”.`;
