import { DEGREES } from "../../knowledge/schema.ts";
import { type Mention, namesRole } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import { bareAmount, readHours } from "./hours.ts";
import { readLeading } from "./leading.ts";
import { readLevels } from "./levels.ts";
import { joinNumbers, markedText } from "./marked.ts";
import { type Mode, readModes } from "./modes.ts";
import { placeEdits } from "./places.ts";
import { isSetAside } from "./set-aside.ts";
import type { AskedLast, Told } from "./told.ts";
import { levelAfterYears, readYears } from "./years.ts";

export interface ProfileReader {
  /** Finds the names in a text: `Understander.read`. */
  read(text: string): Reading;
  /** What "since 2019" is counted from. */
  thisYear: number;
}

/** What somebody tells of themself, as changes to what was known of them. */
export interface ProfileReading {
  edits: Told[];
  /** They begin with "no", "actually": it mends what was understood before. */
  isCorrection: boolean;
}

const CORRECTS =
  /^\s*(?:(?:no|nope|nah|wrong|sorry|actually|correction|not quite|hm+|well|oh|ah)\b[\s,.:;!-]*)+(?=\S)/i;
const NAMES_TARGET =
  /\b(?:target|goal|aim|ambition|objective|dream(?: job)?)(?: role| job)?(?: is| are| would be| ,)? /;
const NAMES_CURRENT = /\b(?:current(?:ly)?|my role|my job|my title|present)\b/;

/**
 * Reads a self-description or a correction. `asked` is what the bot asked for last: "10" is then hours or years, and a role
 * named alone the goal or the present one.
 */
export function readProfile(text: string, reader: ProfileReader, asked?: AskedLast): ProfileReading {
  // "No degree" and "no python" deny something; "no, 5 years" corrects.
  const corrects = CORRECTS.exec(text)?.[0] ?? "";
  const isCorrection = corrects !== "" && (/[,.:;!-]/.test(corrects) || !/^\s*no\s*$/i.test(corrects));
  const said = isCorrection ? text.slice(corrects.length) : text;
  const reading = reader.read(joinNumbers(said));
  const marked = markedText(reading);
  const years = readYears(marked, reader.thisYear);
  const people = peopleEdits(reading, marked, reader, asked);
  const isElsewhere = people.some((edit) => edit.do === "current" && edit.role === null);
  const span = years.total ?? (isElsewhere ? years.elsewhere : undefined);
  const hours = readHours(marked);
  const bare = asked === "hours" || asked === "years" ? bareAmount(marked) : undefined;
  const edits: Told[] = [
    ...people,
    ...skillEdits(reading, years.withSkill),
    ...actEdits(marked),
    ...educationEdits(reading),
    ...placeEdits(reading.tokens, said),
    ...(span === undefined ? [] : [{ do: "years", years: span } as const]),
    ...(hours === undefined ? [] : [{ do: "hours", hours } as const]),
  ];
  if (bare !== undefined && hours === undefined && asked === "hours" && bare <= 60 && span === undefined)
    edits.push({ do: "hours", hours: bare });
  if (bare !== undefined && span === undefined && asked === "years" && hours === undefined)
    edits.push({ do: "years", years: bare });
  return { edits, isCorrection };
}

