import type { WebClient } from "@slack/web-api";
import type { Destination, Poster } from "../outbound/post.ts";
import type { SlackMessage } from "../render/render.ts";

/** Puts new parts in the place of old ones: edits as many as both have, posts what is more, deletes what is left over. */
export async function replaceParts(
  poster: Poster,
  client: WebClient,
  to: Destination,
  old: readonly string[],
  parts: readonly SlackMessage[],
): Promise<string[]> {
  const posts: string[] = [];
  for (const [at, part] of parts.entries()) {
    const ts = old[at];
    if (ts === undefined) posts.push(await poster.post(client, to, part));
    else {
      await poster.update(client, to, ts, part);
      posts.push(ts);
    }
  }
  for (const ts of old.slice(parts.length)) await poster.remove(client, to, ts);
  return posts;
}
