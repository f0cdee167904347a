import { type Finding, ok, wrong } from "../../adapters/finding.ts";

const WITHIN_MS = 15_000;

/** Reads each job feed once. */
export async function checkFeeds(feeds: readonly string[]): Promise<Finding[]> {
  const { openFeeds } = await import("../open-feeds.ts");
  const reasons = new Map<string, string>();
  const log = {
    debug() {},
    info() {},
    warn(fields: object) {
      if ("feed" in fields && "reason" in fields) reasons.set(String(fields.feed), String(fields.reason));
    },
    error() {},
  };
  const openings = await openFeeds({ feeds, log, stays: false, waitMs: WITHIN_MS });
  if (openings === undefined) return [];
  const board = openings.board();
  openings.stop();
  return board.feeds.map(({ name, readAt }) =>
    readAt === undefined
      ? wrong(
          `the job feed ${name} cannot be used: ${reasons.get(name) ?? "no answer in time"}`,
          "Correct it in OPENINGS_FEED, or take it out. The other feeds and all other answers go on without it.",
        )
      : ok(`job feed: ${name}`),
  );
}
