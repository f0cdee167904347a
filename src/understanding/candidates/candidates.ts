import type { Topic } from "../../knowledge/topics.ts";
import type { Intent, Question } from "../question.ts";
import type { Pointing } from "./pointing.ts";
import { replaceLikest } from "./replace-likest.ts";
import type { Scene } from "./scene.ts";
import type { Turn } from "./turn.ts";

/** One question that a turn may ask. */
export interface Candidate {
  question: Question;
  /** The ways in which its roles were found: several where several lead to the same question. */
  ways: string[];
  /** Where its topics come from: the words, the clause that asks, the question before, or nowhere. */
  topicsFrom: "words" | "clause" | "before" | "nowhere";
}

export interface CandidateInput {
  turn: Turn;
  scene: Scene;
  pointing: Pointing;
  /** The topics that a question of an intent asks for by the words. */
  topicsFor: (intent: Intent) => readonly Topic[];
  /** The likeliest topic of the clause that asks, where it is not all that is said. */
  clauseTopic: Topic | undefined;
  /** Job ads may be meant. */
  seeksJobs: boolean;
  /** What the words mean by themselves, likeliest first. */
  alone: readonly Question[];
}

/** A role that a question may be about, and how it was found. */
type Found = readonly [role: string, way: string];

/** Everything that a turn may ask, given the talk: the ranking picks one. */
export function candidatesOf(input: CandidateInput): Candidate[] {
  const list = new CandidateList(input);
  const found = rolesFound(input);
  addLookups(list, found, input);
  addComparisons(list, found, input);
  addMoves(list, found, input);
  addAdvice(list, input);
  if (input.seeksJobs) addOpenings(list, found);
  const { before } = input.scene;
  if (before?.intent === "lookup" || before?.intent === "compare") list.add(before, "same", "before");
  for (const [n, question] of input.alone.entries())
    list.add(question, n === 0 ? "alone" : "alone-next", question.topics.length > 0 ? "words" : "nowhere");
  return list.candidates;
}

class CandidateList {
  readonly #byQuestion = new Map<string, Candidate>();
  readonly #input: CandidateInput;

  constructor(input: CandidateInput) {
    this.#input = input;
  }

