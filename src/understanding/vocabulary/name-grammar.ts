import type { Knowledge } from "../../knowledge/knowledge.ts";
import { nameWords, type Token } from "../text/tokens.ts";
import { PhraseBook } from "./phrase-book.ts";

type Rank = "none" | "lead" | "manager" | "head";

type Part =
  | { kind: "rank"; rank: Exclude<Rank, "none"> }
  | { kind: "ignored" }
  | { kind: "person"; person: string }
  | { kind: "field"; field: number };

export interface ComposedName {
  length: number;
  role: string;
  /** `field` where only the field is named and its usual role is taken. */
  how: "composed" | "field";
}

const LINKS = new Set(["of", "for", "over", "in"]);
const FILLERS = new Set(["the", "a", "an", "all", "our", "their", "your", "my", "those", "these"]);
const MOST_PARTS = 7;
/** What the work of a person is called, where it names a field of its own. */
const NOUNS = {
  scientist: "science",
  engineer: "engineering",
  analyst: "analytics",
  architect: "architecture",
};

/**
 * Reads names that stand on no list: "principal machine-learning engineer", "boss of the data scientists", "NLP dev".
 * A name is rank + field + person in any usual order; it finds the role whose own name or alias has the same three parts.
 */
export class RoleNameGrammar {
  readonly #parts = new PhraseBook<Part>();
  readonly #fieldRoles: (string | null)[] = [];
  readonly #standsAlone: boolean[] = [];
  readonly #roles = new Map<string, string>();
  readonly #partsOfRole = new Map<string, { rank: Rank; field: number; person: string }>();
  /** "data" + scientist is "data science": the field that a person of a field works in. */
  readonly #fieldOfPerson = new Map<string, number>();

