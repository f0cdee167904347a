import type { Token } from "../text/tokens.ts";
import { PLACES } from "./place-list.ts";
import type { Told } from "./told.ts";

/** Where somebody comes from says nothing of where they work: such places are left alone. */
const ORIGIN =
  /\b(?:originally|born|raised|grew up|native|roots|citizen|national|ancestors|family|parents|passport)(?: \w+){0,3} $|\b(?:come|came|comes|moved|emigrated|immigrated|fled|hail|hails|am|im)(?: \w+){0,2} from $/;
/** "IT", "us" and "ca" are words; in capitals after "in" they are places. */
const CAPITALS: Readonly<Record<string, "US" | "CA">> = { US: "US" };
const LONGEST = 3;

/** The place where somebody works or looks for work, with its time zone; the last one named counts. */
export function placeEdits(tokens: readonly Token[], text: string): Told[] {
  const words = tokens.map((token) => plain(token.raw));
  let found: Told[] = [];
  for (let at = 0; at < words.length; at++) {
    const capital = CAPITALS[tokens[at]!.raw];
    const isShouted = tokens.every((token) => token.raw === token.raw.toUpperCase());
    const size = [LONGEST, 2, 1].find((length) => PLACES.has(words.slice(at, at + length).join(" ")));
    const place = size
      ? PLACES.get(words.slice(at, at + size).join(" "))
      : capital && !isShouted
        ? { region: capital }
        : undefined;
    if (!place || isOrigin(tokens, words, at)) continue;
    found = [{ do: "region", region: place.region }];
    if ("zone" in place && place.zone !== undefined) found.push({ do: "time-zone", zone: place.zone });
    at += (size ?? 1) - 1;
  }
  const zone =
    /\b(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic)\/[A-Za-z_]+(?:\/[A-Za-z_]+)?\b/.exec(
      text,
    )?.[0];
  if (zone && isTimeZone(zone))
    found = [...found.filter((edit) => edit.do !== "time-zone"), { do: "time-zone", zone }];
  return found;
}

/** The words before it in the same clause speak of birth or family. */
function isOrigin(tokens: readonly Token[], words: readonly string[], at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 6 && !tokens[from]!.afterPause) from -= 1;
  const before = `${words.slice(from, at).join(" ")} `;
  const after = words.slice(at + 1, at + 2).join(" ");
  if (after === "originally" || after === "born") return true;
  return ORIGIN.test(before);
}

function plain(raw: string): string {
  return raw.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
