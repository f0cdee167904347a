import type { Person } from "../storage/storage.ts";
import type { Evidence } from "../understanding/evidence.ts";
import { FOCUS_LASTS_MS } from "../understanding/focus.ts";
import { type Place, placeKey } from "./message.ts";

const MOST_KEPT = 2000;

/**
 * Why the last answer of each talk was given, for as long as the talk is remembered.
 * In this process alone: it quotes people's words, which are stored nowhere.
 */
export class LastEvidence {
  readonly #kept = new Map<string, { place: Place; evidence: Evidence; expires: number }>();
  readonly #now: () => number;

  /** `now` gives milliseconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now;
  }

  of(place: Place): Evidence | undefined {
    this.#forgetOld();
    return this.#kept.get(placeKey(place))?.evidence;
  }

  keep(place: Place, evidence: Evidence): void {
    this.#forgetOld();
    const talk = placeKey(place);
    this.#kept.delete(talk);
    this.#kept.set(talk, { place, evidence, expires: this.#now() + FOCUS_LASTS_MS });
    const oldest = this.#kept.size > MOST_KEPT ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  /** All that quotes one person, wherever they said it. */
  forget({ platform, workspaceId, userId }: Person): void {
    for (const [talk, { place }] of this.#kept) {
      const theirs =
        place.platform === platform && place.workspaceId === workspaceId && place.userId === userId;
      if (theirs) this.#kept.delete(talk);
    }
  }

  /** The map is in order of age, so the first that still stands ends the search. */
  #forgetOld(): void {
    const now = this.#now();
    for (const [talk, { expires }] of this.#kept) {
      if (expires > now) return;
      this.#kept.delete(talk);
    }
  }
}
