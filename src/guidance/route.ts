import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import { LEVELS, type SkillNeed } from "../knowledge/schema.ts";
import { type Held, type HeldSkills, heldSkills } from "./held-skills.ts";
import type { Profile } from "./profile.ts";
import { fitShare, skillGaps } from "./profile-gap.ts";

export interface Stop {
  role: Role;
  /** Must-haves that the move to this stop adds, weightiest first. */
  adds: string[];
  how: "common" | "possible" | "rare" | "entry";
}

/** The last stop is the target. One stop: the target can be aimed at directly. */
export type Route = Stop[];

/** In levels to learn: what looking for another post costs, and what an unusual move adds. */
const MOVE_COST = { common: 10, possible: 16, rare: 50, entry: 10 } as const;
/** Few people go back to an entry post. */
const COST_OF_STARTING_OVER = 40;
/** More moves than this are no plan any more. */
const MOST_MOVES = 4;
/** Nobody is hired straight into these from outside the field. */
const NOT_A_FIRST_JOB: ReadonlySet<Role["level"]> = new Set(["senior", "lead", "manager", "executive"]);
/** A direct move this near needs no stop between. */
const NEAR_ENOUGH = 0.65;

/**
 * The easiest way from where somebody stands to a role, over the moves that people make (`neighbours`). A move costs the
 * levels that it adds to what is held by then, and something for being a move, an unusual one or a step back.
 * Undefined where no such way is known.
 */
export function routeTo(profile: Profile, target: Role, knowledge: Knowledge): Route | undefined {
  const held = heldSkills(profile, knowledge);
  const direct = directMove(profile, target, held);
  if (direct) return stopsOf([{ role: target, how: direct }], held);

  interface Way {
    moves: Move[];
    held: Levels;
    cost: number;
  }
  const own = profile.current ? knowledge.roles.get(profile.current) : undefined;
  const levels: Levels = new Map([...held].map(([id, { level }]) => [id, level]));
  const further = (way: Way, from: Role | undefined, moves: readonly Move[]): Way[] =>
    moves.map((move) => ({
      moves: [...way.moves, move],
      held: afterRole(way.held, move.role),
      cost: way.cost + moveCost(move, from, way.held),
    }));
  const open = further({ moves: [], held: levels, cost: 0 }, own, firstMoves(profile, knowledge));
  const settled = new Set<string>(profile.current ? [profile.current] : []);
  while (open.length > 0) {
    open.sort((a, b) => a.cost - b.cost);
    const way = open.shift()!;
    const here = way.moves[way.moves.length - 1]!.role;
    if (here.id === target.id) return stopsOf(way.moves, held);
    if (settled.has(here.id)) continue;
    settled.add(here.id);
    if (way.moves.length >= MOST_MOVES) continue;
    const onwards = movesFrom(here, knowledge).filter(({ role }) => !settled.has(role.id));
    open.push(...further(way, here, onwards));
  }
  return undefined;
}

interface Move {
  role: Role;
  how: Stop["how"];
}

type Levels = ReadonlyMap<string, number>;

/** What each stop adds to what was held before it. */
function stopsOf(moves: readonly Move[], held: HeldSkills): Route {
  let before = held;
  return moves.map(({ role, how }) => {
    const adds = skillGaps(role, before).learnNext.map((gap) => gap.need.id);
    const after = new Map<string, Held>(before);
    for (const { id, level } of mustsOf(role)) {
      if ((after.get(id)?.level ?? 0) < level)
        after.set(id, { level, because: { how: "role", role: role.id } });
    }
    before = after;
    return { role, adds, how };
  });
}

/** How a move straight to the target would be made, where it is no leap. */
function directMove(profile: Profile, target: Role, held: HeldSkills): Stop["how"] | undefined {
  const near = target.neighbours.from.find((move) => move.role === profile.current);
  const fit = fitShare(skillGaps(target, held).fit);
  const yearsShort = Math.max(0, target.experience.from - (profile.current ? (profile.years ?? 0) : 0));
  if (profile.current) {
    if (near && near.how !== "rare") return near.how;
    return fit >= NEAR_ENOUGH && yearsShort <= 2 ? (near?.how ?? "possible") : undefined;
  }
  return NOT_A_FIRST_JOB.has(target.level) || yearsShort > 2 ? undefined : "entry";
}

function firstMoves(profile: Profile, knowledge: Knowledge): Move[] {
  const current = profile.current ? knowledge.roles.get(profile.current) : undefined;
  if (current) return movesFrom(current, knowledge);
  return [...knowledge.roles.values()]
    .filter((role) => !NOT_A_FIRST_JOB.has(role.level) && role.experience.from <= 2)
    .map((role) => ({ role, how: "entry" }));
}

/** Moves out of a role, whether its own file or the other role's names them. */
function movesFrom(role: Role, knowledge: Knowledge): Move[] {
  const moves = new Map<string, Stop["how"]>();
  for (const other of knowledge.roles.values()) {
    const into = other.neighbours.from.find((move) => move.role === role.id);
    if (into) moves.set(other.id, into.how);
  }
  for (const move of role.neighbours.to) if (!moves.has(move.role)) moves.set(move.role, move.how);
  return [...moves].flatMap(([id, how]) => {
    const other = knowledge.roles.get(id);
    return other ? [{ role: other, how }] : [];
  });
}

function moveCost({ role, how }: Move, from: Role | undefined, held: Levels): number {
  let cost = MOVE_COST[how] + (isStepBack(from, role) ? COST_OF_STARTING_OVER : 0);
  for (const { id, level } of mustsOf(role)) {
    const has = held.get(id) ?? 0;
    // One level below what is asked carries over.
    if (has === 0 || level - has > 1) cost += level - has;
  }
  return cost;
}

function mustsOf(role: Role): SkillNeed[] {
  return [...role.skills, ...role.tools].filter((need) => need.need === "must");
}

function isStepBack(from: Role | undefined, to: Role): boolean {
  return (
    from !== undefined &&
    from.level !== "entry" &&
    LEVELS.indexOf(to.level) < Math.min(LEVELS.indexOf(from.level), 2)
  );
}

/** Who has worked in a role holds what it asks for. */
function afterRole(held: Levels, role: Role): Levels {
  const after = new Map(held);
  for (const { id, level } of mustsOf(role)) after.set(id, Math.max(level, after.get(id) ?? 0));
  return after;
}