function peopleEdits(
  reading: Reading,
  marked: string,
  reader: ProfileReader,
  asked: AskedLast | undefined,
): Told[] {
  const modes = readModes(reading);
  const leading = readLeading(marked, reading, reader.read);
  const namesTarget = NAMES_TARGET.test(`${marked} `);
  const targets: string[] = [];
  const dropped: string[] = [];
  let current: string | null | undefined;
  let past: string | undefined;
  for (const [n, mention] of reading.mentions.entries()) {
    if (isSetAside(mention, reading)) continue;
    const mode = modes[n] ?? "held";
    const lead = leading.get(n);
    const role = namesRole(mention) ? mention.role : undefined;
    if (lead !== undefined && (mode === "want" || mode === "wish")) targets.push(lead);
    else if (lead !== undefined && mode === "held") current ??= lead;
    else if (mention.kind === "profession" || mention.kind === "background") {
      // A job that is no role of ours is a start, never a goal that could be advised on.
      if (mode !== "want" && mode !== "wish" && mode !== "other" && current === undefined) current = null;
    } else if (role === undefined) continue;
    else if (mode === "want" || (mode === "wish" && mention.kind === "role")) {
      if (mention.kind === "role" || isField(marked, n)) targets.push(role);
    } else if (mention.kind === "area") {
      if (mode === "held" && isWorkedIn(marked, n)) current ??= role;
    } else if (mode === "drop") dropped.push(role);
    else if (mode === "past") past ??= role;
    else if (
      mode !== "other" &&
      !isAskedAbout(mention, reading) &&
      (current === undefined || current === null)
    ) {
      if (asked === "target" && !NAMES_CURRENT.test(marked)) targets.push(role);
      else current = role;
    }
  }
  // "Ex data analyst, now looking": with nothing after it, what somebody was is what they bring.
  if (current === undefined && past !== undefined) current = past;
  if (current === undefined && STUDIES.test(marked)) current = null;
  const wanted = [...new Set(targets)].filter(
    (role) => role !== current || targets.length === 1 || namesTarget,
  );
  return [
    ...(current === undefined ? [] : [{ do: "current", role: current } as const]),
    ...(wanted.length > 0 ? [{ do: "targets", roles: wanted } as const] : []),
    ...dropped.map((role): Told => ({ do: "drop-target", role })),
  ];
}

const QUESTION_WORD =
  /^(?:what|whats|how|which|who|why|when|where|is|are|does|do|can|tell|compare|explain|describe|show|list)$/;

/** "What does a data engineer do", "work of data engineers": nobody speaks of themself in the plural or in such a question. */
function isAskedAbout(mention: Mention, { tokens }: Reading): boolean {
  const last = tokens[mention.end - 1]!;
  if (last.word !== last.folded && last.word.endsWith("s")) return true;
  const sentence = tokens.filter((token) => token.sentence === last.sentence);
  const before = sentence.slice(0, sentence.indexOf(last)).map((token) => token.word);
  return QUESTION_WORD.test(before[0] ?? "") && !before.some((word) => /^(?:i|im|ive|id|my|me)$/.test(word));
}

/** "Get into machine learning", "a job in data science": a field that stands for its role. */
function isField(marked: string, n: number): boolean {
  return new RegExp(
    `(?:\\b(?:into|in|at|to|towards?|become|becoming|be|do|goal|target|aim|is|for|switch|dream|:)|->|,) (?:an? |the |doing |career in |work in |job in |role in |move |more )*@a${n}\\b`,
  ).test(` ${marked}`);
}

/** "In my second year of a statistics degree": what is studied is no work. */
const STUDIES = /\b(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th) years? (?:of|in|at)\b/;

/** "3 years in analytics", "work in BI". */
function isWorkedIn(marked: string, n: number): boolean {
  if (STUDIES.test(marked)) return false;
  return new RegExp(
    `\\b(?:years?|yrs?|work|working|job|employed|career|role) (?:in|of|as|doing) (?:an? |the )?@a${n}\\b`,
  ).test(marked);
}

function skillEdits(reading: Reading, years: ReadonlyMap<number, number>): Told[] {
  const modes = readModes(reading);
  const levels = readLevels(reading);
  const edits = new Map<string, Told>();
  for (const [n, mention] of reading.mentions.entries()) {
    if (isSetAside(mention, reading)) continue;
    if (mention.kind === "industry") {
      // "An offer at a bank" says where, not what somebody likes.
      if ((modes[n] === "wish" || modes[n] === "want") && !isPlace(mention, reading))
        edits.set(mention.id, { do: "interest", id: mention.id });
      continue;
    }
    const id = skillOf(mention);
    if (id === undefined || (mention.kind === "area" && modes[n] === "want")) continue;
    const edit = skillEdit(id, modes[n] ?? "held", levels.get(n), years.get(n), isDenied(mention, reading));
    if (edit) edits.set(id, edit);
  }
  return [...edits.values()];
}

