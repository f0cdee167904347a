import { PLACE_ID_MAX } from "../openings-filters.ts";
import { PLACES } from "../profile/place-list.ts";
import { US_STATES } from "./us-states.ts";

/**
 * Places by id: a country by its ISO 3166 code (`de`), a state of the US by `us-` and its postal code (`us-md`), `eu`,
 * `europe`, and a city by its name in plain letters (`jersey-city`), cut at {@link PLACE_ID_MAX} characters.
 */

const EU = "at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se".split(" ");
const EUROPE = [...EU, ..."gb ch no is li ua rs ba al mk md me".split(" ")];

/** Names that people use beside the ones that Unicode lists. */
const MORE_NAMES: Readonly<Record<string, string>> = {
  usa: "us",
  america: "us",
  states: "us",
  "the-states": "us",
  "united-states-of-am": "us",
  uk: "gb",
  britain: "gb",
  "great-britain": "gb",
  england: "gb",
  scotland: "gb",
  wales: "gb",
  holland: "nl",
  "the-netherlands": "nl",
  deutschland: "de",
  "czech-republic": "cz",
  uae: "ae",
  emirates: "ae",
  korea: "kr",
  turkey: "tr",
  eu: "eu",
  "european-union": "eu",
  europe: "europe",
  nyc: "us-ny",
  "new-york-city": "us-ny",
  dc: "us-dc",
  "washington-dc": "us-dc",
};

interface Gazetteer {
  /** Ids of countries, states and the like, by the id that their name would have. */
  regions: ReadonlyMap<string, string>;
  countryCodes: ReadonlySet<string>;
  /** Cities that everybody knows, by id, with what they lie in: a country, or the EU. */
  cities: ReadonlyMap<string, string>;
}

let made: Gazetteer | undefined;

/** Made when a place is first asked about: most questions name none. */
function gazetteer(): Gazetteer {
  made ??= makeGazetteer();
  return made;
}

function makeGazetteer(): Gazetteer {
  const countries = countryCodes();
  const states = Object.entries(US_STATES).map(
    ([code, name]) => [placeId(name), `us-${code.toLowerCase()}`] as const,
  );
  const regions = new Map([...countries, ...states, ...Object.entries(MORE_NAMES)]);
  const cities = [...PLACES]
    .map(([name, { region }]) => [placeId(name), region === "EU" ? "eu" : region.toLowerCase()] as const)
    .filter(([id]) => !regions.has(id));
  return { regions, countryCodes: new Set(countries.values()), cities: new Map(cities) };
}

/** "São Paulo" is `sao-paulo`; an empty string where nothing of a name is left. */
export function placeId(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, PLACE_ID_MAX)
    .replace(/-$/, "");
}

/** The id of a place that is known without any feed; undefined for other words. */
export function knownPlace(name: string): string | undefined {
  const id = placeId(name);
  const { regions, cities } = gazetteer();
  return regions.get(id) ?? (cities.has(id) ? id : undefined);
}

/** Every id under which a place is found: "Redmond, WA, US" is `redmond`, `us-wa` and `us`. */
export function placesIn(address: string): string[] {
  const parts = address.split(/[,;|/()]|\s-\s/).map((part) => part.trim());
  const found = new Set<string>();
  for (const part of parts) {
    for (const id of idsOfPart(part, found)) found.add(id);
  }
  for (const id of [...found]) {
    if (id.startsWith("us-")) found.add("us");
    if (EU.includes(id)) found.add("eu");
    if (EUROPE.includes(id) || id === "eu") found.add("europe");
  }
  return [...found];
}

function idsOfPart(part: string, before: ReadonlySet<string>): string[] {
  const id = placeId(part);
  if (id === "" || NOWHERE.has(id)) return [];
  if (/^[A-Z]{2}$/.test(part)) return codeIds(part, before);
  const { regions, cities } = gazetteer();
  const region = regions.get(id);
  if (region) return region === "us-ny" ? [region, id] : [region];
  const around = cities.get(id);
  return around === undefined ? [id] : [id, around];
}

/** "CA" behind a city is a state, unless the city is known to be elsewhere; "DE" behind Berlin is Germany. */
function codeIds(code: string, before: ReadonlySet<string>): string[] {
  const lower = code.toLowerCase();
  const elsewhere = before.has("eu") || before.has("gb") || before.has("ca");
  if (Object.hasOwn(US_STATES, code) && before.size > 0 && !elsewhere) return [`us-${lower}`];
  const country = lower === "uk" ? "gb" : lower;
  return gazetteer().countryCodes.has(country) ? [country] : [];
}

/** Words of an address that are no place. */
const NOWHERE = new Set(
  "remote hybrid anywhere worldwide global on-site onsite office home wfh various multiple".split(" "),
);

/** A place in words: "Germany", "Maryland", "Jersey City". */
export function placeName(id: string): string {
  if (id === "eu") return "the EU";
  if (id === "europe") return "Europe";
  if (id === "us" || id === "gb") return id === "us" ? "the US" : "the UK";
  const state = /^us-([a-z]{2})$/.exec(id)?.[1];
  if (state) return US_STATES[state.toUpperCase()] ?? id;
  const country = gazetteer().countryCodes.has(id) ? regionNames().of(id.toUpperCase()) : undefined;
  return (
    country ??
    id.replace(
      /(?:^|-)([a-z0-9])/g,
      (_, letter: string, at: number) => `${at > 0 ? " " : ""}${letter.toUpperCase()}`,
    )
  );
}

function regionNames(): Intl.DisplayNames {
  return new Intl.DisplayNames("en", { type: "region", fallback: "none" });
}

function countryCodes(): ReadonlyMap<string, string> {
  const regions = regionNames();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const code = first + second;
      // Codes that stand for no country, or for one that has another.
      if (
        /^(?:X[A-Z]|Z[A-Z]|E[UZ]|U[NK]|A[C]|CQ|QO)$/.test(code) &&
        code !== "ZA" &&
        code !== "ZM" &&
        code !== "ZW"
      )
        return [];
      const name = regions.of(code);
      return name === undefined ? [] : [[placeId(name), code.toLowerCase()]];
    }),
  );
  return new Map(names);
}
