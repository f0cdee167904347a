import type { Focus } from "../focus.ts";
import type { Question } from "../question.ts";

/** Who and what a talk is about when a turn comes; all of it empty at the first. */
export interface Scene {
  before: Question | undefined;
  /** Roles of the question before; of a move, its goal. */
  current: readonly string[];
  /** Where the move before starts. */
  from: string | null | undefined;
  /** Other roles that were asked about, latest first. */
  earlier: readonly string[];
  /** Roles that the bot named and nobody asked about yet. */
  shown: readonly string[];
  /** Where the asker said they stand. */
  own: string | null | undefined;
}

const NOTHING_YET: Scene = {
  before: undefined,
  current: [],
  from: undefined,
  earlier: [],
  shown: [],
  own: undefined,
};

export function sceneOf(focus: Focus | undefined): Scene {
  if (!focus) return NOTHING_YET;
  const { question: before, own, listed, discussed } = focus;
  const overAll = before.intent === "find-roles" || before.intent === "advice";
  const current = overAll ? [] : before.roles;
  return {
    before,
    current,
    from: before.intent === "transition" ? before.from : undefined,
    earlier: [...discussed].reverse().filter((role) => !current.includes(role)),
    shown: listed.filter((role) => !discussed.includes(role) && !current.includes(role)),
    own,
  };
}