  constructor(knowledge: Knowledge) {
    const grammar = knowledge.nameGrammar;
    const add = (names: readonly string[], part: Part) => {
      for (const name of names) this.#parts.add(nameWords(name), part);
    };
    for (const [n, field] of grammar.fields.entries()) {
      this.#standsAlone.push(field.alone);
      this.#fieldRoles.push(field.role !== null && knowledge.roles.has(field.role) ? field.role : null);
      add(field.names, { kind: "field", field: n });
    }
    for (const rank of ["lead", "manager", "head"] as const) add(grammar.ranks[rank], { kind: "rank", rank });
    for (const [person, names] of Object.entries(grammar.people)) add(names, { kind: "person", person });
    add(grammar.ignored, { kind: "ignored" });
    const fieldByName = new Map(
      grammar.fields.flatMap((field, n) => field.names.map((name) => [name, n] as const)),
    );
    for (const [name, n] of fieldByName) {
      for (const [person, noun] of Object.entries(NOUNS)) {
        const whole = fieldByName.get(`${name} ${noun}`);
        if (whole !== undefined) this.#fieldOfPerson.set(`${n}|${person}`, whole);
      }
    }
    for (const role of knowledge.roles.values()) {
      for (const name of [role.name, ...role.aliases]) {
        const tokens = nameWords(name).map((word) => ({ word, folded: word }) as Token);
        const parts = this.#read(tokens, 0);
        if (!parts || parts.length !== tokens.length) continue;
        const key = keyOf(parts.rank, parts.field, parts.person);
        if (!this.#roles.has(key)) this.#roles.set(key, role.id);
        if (!this.#partsOfRole.has(role.id)) this.#partsOfRole.set(role.id, parts);
      }
    }
  }

  /** The composed name that begins at `at`, if one does. */
  findAt(tokens: readonly Token[], at: number): ComposedName | undefined {
    const parts = this.#read(tokens, at);
    if (!parts) return undefined;
    const { rank, field, person, length } = parts;
    const exact = this.#roles.get(keyOf(rank, field, person));
    if (exact) return { length, role: exact, how: "composed" };
    // A lead of engineers is no lead of scientists; a manager or head of either is a manager or head of the field.
    const anyPerson = rank === "manager" || rank === "head" || person === "" || person === "anyone";
    if (rank !== "none" && anyPerson) {
      const ranked =
        this.#ranked(rank, field) ?? this.#ranked(rank, this.#fieldOfPerson.get(`${field}|${person}`));
      if (ranked) return { length, role: ranked, how: "composed" };
    }
    if (rank === "head") return this.#headOfAny(length);
    const base = this.#roles.get(keyOf("none", field, person)) ?? this.#fieldRoles[field] ?? undefined;
    return base && person !== ""
      ? { length, role: base, how: rank === "none" && person === "anyone" ? "field" : "composed" }
      : undefined;
  }

  /** A rank before a name that stands on a list, "staff DS": the role of that rank in the same field, if there is one. */
  rankedAt(
    tokens: readonly Token[],
    at: number,
    roleAt: (at: number) => { role: string; length: number } | undefined,
  ): ComposedName | undefined {
    let rank: Rank = "none";
    let position = at;
    for (;;) {
      const match = this.#parts
        .matchesAt(tokens, position)
        .find(({ value }) => value.kind === "rank" || value.kind === "ignored");
      if (!match || position - at > 4) break;
      if (match.value.kind === "rank") rank = stronger(rank, match.value.rank);
      position += match.length;
      while (
        rank !== "none" &&
        (LINKS.has(tokens[position]?.word ?? "") || FILLERS.has(tokens[position]?.word ?? ""))
      )
        position += 1;
    }
    if (rank === "none") return undefined;
    const named = roleAt(position);
    const parts = named && this.#partsOfRole.get(named.role);
    if (!named || !parts) return undefined;
    const length = position + named.length - at;
    if (parts.rank === rank) return { length, role: named.role, how: "composed" };
    const exact = this.#roles.get(keyOf(rank, parts.field, parts.person));
    const role =
      exact ??
      (rank === "lead"
        ? undefined
        : (this.#ranked(rank, parts.field) ??
          this.#ranked(rank, this.#fieldOfPerson.get(`${parts.field}|${parts.person}`))));
    if (role) return { length, role, how: "composed" };
    return rank === "head" ? this.#headOfAny(length) : undefined;
  }

  /** A rank that stands alone at `at`, for the field of `role`; undefined where it is no rank, or makes no other role. */
  rankOf(tokens: readonly Token[], at: number, role: string): { role: string; length: number } | undefined {
    const match = this.#parts.matchesAt(tokens, at).find(({ value }) => value.kind === "rank");
    const parts = this.#partsOfRole.get(role);
    if (match?.value.kind !== "rank" || !parts || parts.rank === match.value.rank) return undefined;
    const { rank } = match.value;
    const found =
      this.#roles.get(keyOf(rank, parts.field, parts.person)) ??
      (rank === "lead"
        ? undefined
        : this.#ranked(rank, this.#fieldOfPerson.get(`${parts.field}|${parts.person}`)));
    return found === undefined || found === role ? undefined : { role: found, length: match.length };
  }

  /** The role without the rank of one that leads: the data scientist of the lead data scientist. */
  plainOf(role: string): string | undefined {
    const parts = this.#partsOfRole.get(role);
    return parts && parts.rank !== "none"
      ? this.#roles.get(keyOf("none", parts.field, parts.person))
      : undefined;
  }

  /** The role that manages the people of another. */
  managerOf(role: string): string | undefined {
    const parts = this.#partsOfRole.get(role);
    if (parts?.rank !== "none" && parts?.rank !== "lead") return undefined;
    return (
      this.#ranked("manager", this.#fieldOfPerson.get(`${parts.field}|${parts.person}`)) ??
      this.#ranked("manager", parts.field)
    );
  }

  /** A field that stands alone at `at`, and the role it usually means. */
  fieldAt(
    tokens: readonly Token[],
    at: number,
  ): { length: number; role: string; alone: boolean } | undefined {
    for (const match of this.#parts.matchesAt(tokens, at)) {
      if (match.value.kind !== "field") continue;
      const role = this.#fieldRoles[match.value.field];
      if (role) return { length: match.length, role, alone: this.#standsAlone[match.value.field] ?? true };
    }
    return undefined;
  }

  /** Whether a word for the person who does the work stands at `at`: "scientist", "dev". */
  isPersonAt(tokens: readonly Token[], at: number): boolean {
    return this.#parts
      .matchesAt(tokens, at)
      .some(({ value, length }) => length === 1 && value.kind === "person" && value.person !== "anyone");
  }

  words(): Iterable<string> {
    return this.#parts.words();
  }

  /** Whoever heads anything in data heads data, where no role of the list says it closer. */
  #headOfAny(length: number): ComposedName | undefined {
    for (const [key, role] of this.#roles)
      if (key.startsWith("head|")) return { length, role, how: "composed" };
    return undefined;
  }

  #ranked(rank: Rank, field: number | undefined): string | undefined {
    if (field === undefined) return undefined;
    for (const person of ["", "engineer", "scientist", "analyst", "architect", "researcher", "anyone"]) {
      const role = this.#roles.get(keyOf(rank, field, person));
      if (role) return role;
    }
    return undefined;
  }

  /** The longest run of parts from `at`: at least a field, with a rank or a person. */
  #read(tokens: readonly Token[], at: number) {
    let rank: Rank = "none";
    let field: number | undefined;
    let person = "";
    let end = at;
    let position = at;
    for (let count = 0; count < MOST_PARTS && position < tokens.length; count++) {
      const token = tokens[position]!;
      if (position > at && token.afterPause && token.sentence !== tokens[position - 1]!.sentence) break;
      if (LINKS.has(token.word) && (rank !== "none" || person !== "") && field === undefined) {
        position += 1;
        while (FILLERS.has(tokens[position]?.word ?? "")) position += 1;
        continue;
      }
      const match = this.#next(tokens, position, field !== undefined, person !== "" && rank !== "none");
      if (!match) break;
      const part = match.value;
      if (part.kind === "field") {
        if (field !== undefined) break;
        field = part.field;
      } else if (part.kind === "rank") {
        if (rank !== "none" && rank !== part.rank && field !== undefined && person !== "") break;
        rank = stronger(rank, part.rank);
      } else if (part.kind === "person") {
        if (field === undefined && rank === "none") break;
        if (person !== "" && person !== "anyone" && field !== undefined) break;
        person = part.person;
      }
      position += match.length;
      if (part.kind !== "ignored") end = position;
    }
    if (field === undefined || (rank === "none" && person === "")) return undefined;
    return { rank, field, person, length: end - at };
  }

  #next(tokens: readonly Token[], at: number, hasField: boolean, complete: boolean) {
    if (complete && hasField) return undefined;
    const matches = this.#parts.matchesAt(tokens, at);
    if (!hasField)
      return matches.find((match) => match.value.kind === "field" && match.length > 1) ?? matches[0];
    return matches.find((match) => match.value.kind !== "field");
  }
}

function stronger(a: Rank, b: Rank): Rank {
  const order: Rank[] = ["none", "lead", "manager", "head"];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

function keyOf(rank: Rank, field: number, person: string): string {
  return `${rank}|${field}|${person}`;
}
