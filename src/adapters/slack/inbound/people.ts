import type { Post } from "./payloads.ts";

/** Whether a person wrote it by hand: no bot, no system message, not Slackbot, not ourselves. */
export function isPerson(post: Post, botUserId: string): post is Post & { user: string } {
  return (
    post.user !== undefined &&
    post.user !== botUserId &&
    post.user !== "USLACKBOT" &&
    post.bot_id === undefined &&
    post.subtype === undefined &&
    post.hidden !== true
  );
}