  get candidates(): Candidate[] {
    return [...this.#byQuestion.values()];
  }

  add(question: Question, way: string, topicsFrom: Candidate["topicsFrom"]): void {
    const key = sameQuestion(question);
    const known = this.#byQuestion.get(key);
    if (!known) this.#byQuestion.set(key, { question, ways: [way], topicsFrom });
    else if (!known.ways.includes(way)) known.ways.push(way);
  }

  /** With each set of topics that may be meant. */
  addAbout(make: (topics: Topic[]) => Question, way: string, intent: Intent): void {
    const { topicsFor, clauseTopic, scene } = this.#input;
    const strict = topicsFor(intent);
    // In a talk a comparison asks for the likeliest topic, as a look-up does.
    const topics = intent === "compare" && strict.length === 0 ? topicsFor("lookup") : strict;
    if (topics.length > 0) this.add(make([...topics]), way, "words");
    if (topics.length > 1) this.add(make(topics.slice(0, 1)), way, "words");
    if (clauseTopic !== undefined && !topics.includes(clauseTopic))
      this.add(make([clauseTopic]), way, "clause");
    const before = scene.before?.topics ?? [];
    if (before.length > 0) this.add(make([...before]), way, "before");
    this.add(make([]), way, "nowhere");
  }
}

function sameQuestion(question: Question): string {
  const from = question.intent === "transition" ? question.from : "";
  return `${question.intent}|${from}|${[...question.roles].sort()}|${question.topics}`;
}

/** Named, pointed at, or spoken of before. */
function rolesFound({ turn, scene, pointing }: CandidateInput): Found[] {
  const { people } = turn;
  const { current, earlier, own } = scene;
  const place = (n: number) =>
    current.length === 1 ? "current" : n === 0 ? "current-first" : "current-later";
  return [
    ...named(turn, pointing).map((role, n): Found => [role, n === 0 ? "named" : "named-later"]),
    ...areas(people).map((role): Found => [role, "area"]),
    ...pointing.roles.map(({ role, by }): Found => [role, `pointed-${by}`]),
    ...current.slice(0, 3).map((role, n): Found => [role, place(n)]),
    ...earlier.slice(0, 4).map((role, n): Found => [role, `earlier-${Math.min(n, 2)}`]),
    ...(typeof own === "string" ? [[own, "own"] as const] : []),
  ];
}

/** The roles named, without the asker's own and without what is a role's name elsewhere, and a mere noun in this talk. */
function named({ people }: Turn, { start, nounFor }: Pointing): string[] {
  return people.roles.filter((role) => role !== nounFor && (role !== start || people.roles.length === 1));
}

function areas({ roles, rolesOrAreas }: Turn["people"]): string[] {
  return rolesOrAreas.filter((role) => !roles.includes(role)).slice(0, 2);
}

/** What brings a role into a turn: a name, a field or a pointing word; undefined for those of the talk. */
function broughtInBy(way: string): string | undefined {
  return /^(?:named|area|pointed)/.exec(way)?.[0];
}

function addLookups(list: CandidateList, found: readonly Found[], { scene, pointing }: CandidateInput): void {
  const lookUp = (role: string, way: string) =>
    list.addAbout((topics) => ({ intent: "lookup", roles: [role], topics }), way, "lookup");
  for (const [role, way] of found) lookUp(role, way);
  // "not the architect, then": of two, the other is left.
  const leave = (role: string, by: string) => {
    const other = scene.current.find((each) => each !== role);
    if (scene.current.length === 2 && scene.current.includes(role) && other !== undefined)
      lookUp(other, `left-by-${by}`);
  };
  for (const [role, way] of found) {
    const by = broughtInBy(way);
    if (by !== undefined) leave(role, by);
  }
  if (pointing.dropped !== undefined) leave(pointing.dropped, "dropping");
}

function addComparisons(list: CandidateList, found: readonly Found[], input: CandidateInput): void {
  const { turn, scene, pointing } = input;
  const { current, earlier, own, from } = scene;
  const order = [own, from, ...[...earlier].reverse(), ...current, ...turn.people.roles];
  const compare = (roles: readonly (string | null | undefined)[], way: string) => {
    const meant = [...new Set(roles.filter((role) => typeof role === "string"))];
    if (meant.length < 2) return;
    const each = inOrder(meant, turn.people.roles, [...order, ...meant]);
    list.addAbout((topics) => ({ intent: "compare", roles: each, topics }), way, "compare");
  };
  const names = named(turn, pointing);
  compare(names, "all-named");
  compare([...names, ...areas(turn.people)], "all-named-and-areas");
  compare([...names, pointing.start], "named-and-start");
  compare(turn.people.roles, "all-roles");
  // "I'm Priya, BI developer. Data engineer or architect?"
  if (turn.people.roles.length > 2) compare(turn.people.roles.slice(1), "named-but-first");

  compare(current, "current");
  for (const [roles, by] of pointing.sets) compare(roles, `set-${by}`);
  if (pointing.dropped)
    compare(
      current.filter((role) => role !== pointing.dropped),
      "dropped",
    );
  const last = current.at(-1);
  for (const [role, way] of found) {
    const by = broughtInBy(way);
    if (by === undefined) continue;
    compare([...current, role], current.length > 1 ? `all-and-${by}` : `current-and-${by}`);
    if (current.length > 1) {
      compare([last, role], `last-and-${by}`);
      compare(
        current.filter((each) => each !== role),
        `without-${by}`,
      );
      if (scene.before?.intent === "compare") compare(replaceLikest(current, role), `replaced-${by}`);
    }
    // "Scientist instead of architect": the one that was spoken of makes room for the other.
    for (const wrong of current)
      if (by === "named" && (names.includes(wrong) || wrong === pointing.dropped))
        compare([...current.filter((each) => each !== wrong), role], "corrected");
    compare([own, role], `own-and-${by}`);
    if (current.includes(role) || current.length === 0) compare([earlier[0], role], `earlier-and-${by}`);
    compare([from, role], `from-and-${by}`);
  }
  compare([own, ...current], "own-and-current");
  if (current.length === 1) compare([own, ...current, earlier[0]], "own-and-two");
  compare([from, ...current], "from-and-current");
  compare([pointing.start, ...current], "start-and-current");
  const spokenOf = [...current].reverse().concat(earlier);
  const goals = spokenOf.filter((role) => role !== own && role !== from);
  for (const count of [2, 3, 4]) {
    if (spokenOf.length >= count) compare(spokenOf.slice(0, count).reverse(), `last-${count}`);
    if (goals.length >= count) compare(goals.slice(0, count).reverse(), `last-${count}-goals`);
  }
  // "back to the two that I began with".
  if (spokenOf.length > 2) compare(spokenOf.slice(-2).reverse(), "original");
  if (spokenOf.length === 0) compare(scene.shown.slice(0, 4), "shown");
}

/** Roles in the order in which the turn names them, or else in which the talk came to them. */
function inOrder(
  roles: readonly string[],
  named: readonly string[],
  spokenOf: readonly (string | null | undefined)[],
): string[] {
  const order = roles.every((role) => named.includes(role)) ? named : spokenOf;
  return [...roles].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function addMoves(list: CandidateList, found: readonly Found[], input: CandidateInput): void {
  const { turn, scene, pointing, topicsFor } = input;
  const { before, current, earlier } = scene;
  const asked = topicsFor("transition");
  const asLookup = topicsFor("lookup");
  const move = (from: string | null, to: string, way: string) => {
    if (from === to) return;
    const make = (topics: Topic[]): Question => ({ intent: "transition", from, roles: [to], topics });
    if (asked.length > 0) list.add(make([...asked]), way, "words");
    if (turn.cued && asLookup.length > 0 && asLookup.join() !== asked.join())
      list.add(make([...asLookup]), way, "words");
    list.add(make([]), way, "nowhere");
  };
  const starts: (readonly [string | null, string])[] = [];
  if (pointing.start !== undefined) starts.push([pointing.start, "said"]);
  if (scene.own !== undefined) starts.push([scene.own, "own"]);
  if (scene.from !== undefined) starts.push([scene.from, "before"]);
  if (before?.intent === "advice" && before.roles[0] !== undefined) starts.push([before.roles[0], "advised"]);
  if (current.length < 3)
    starts.push(...current.map((role, n) => [role, n === 0 ? "current" : "current-later"] as const));
  if (earlier[0] !== undefined) starts.push([earlier[0], "earlier"]);
  starts.push([null, "unsaid"]);
  for (const [from, start] of starts) {
    for (const [to, way] of found)
      if (!/^(?:earlier-[12]|own)$/.test(way)) move(from, to, `${start}-to-${broughtInBy(way) ?? way}`);
  }
  if (pointing.ends) move(...pointing.ends, "ends");
  // "Other way round, sorry."
  if (before?.intent === "transition" && typeof before.from === "string")
    for (const goal of before.roles) move(goal, before.from, "turned-round");
  const [goal] = current;
  if (before?.intent === "transition" && pointing.start !== undefined && goal !== undefined)
    move(pointing.start, goal, "another-start");
}

function addAdvice(list: CandidateList, { turn, scene, pointing }: CandidateInput): void {
  const advise = (role: string, way: string) =>
    list.add({ intent: "advice", roles: [role], topics: [], skills: [] }, way, "nowhere");
  if (scene.before?.intent === "advice")
    list.add({ ...scene.before, topics: [] }, "advice-goes-on", "nowhere");
  for (const role of turn.people.roles.slice(0, 2))
    advise(role, role === pointing.start ? "advice-start" : "advice-named");
  if (typeof scene.own === "string") advise(scene.own, "advice-own");
}

function addOpenings(list: CandidateList, found: readonly Found[]): void {
  for (const [role, way] of found)
    if (!/^(?:current-later|earlier-[12])$/.test(way))
      list.add({ intent: "openings", roles: [role], topics: [] }, way, "nowhere");
}
