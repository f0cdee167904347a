import type { Knowledge } from "../knowledge/knowledge.ts";
import { DEGREES } from "../knowledge/schema.ts";
import { type NameKind, namesIn } from "./names.ts";
import { isTimeZone, PROFILE_LIMITS, type Profile, REGIONS } from "./profile.ts";
import { applyEdits, type ProfileEdit } from "./profile-edit.ts";

/**
 * One field of the profile form. Slack shows all of them, Discord the first five (its modals hold no more); a field that
 * was not shown is left as it is.
 */
export type FormField = FormFieldBase &
  (
    | { kind: "text"; value: string; maxLength: number; lines: 1 | 4 }
    | { kind: "number"; value: string; least: number; most: number }
    | { kind: "choice"; value: string; options: readonly FormOption[] }
  );

interface FormFieldBase {
  id: FormFieldId;
  /** At most 45 characters: what Discord takes. */
  label: string;
  /** At most 100 characters. */
  hint: string;
}

export interface FormOption {
  value: string;
  label: string;
}

export const FORM_FIELDS = [
  "current",
  "skills",
  "targets",
  "hours",
  "years",
  "degree",
  "field",
  "interests",
  "region",
  "timeZone",
] as const;
export type FormFieldId = (typeof FORM_FIELDS)[number];

/** What a platform gives back: the text of a field, or the value of the option. Empty for "not told". */
export type FormValues = Partial<Record<FormFieldId, string>>;

const DEGREE_LABELS: Record<(typeof DEGREES)[number], string> = {
  none: "No degree",
  certificate: "Certificate or bootcamp",
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctorate: "Doctorate",
};
const REGION_LABELS = {
  US: "United States",
  GB: "United Kingdom",
  CA: "Canada",
  EU: "European Union",
} as const;
/** A background that is no role of ours has no id; the form says it so. */
const ELSEWHERE = "another field";

export function formOf(profile: Profile, knowledge: Knowledge): FormField[] {
  const name = (id: string) =>
    (knowledge.roles.get(id) ?? knowledge.skills.get(id) ?? knowledge.industries.get(id))?.name ?? "";
  const names = (ids: readonly string[]) =>
    ids
      .map(name)
      .filter((each) => each !== "")
      .join(", ");
  const skills = profile.skills.map(({ id, level }) => `${name(id)} ${level}`).join(", ");
  const current =
    profile.current === null ? ELSEWHERE : profile.current === undefined ? "" : name(profile.current);
  return [
    text(
      "current",
      "Your role now",
      "Like: BI analyst. If it is no data role, write: another field.",
      current,
      100,
    ),
    text(
      "skills",
      "Your skills, with a level from 1 to 5",
      "Like: SQL 4, Python 2. 1 knows of it, 3 works alone, 5 sets the standard.",
      skills,
      1500,
      4,
    ),
    text(
      "targets",
      "Where you want to be",
      "Up to three roles, parted by commas.",
      names(profile.targets),
      150,
    ),
    number(
      "hours",
      "Hours a week for learning",
      "Leave empty if you cannot say.",
      profile.hoursPerWeek,
      0.5,
      PROFILE_LIMITS.hoursPerWeek,
    ),
    number(
      "years",
      "Years in your role now",
      "Half years are fine: 1.5",
      profile.years,
      0,
      PROFILE_LIMITS.years,
    ),
    choice(
      "degree",
      "Highest degree",
      "",
      profile.degree,
      DEGREES.map((value) => ({ value, label: DEGREE_LABELS[value] })),
    ),
    choice(
      "field",
      "What you studied",
      "",
      profile.field,
      [...knowledge.fields.values()].map(({ id, name: label }) => ({ value: id, label })),
    ),
    text(
      "interests",
      "What interests you",
      "Skills or industries, parted by commas.",
      names(profile.interests),
      300,
    ),
    choice(
      "region",
      "Where you work or look for work",
      "For pay figures only.",
      profile.region,
      REGIONS.map((value) => ({ value, label: REGION_LABELS[value] })),
    ),
    text(
      "timeZone",
      "Your time zone",
      "Like Europe/Berlin, so that a reminder does not wake you.",
      profile.timeZone ?? "",
      60,
    ),
  ];
}

