export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A word that stands in everything people "typed", and in no log. */
export const CANARY = "zqx9canary7xqz";
/** A word for ids and types that there are none of. */
const STRANGER = "zqx9stranger7xqz";

const DEEP_LEVELS = 200;

/** Breaks payloads in ways that a seed repeats: fields that are gone, of another type, of any size, or of no known name. */
export class Mutator {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Mulberry32: from 0 to 1. */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  /** A value of any type and size. */
  odd(): Json {
    return this.pick(ODD)(this);
  }

  /** The payload with one to four of its parts broken. */
  broken(payload: Json): Json {
    let changed = structuredClone(payload);
    const times = 1 + Math.floor(this.random() * 4);
    for (let n = 0; n < times; n++) changed = this.#breakOne(changed);
    return changed;
  }

  #breakOne(payload: Json): Json {
    const places = placesIn(payload);
    if (places.length === 0) return this.odd();
    const { holder, key } = this.pick(places);
    const value = (holder as Record<string, Json>)[key]!;
    const put = (other: Json) => {
      (holder as Record<string, Json>)[key] = other;
    };
    switch (this.pick(["drop", "swap", "swap", "swap", "wrap", "rename", "repeat", "stretch"])) {
      case "drop":
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
        break;
      case "swap":
        put(this.odd());
        break;
      case "wrap":
        put(this.pick([[value], { value }, JSON.stringify(value)]));
        break;
      case "rename":
        if (Array.isArray(holder)) put(null);
        else {
          delete holder[key];
          holder[this.pick(["", "__proto__", "constructor", `${key}_v2`, STRANGER])] = value;
        }
        break;
      case "repeat":
        put(Array.from({ length: this.pick([0, 2, 300]) }, () => structuredClone(value)));
        break;
      case "stretch":
        put(typeof value === "string" ? value.repeat(this.pick([0, 2, 2_000])).slice(0, 60_000) : this.odd());
        break;
    }
    return payload;
  }
}

const ODD: readonly ((mutator: Mutator) => Json)[] = [
  () => null,
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => 0.1,
  () => "",
  () => " ",
  () => STRANGER,
  () => "\u0000\u202e💥\ud800",
  () => "lookup:data-engineer:salary",
  () => "99999999999999999999999999",
  () => `${STRANGER} `.repeat(2_000),
  () => [],
  () => ({}),
  () => [null, [null], { a: [STRANGER] }],
  () => ({ type: STRANGER, id: null, value: { value: {} } }),
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  () => Array.from({ length: 1_000 }, (_, n) => n),
  () => {
    let deep: Json = STRANGER;
    for (let level = 0; level < DEEP_LEVELS; level++) deep = level % 2 === 0 ? [deep] : { deep };
    return deep;
  },
];

interface Part {
  holder: Json[] | { [key: string]: Json };
  key: string;
}

/** Every place in a payload that holds a value. */
function placesIn(payload: Json): Part[] {
  if (typeof payload !== "object" || payload === null) return [];
  return Object.keys(payload).flatMap((key) => [
    { holder: payload, key },
    ...placesIn((payload as Record<string, Json>)[key]!),
  ]);
}

/** Bodies that are no payload at all. */
export const NO_PAYLOADS: readonly string[] = [
  "",
  " ",
  "{",
  "null",
  "true",
  "5",
  '"text"',
  "[]",
  "{}",
  "[[[[[[",
  "payload=",
  "payload=null",
  "payload=%7B",
  "payload=5&payload=6",
  "command",
  "a=b&c",
  "%",
  "\u0000\u0001\u0002",
  `{"type":"${CANARY}"}`,
  '{"type":"event_callback"}',
  '{"type":"event_callback","event":null}',
  '{"type":"event_callback","event":{"type":null}}',
  '{"type":"url_verification"}',
  '{"__proto__":{"type":"event_callback"}}',
  `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
  `{"text":"${CANARY.repeat(10_000)}"}`,
  ` ${" ".repeat(2_000)}null`,
  "payload=%20null&a=b",
  `{"text": ${CANARY}`,
  `${CANARY}`,
  "x".repeat(2 * 1024 * 1024),
];