/** What somebody does with people, said by the verb and not by the skill's name. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [
    /\bi (?:also )?(?:mentor|mentored|coach|coached)\b|\b(?:mentoring|coaching) (?:\w+ )?(?:juniors?|interns?|students?|colleagues?|people|\d+)\b/,
    "mentoring",
  ],
  [
    /\bi (?:also )?(?:hire|hired|interview|interviewed) (?:\w+ )?(?:people|candidates|analysts|engineers|scientists|@[ra]\d+)/,
    "hiring",
  ],
];

function actEdits(marked: string): Told[] {
  return ACTS.flatMap(([said, id]): Told[] => (said.test(marked) ? [{ do: "skill", id }] : []));
}

function isPlace({ start }: Mention, { tokens }: Reading): boolean {
  const before = tokens.slice(Math.max(0, start - 2), start).map((token) => token.word);
  return before.includes("at");
}

function skillOf(mention: Mention): string | undefined {
  if (mention.kind === "skill") return mention.id;
  return mention.kind === "area" && mention.term?.kind === "skill" ? mention.term.id : undefined;
}

function skillEdit(
  id: string,
  mode: Mode,
  said: number | undefined,
  years: number | undefined,
  denied: boolean,
): Told | undefined {
  if (mode === "drop" || denied) return { do: "drop-skill", id };
  if (mode === "want" || mode === "wish") return { do: "interest", id };
  const level =
    said ??
    (years === undefined ? undefined : levelAfterYears(years)) ??
    (mode === "learning" ? 1 : undefined);
  return { do: "skill", id, ...(level === undefined ? {} : { level }) };
}

/** "Little Python" and "tired of Excel" deny no skill, though they negate it in a question. */
function isDenied(mention: Mention, { tokens }: Reading): boolean {
  if (!("negated" in mention) || !mention.negated) return false;
  const before = tokens.slice(Math.max(0, mention.start - 4), mention.start).map((token) => token.word);
  return before.some((word) =>
    /^(?:no|not|without|dont|never|zero|lack|lacking|havent|cant|cannot|nor)$/.test(word),
  );
}

function isWorkplace({ end }: Mention, { tokens, mentions }: Reading): boolean {
  const named = mentions.find((mention) => mention.kind === "profession" && mention.start >= end);
  return named !== undefined && named.start - end <= 2 && !tokens[end]?.afterPause;
}

/** Finer degrees as the five levels that roles ask for. */
const DEGREE_OF: Readonly<Record<string, (typeof DEGREES)[number]>> = {
  bootcamp: "certificate",
  apprenticeship: "certificate",
  associate: "certificate",
  mba: "master",
};

function educationEdits(reading: Reading): Told[] {
  const modes = readModes(reading);
  const { tokens } = reading;
  const degrees = reading.mentions.flatMap((mention, n) => {
    if (mention.kind !== "degree" || modes[n] === "want" || modes[n] === "wish" || modes[n] === "drop")
      return [];
    // "A high school maths teacher" says where somebody teaches.
    if (mention.id === "none" && isWorkplace(mention, reading)) return [];
    return DEGREES.find((degree) => degree === (DEGREE_OF[mention.id] ?? mention.id)) ?? [];
  });
  const attended = tokens.some(({ word }) => word.startsWith("bootcamp")) ? (["certificate"] as const) : [];
  const highest = [...degrees, ...attended].sort((a, b) => DEGREES.indexOf(b) - DEGREES.indexOf(a))[0];
  const field = reading.mentions.find(
    (mention, n) => mention.kind === "field" && modes[n] !== "want" && modes[n] !== "drop",
  );
  return [
    ...(highest === undefined ? [] : [{ do: "degree", degree: highest } as const]),
    ...(field && "id" in field ? [{ do: "field", field: field.id } as const] : []),
  ];
}
