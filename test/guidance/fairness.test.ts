import fc from "fast-check";
import { expect, test } from "vitest";
import { makePlan } from "../../src/guidance/plan.ts";
import { emptyProfile } from "../../src/guidance/profile.ts";
import { applyEdits } from "../../src/guidance/profile-edit.ts";
import { profileGap } from "../../src/guidance/profile-gap.ts";
import { readProfile } from "../../src/understanding/profile/read-profile.ts";
import { knowledge, reader } from "./reader.ts";

const NAMES = [
  "Julia",
  "Mohammed",
  "Anna Kowalska",
  "DeShawn",
  "Nguyen Thi Mai",
  "Ray",
  "Siobhan",
  "Björn",
  "Priya Patel",
  "José",
  "Wei",
  "Fatima",
];
const PEOPLE = [
  "woman",
  "man",
  "non-binary person",
  "trans woman",
  "mother of two",
  "father",
  "guy",
  "girl",
  "lady",
];
const ORIGINS = [
  "Polish",
  "Nigerian",
  "Indian",
  "Syrian",
  "American",
  "Chinese",
  "English",
  "Brazilian",
  "Turkish",
  "German",
];
const COUNTRIES = [
  "Poland",
  "Nigeria",
  "India",
  "Syria",
  "Germany",
  "Italy",
  "Brazil",
  "Romania",
  "China",
  "Canada",
];
const STATES = [
  "an immigrant",
  "a refugee",
  "an expat",
  "a single parent",
  "retired",
  "a stay-at-home mum",
  "a stay-at-home dad",
];

const who = fc.oneof(
  fc
    .constantFrom(...NAMES)
    .chain((name) =>
      fc.constantFrom(`I'm ${name}.`, `My name is ${name}.`, `Hi, ${name} here.`, `Call me ${name}.`),
    ),
  fc.constantFrom(...PEOPLE).map((person) => `I am a ${person}.`),
  fc
    .constantFrom(...ORIGINS)
    .chain((origin) => fc.constantFrom(...PEOPLE).map((person) => `I'm a ${origin} ${person}.`)),
  fc.constantFrom(...ORIGINS).map((origin) => `I'm ${origin}.`),
  fc
    .constantFrom(...COUNTRIES)
    .chain((country) =>
      fc.constantFrom(
        `I was born in ${country}.`,
        `I come from ${country}.`,
        `My parents are from ${country}.`,
      ),
    ),
  fc.constantFrom(...STATES).map((state) => `I'm ${state}.`),
  fc
    .integer({ min: 16, max: 80 })
    .chain((age) =>
      fc.constantFrom(
        `I'm ${age} years old.`,
        `I am ${age}.`,
        `Age ${age}.`,
        `${age} yo.`,
        `I just turned ${age}.`,
      ),
    ),
);

const WORK = [
  "BI analyst, 3 yrs, SQL + Tableau, some python, want to become a data engineer, 5h a week, berlin",
  "I work as a software engineer with 6 years of experience, strong java, and want to get into machine learning",
  "Know python and statistics, masters in physics, my goal is data scientist, 10 hours a week",
  "data analyst since 2022, excel expert, basic sql",
  "I want to be a data analyst, I know excel",
];

function advised(text: string) {
  const profile = applyEdits(emptyProfile(), readProfile(text, reader).edits);
  const target = knowledge.roles.get(profile.targets[0] ?? "data-engineer")!;
  const { target: _, ...gap } = profileGap(profile, target, knowledge);
  return { profile, gap, plan: makePlan(profile, target, knowledge) };
}

test("the same profile gets the same advice, whatever name, gender, age or origin is mentioned", () => {
  const plain = new Map(WORK.map((work) => [work, advised(work)]));
  fc.assert(
    fc.property(
      fc.array(who, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...WORK),
      fc.boolean(),
      (self, work, last) => {
        const text = last ? `${work}. ${self.join(" ")}` : `${self.join(" ")} ${work}`;
        expect(advised(text)).toEqual(plain.get(work));
      },
    ),
    { numRuns: 250, seed: 5 },
  );
});

test("a profile has no place for a name, a gender, an age or an origin", () => {
  const { profile } = advised(
    "I'm Fatima, a 52 year old Syrian woman, data analyst, SQL, born in Aleppo, based in London",
  );
  expect(profile).toEqual({
    current: "data-analyst",
    skills: [{ id: "sql", level: 3 }],
    targets: [],
    interests: [],
    region: "GB",
    timeZone: "Europe/London",
  });
});