/** The profile that a filled form makes of the one before, or what is wrong, by field. Fields that are absent stay as they are. */
export function profileFromForm(
  values: FormValues,
  before: Profile,
  knowledge: Knowledge,
): { profile: Profile } | { errors: Partial<Record<FormFieldId, string>> } {
  const errors: Partial<Record<FormFieldId, string>> = {};
  const edits = FORM_FIELDS.flatMap((id): ProfileEdit[] => {
    const value = values[id]?.trim();
    if (value === undefined) return [];
    const read = READERS[id](value, knowledge);
    if (typeof read !== "string") return read;
    errors[id] = read;
    return [];
  });
  return Object.keys(errors).length > 0 ? { errors } : { profile: applyEdits(before, edits) };
}

type Reader = (value: string, knowledge: Knowledge) => ProfileEdit[] | string;

const READERS: Record<FormFieldId, Reader> = {
  current(value, knowledge) {
    if (value === "") return [{ do: "clear", field: "current" }];
    const { found } = namesIn(value, ["role"], knowledge);
    return [{ do: "current", role: found[0]?.id ?? null }];
  },
  skills(value, knowledge) {
    const { found, unknown } = namesIn(value, ["skill"], knowledge);
    if (unknown.length > 0) return unknownNames("skill", unknown);
    return [
      { do: "clear", field: "skills" },
      ...found.map(
        ({ id, level }): ProfileEdit => ({ do: "skill", id, ...(level === undefined ? {} : { level }) }),
      ),
    ];
  },
  targets(value, knowledge) {
    const { found, unknown } = namesIn(value, ["role"], knowledge);
    if (unknown.length > 0) return unknownNames("role", unknown);
    return [{ do: "targets", roles: found.map(({ id }) => id) }];
  },
  interests(value, knowledge) {
    const { found, unknown } = namesIn(value, ["skill", "industry"], knowledge);
    if (unknown.length > 0) return unknownNames("skill or industry", unknown);
    return [
      { do: "clear", field: "interests" },
      ...found.map(({ id }): ProfileEdit => ({ do: "interest", id })),
    ];
  },
  hours: (value) => {
    if (value === "") return [{ do: "clear", field: "hoursPerWeek" }];
    const hours = numberIn(value, 0.5, PROFILE_LIMITS.hoursPerWeek);
    return typeof hours === "string" ? hours : [{ do: "hours", hours }];
  },
  years: (value) => {
    if (value === "") return [{ do: "clear", field: "years" }];
    const years = numberIn(value, 0, PROFILE_LIMITS.years);
    return typeof years === "string" ? years : [{ do: "years", years }];
  },
  degree: (value) => {
    if (value === "") return [{ do: "clear", field: "degree" }];
    const degree = DEGREES.find((each) => each === value);
    return degree ? [{ do: "degree", degree }] : "Choose one of the list.";
  },
  field: (value, knowledge) => {
    if (value === "") return [{ do: "clear", field: "field" }];
    return knowledge.fields.has(value) ? [{ do: "field", field: value }] : "Choose one of the list.";
  },
  region: (value) => {
    if (value === "") return [{ do: "clear", field: "region" }];
    const region = REGIONS.find((each) => each === value);
    return region ? [{ do: "region", region }] : "Choose one of the list.";
  },
  timeZone: (value) => {
    if (value === "") return [{ do: "clear", field: "timeZone" }];
    return isTimeZone(value)
      ? [{ do: "time-zone", zone: value }]
      : "That is no time zone. Write it like Europe/Berlin.";
  },
};

function unknownNames(kind: NameKind | "skill or industry", names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => name.slice(0, 30))
    .join(", ");
  return `I know no ${kind} of this name: ${shown}. Try another name for it, or leave it out.`;
}

function numberIn(value: string, least: number, most: number): number | string {
  const number = Number(value.replace(",", "."));
  return Number.isFinite(number) && number >= least && number <= most
    ? number
    : `Write a number from ${least} to ${most}.`;
}

function text(
  id: FormFieldId,
  label: string,
  hint: string,
  value: string,
  maxLength: number,
  lines: 1 | 4 = 1,
): FormField {
  return { id, label, hint, kind: "text", value: value.slice(0, maxLength), maxLength, lines };
}

function number(
  id: FormFieldId,
  label: string,
  hint: string,
  value: number | undefined,
  least: number,
  most: number,
): FormField {
  return { id, label, hint, kind: "number", value: value === undefined ? "" : String(value), least, most };
}

function choice(
  id: FormFieldId,
  label: string,
  hint: string,
  value: string | undefined,
  options: readonly FormOption[],
): FormField {
  return { id, label, hint, kind: "choice", value: value ?? "", options };
}
