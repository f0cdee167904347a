import { type Context, workspaceHash } from "../context.ts";
import { dayOf, isoDay } from "../day.ts";
import { foldMiss, missText } from "../miss-text.ts";
import { oldestKeptDay } from "../retention.ts";
import type { Misses } from "../storage.ts";

export function misses({ run, vault, now }: Context): Misses {
  return {
    add: (workspace, text, kind) =>
      run("misses.add", async (db) => {
        const folded = foldMiss(text);
        if (folded === "") return;
        await db
          .insertInto("rolewise_misses")
          .values({
            workspace: workspaceHash(vault, workspace),
            folded,
            text: missText(text),
            day: dayOf(now()),
            asked: 1,
            unclear: Number(kind === "unclear"),
            disliked: Number(kind === "disliked"),
          })
          .onConflict((conflict) =>
            conflict.columns(["workspace", "folded", "day"]).doUpdateSet((row) => ({
              asked: row("rolewise_misses.asked", "+", 1),
              unclear: row("rolewise_misses.unclear", "+", Number(kind === "unclear")),
              disliked: row("rolewise_misses.disliked", "+", Number(kind === "disliked")),
            })),
          )
          .execute();
      }),

    since: (time) =>
      run("misses.since", async (db) => {
        const rows = await db
          .selectFrom("rolewise_misses")
          .select((row) => [
            row.fn.min("text").as("text"),
            row.fn.sum<number>("asked").as("count"),
            row.fn.sum<number>("unclear").as("unclear"),
            row.fn.sum<number>("disliked").as("disliked"),
            row.fn.max("day").as("day"),
          ])
          .where("day", ">=", Math.max(dayOf(time), oldestKeptDay(now())))
          .groupBy("folded")
          .orderBy("count", "desc")
          .orderBy("folded")
          .execute();
        return rows.map(({ text, count, unclear, disliked, day }) => ({
          text,
          count,
          kinds: { declined: count - unclear - disliked, unclear, disliked },
          lastDay: isoDay(day),
        }));
      }),
  };
}
