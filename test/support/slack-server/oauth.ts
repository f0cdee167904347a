import type { IncomingMessage, ServerResponse } from "node:http";
import type { Result } from "./web-api.ts";
import type { World } from "./world.ts";

export const CLIENT = { id: "111.222", secret: "client-secret-of-the-tests" };

/** Slack's side of an install: the consent page, which agrees at once, and the exchange of the code for a token. */
export class OAuth {
  readonly #world: World;
  /** The workspace of whoever looks at the consent page next. */
  installer = { teamId: "", userId: "" };
  readonly #codes = new Map<string, { teamId: string; userId: string }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Sends the browser back to the bot; without a redirect_uri in the request, as the bot's own route. */
  authorize(url: URL, response: ServerResponse): void {
    const code = this.#world.newId("code-");
    this.#codes.set(code, { ...this.installer });
    const query = new URLSearchParams({ code, state: url.searchParams.get("state") ?? "" });
    response.writeHead(302, { location: `/slack/oauth_redirect?${query}` }).end();
  }

  access(args: Record<string, string>, request: IncomingMessage): Result {
    const basic = Buffer.from(
      request.headers.authorization?.replace(/^Basic /, "") ?? "",
      "base64",
    ).toString();
    const [id, secret] =
      args.client_id === undefined ? basic.split(":") : [args.client_id, args.client_secret];
    if (id !== CLIENT.id || secret !== CLIENT.secret) return { ok: false, error: "invalid_client_id" };
    const granted = this.#codes.get(args.code ?? "");
    this.#codes.delete(args.code ?? "");
    const workspace = this.#world.workspaces.find(({ teamId }) => teamId === granted?.teamId);
    if (granted === undefined || workspace === undefined) return { ok: false, error: "invalid_code" };
    return {
      ok: true,
      access_token: workspace.botToken,
      token_type: "bot",
      scope: workspace.scopes.join(","),
      bot_user_id: workspace.botUserId,
      app_id: "A1",
      team: { id: workspace.teamId, name: workspace.teamId },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: {
        id: granted.userId,
        scope: "",
        access_token: "xoxp-of-the-installer",
        token_type: "user",
      },
    };
  }
}
