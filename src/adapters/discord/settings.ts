/** How the Discord connection is set up; the command line fills it from the environment. */
export interface DiscordSettings {
  /** Of the application's Bot page; `Bot ` before it is not part of it. */
  token: string;
  /** Asked from Discord where it is missing. */
  applicationId?: string | undefined;
  /** Registers the commands in this guild alone, where they appear at once. */
  guildId?: string | undefined;
  /** Another REST base, e.g. a rate-limit proxy: `https://proxy.example/api`. */
  apiUrl?: string | undefined;
  shards?: Shards | undefined;
}

/** `auto` asks Discord how many; with ids this process serves some of several. Default: one shard. */
export type Shards = "auto" | { ids: number[]; total: number };

/** Reads `DISCORD_SHARDS`: `auto`, a number of shards (`4`), or the shards of this process (`0,1/4`). */
export function parseShards(text: string): Shards | undefined {
  const value = text.trim().toLowerCase();
  if (value === "auto") return "auto";
  const [, ids, total] = /^(?:(\d+(?:\s*,\s*\d+)*)\s*\/\s*)?(\d+)$/.exec(value) ?? [];
  const count = Number(total);
  if (total === undefined || count < 1 || count > 16_384) return undefined;
  const served = ids ? ids.split(",").map(Number) : Array.from({ length: count }, (_, at) => at);
  return served.every((id) => id < count) ? { ids: served, total: count } : undefined;
}

/** The REST base as discord.js wants it: without the version and without a slash at the end. */
export function restBase(apiUrl: string): string {
  return apiUrl.replace(/\/+$/, "").replace(/\/v\d+$/, "");
}
