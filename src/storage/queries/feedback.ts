import { type Context, owner } from "../context.ts";
import type { Feedback } from "../storage.ts";

export function feedback({ run, vault, now }: Context): Feedback {
  return {
    add: (person, question, verdict) =>
      run("feedback.add", async (db) => {
        const row = { ...owner(vault, person), question, verdict, given_at: now() };
        await db
          .insertInto("rolewise_feedback")
          .values(row)
          .onConflict((conflict) => conflict.columns(["person", "question"]).doUpdateSet(row))
          .execute();
      }),

    since: (time) =>
      run("feedback.since", (db) =>
        db
          .selectFrom("rolewise_feedback")
          .select(["question", "verdict", (row) => row.fn.countAll<number>().as("count")])
          .where("given_at", ">=", time)
          .groupBy(["question", "verdict"])
          .orderBy("count", "desc")
          .orderBy("question")
          .orderBy("verdict")
          .execute(),
      ),
  };
}
