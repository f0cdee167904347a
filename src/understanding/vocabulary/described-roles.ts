import type { Knowledge } from "../../knowledge/knowledge.ts";
import { stem } from "../text/stem.ts";
import { type Token, tokenize } from "../text/tokens.ts";

/** Somebody described, not named: "the person who keeps the models running in production". */
export interface Description {
  /** Token positions, end exclusive. */
  start: number;
  end: number;
  /** What they are said to do. */
  clause: string;
  /** In [0, 1], by role id: how much of the clause is said of the role in the knowledge base. */
  likeness: ReadonlyMap<string, number>;
}

/** Words for somebody who may be described by what follows. */
const PERSON = wordSet(
  "person people guy gal one folk team role job dude lady wizard crew chap human specialist expert professional bloke girl man woman colleague worker lot bunch techie nerd boffin peep position gig someone somebody boss head kid magician genius geek staff department engineer scientist dev developer analyst manager",
);
/** Words that lead into what somebody does. */
const LINK = wordSet(
  "who that which whos thats where responsible doing handling running building making keeping writing designing training deploying teaching leading looking tuning maintaining managing inventing drawing cleaning moving checking turning",
);
/** "the person who", not "a job where I can use R": what is described must be somebody in particular. */
const PARTICULAR = wordSet("the that those these them called call be becoming become like");
/** Where the description ends and the question goes on. */
const GOES_ON = wordSet(
  "better than what how which or vs versus earn earns paid pay pays need needs is are does do makes",
);
const STOP = wordSet(
  "the a an of to and or in on for is are do does it its they their them that this these those with who which what how much be by at as from all your you my i me we our so up day job role person people team one get make need work use have has can would should will not no about more most other into out than when where if but also really actually call called name earn pay",
);
const LONGEST = 14;
/** Each description is put to the encoder; nobody asks about more people than this at once. */
const MOST_DESCRIBED = 3;
/** Words said of a role elsewhere in its file count for less than its own descriptions. */
const ELSEWHERE = 0.35;

/** Finds who is described, and how well each role fits by the words alone. */
export class RoleDescriptions {
  readonly #phrases: { role: string; stems: ReadonlySet<string> }[] = [];
  readonly #elsewhere = new Map<string, ReadonlySet<string>>();
  /** In how many roles each stem occurs. */
  readonly #spread = new Map<string, number>();
  readonly #roles: number;

  constructor(knowledge: Knowledge) {
    this.#roles = knowledge.roles.size;
    for (const role of knowledge.roles.values()) {
      const all = new Set<string>();
      for (const phrase of [...role.describedAs, ...firstSentences(role.overview)]) {
        const stems = new Set(stemsOf(tokenize(phrase)));
        this.#phrases.push({ role: role.id, stems });
        for (const each of stems) all.add(each);
      }
      const elsewhere = new Set(stemsOf(tokenize(role.sections.responsibilities.markdown)));
      this.#elsewhere.set(role.id, elsewhere);
      for (const each of new Set([...all, ...elsewhere]))
        this.#spread.set(each, (this.#spread.get(each) ?? 0) + 1);
    }
  }

  /** Every description in the question, in order. */
  find(tokens: readonly Token[]): Description[] {
    const found: Description[] = [];
    for (let at = 0; at + 2 < tokens.length && found.length < MOST_DESCRIBED; at++) {
      if (!opensAt(tokens, at)) continue;
      const end = endOf(tokens, at + 1);
      const said = tokens.slice(at + 1, end);
      if (stemsOf(said).length > 0) {
        const start = tokens[at - 1]?.word === "the" ? at - 1 : at;
        found.push({
          start,
          end,
          clause: said.map((token) => token.word).join(" "),
          likeness: this.#rank(stemsOf(said)),
        });
      }
      at = end - 1;
    }
    return found;
  }

  /** The best of a role's phrases by weighted overlap, and some credit for what its duties say. */
  #rank(stems: readonly string[]): Map<string, number> {
    const asked = new Set(stems);
    const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + this.#rarity(word), 0);
    const whole = weigh(asked);
    const ranks = new Map<string, number>();
    for (const { role, stems: said } of this.#phrases) {
      const shared = weigh([...asked].filter((word) => said.has(word)));
      const score = shared / Math.sqrt(whole * Math.max(weigh(said), 1e-9));
      if (score > (ranks.get(role) ?? 0)) ranks.set(role, score);
    }
    for (const [role, words] of this.#elsewhere) {
      const shared = weigh([...asked].filter((word) => words.has(word))) / whole;
      if (shared > 0) ranks.set(role, (ranks.get(role) ?? 0) + ELSEWHERE * shared);
    }
    return ranks;
  }

  #rarity(word: string): number {
    return Math.log(1 + this.#roles / (this.#spread.get(word) ?? this.#roles / 6));
  }
}

function opensAt(tokens: readonly Token[], at: number): boolean {
  const { word, folded } = tokens[at]!;
  const next = tokens[at + 1]!.word;
  if (word === "whoever" || (word === "those" && next === "who")) return true;
  // Jobs in the plural are asked for, not described: "the positions that want a PhD".
  const somebody = PERSON.has(word) || (PERSON.has(folded) && !/^(?:job|role|position|gig)$/.test(folded));
  if (!somebody || !LINK.has(next)) return false;
  const before = [tokens[at - 1]?.word, tokens[at - 2]?.word];
  const particular = before.some((each) => each !== undefined && PARTICULAR.has(each));
  return particular || (at === 0 && /^(?:people|folks|person)$/.test(word));
}

function endOf(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length && end - from < LONGEST) {
    const token = tokens[end]!;
    if (token.sentence !== tokens[from]!.sentence || (token.afterPause && end - from > 2)) break;
    if (end - from > 2 && GOES_ON.has(token.word)) break;
    end += 1;
  }
  return end;
}

function firstSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/);
}

function stemsOf(tokens: readonly Token[]): string[] {
  return tokens
    .map((token) => token.word)
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map(stem);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
