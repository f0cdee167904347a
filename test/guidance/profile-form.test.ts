import { describe, expect, test } from "vitest";
import { emptyProfile, PROFILE_LIMITS, type Profile, profileSchema } from "../../src/guidance/profile.ts";
import { applyEdit, applyEdits } from "../../src/guidance/profile-edit.ts";
import { FORM_FIELDS, type FormValues, formOf, profileFromForm } from "../../src/guidance/profile-form.ts";
import { knowledge } from "./reader.ts";

const ANNA: Profile = profileSchema.parse({
  current: "data-analyst",
  years: 2.5,
  skills: [
    { id: "sql", level: 4 },
    { id: "c-plus-plus", level: 1 },
  ],
  degree: "master",
  field: "physics",
  targets: ["data-engineer"],
  interests: ["healthcare", "spark"],
  hoursPerWeek: 5,
  region: "EU",
  timeZone: "Europe/Berlin",
});

function valuesOf(profile: Profile): FormValues {
  return Object.fromEntries(formOf(profile, knowledge).map(({ id, value }) => [id, value]));
}

describe("the profile form", () => {
  test("has the fields once each, within what both platforms take", () => {
    const fields = formOf(ANNA, knowledge);
    expect(fields.map((field) => field.id)).toEqual([...FORM_FIELDS]);
    for (const field of fields) {
      expect(field.label.length).toBeLessThanOrEqual(45);
      expect(field.hint.length).toBeLessThanOrEqual(100);
      if (field.kind === "choice") expect(field.options.length).toBeLessThanOrEqual(25);
      if (field.kind === "text") expect(field.maxLength).toBeLessThanOrEqual(3000);
    }
  });

  test("sent back unchanged leaves a profile as it was", () => {
    for (const profile of [ANNA, emptyProfile(), { ...ANNA, current: null }])
      expect(profileFromForm(valuesOf(profile), profile, knowledge)).toEqual({ profile });
  });

  test("leaves alone what was not shown, and takes out what was emptied", () => {
    expect(profileFromForm({ hours: "8", skills: "" }, ANNA, knowledge)).toEqual({
      profile: { ...ANNA, hoursPerWeek: 8, skills: [] },
    });
  });

  test("reads names and aliases, with levels", () => {
    const result = profileFromForm(
      { skills: "python 4/5; SQL: 2, dbt", targets: "MLE, data architect" },
      emptyProfile(),
      knowledge,
    );
    expect(result).toEqual({
      profile: {
        ...emptyProfile(),
        skills: [
          { id: "python", level: 4 },
          { id: "sql", level: 2 },
          { id: "dbt", level: 3 },
        ],
        targets: ["machine-learning-engineer", "data-architect"],
      },
    });
  });

  test("says by field what is wrong, and changes nothing then", () => {
    const result = profileFromForm(
      { hours: "99", skills: "underwater basket weaving", timeZone: "Mars/Base" },
      ANNA,
      knowledge,
    );
    expect(Object.keys("errors" in result ? result.errors : {}).sort()).toEqual([
      "hours",
      "skills",
      "timeZone",
    ]);
  });
});

describe("an edit", () => {
  test("brings values to the nearest limit", () => {
    expect(applyEdit(ANNA, { do: "years", years: 900 }).years).toBe(PROFILE_LIMITS.years);
    expect(applyEdit(ANNA, { do: "hours", hours: 0 }).hoursPerWeek).toBe(0.5);
  });
  test("keeps a skill's level where none is said", () => {
    expect(applyEdit(ANNA, { do: "skill", id: "sql" }).skills[0]).toEqual({ id: "sql", level: 4 });
    expect(applyEdit(ANNA, { do: "skill", id: "sql", level: 2 }).skills[0]).toEqual({ id: "sql", level: 2 });
  });
  test("does not change the profile it is given", () => {
    const before = structuredClone(ANNA);
    applyEdits(ANNA, [
      { do: "skill", id: "dbt" },
      { do: "drop-skill", id: "sql" },
      { do: "clear", field: "degree" },
      { do: "drop-target", role: "data-engineer" },
    ]);
    expect(ANNA).toEqual(before);
  });
});
