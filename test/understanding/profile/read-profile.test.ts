import { describe, expect, test } from "vitest";
import type { AskedField } from "../../../src/guidance/asking.ts";
import { emptyProfile, type Profile, profileSchema } from "../../../src/guidance/profile.ts";
import { applyEdits } from "../../../src/guidance/profile-edit.ts";
import { readProfile } from "../../../src/understanding/profile/read-profile.ts";
import { reader } from "../../guidance/reader.ts";

/** A profile in one line: `now=ID|other 3y sql:3 python:2 bachelor in=physics to=ID likes=ID 5h EU`. */
function inOneLine(profile: Profile): string {
  return [
    ...(profile.current === undefined ? [] : [`now=${profile.current ?? "other"}`]),
    ...(profile.years === undefined ? [] : [`${profile.years}y`]),
    ...profile.skills.map(({ id, level }) => `${id}:${level}`),
    ...(profile.degree === undefined ? [] : [profile.degree]),
    ...(profile.field === undefined ? [] : [`in=${profile.field}`]),
    ...profile.targets.map((id) => `to=${id}`),
    ...profile.interests.map((id) => `likes=${id}`),
    ...(profile.hoursPerWeek === undefined ? [] : [`${profile.hoursPerWeek}h`]),
    ...(profile.region === undefined ? [] : [profile.region]),
  ].join(" ");
}

function read(text: string, before: Profile = emptyProfile(), asked?: AskedField): string {
  return inOneLine(profileSchema.parse(applyEdits(before, readProfile(text, reader, asked).edits)));
}

const INTRODUCTIONS: [text: string, profile: string][] = [
  [
    "BI analyst, 3 yrs, SQL + Tableau, some python, want to lead an ML team, 5h a week, berlin",
    "now=business-intelligence-analyst 3y sql:3 tableau:3 python:2 to=lead-machine-learning-engineer 5h EU",
  ],
  ["I'm a nurse and want to become a data analyst", "now=other to=data-analyst"],
  [
    "studying physics (msc), know python and R, goal: research scientist",
    "python:3 r:3 master in=physics to=research-scientist",
  ],
  ["I'd like to manage a data science team one day", "to=data-science-manager"],
  ["junior data scientist at a bank for 1.5 years", "now=data-scientist 1.5y"],
  ["ml engineer, pytorch expert, docker basics", "now=machine-learning-engineer pytorch:5 docker:2"],
  [
    "senior software engineer, java and spring boot, 8 years",
    "now=software-engineer 8y java:3 spring-boot:3",
  ],
  ["power bi developer, dax", "now=business-intelligence-developer dax:3"],
  [
    "data analyst for 2 years. strong sql, basic python. want to be a data scientist",
    "now=data-analyst 2y sql:4 python:2 to=data-scientist",
  ],
  [
    "teacher for 10 years, learning python, goal is data analyst, 6 hours per week",
    "now=other 10y python:1 to=data-analyst 6h",
  ],
  [
    "Data engineer since 2021 with Spark, Airflow and AWS; aiming for data architect",
    "now=data-engineer 5y spark:3 airflow:3 aws:3 to=data-architect",
  ],
  ["from data analyst to data engineer", "now=data-analyst to=data-engineer"],
  [
    "data analyst -> analytics engineer, sql advanced, dbt beginner",
    "now=data-analyst sql:4 dbt:1 to=analytics-engineer",
  ],
  [
    "I work as a statistician, 4 years of R, I want to get into machine learning",
    "now=statistician r:4 to=machine-learning-engineer",
  ],
  [
    "PhD in chemistry, python 3 years, want to move into data science",
    "python:4 doctorate in=chemistry to=data-scientist",
  ],
  ["self-taught, no experience, know some sql and excel, 10 hrs/week, London", "sql:2 excel:2 none 10h GB"],
  [
    "I am a student of computer science, good python, java, toronto",
    "now=other python:3 java:3 in=computer-science CA",
  ],
  [
    "accountant with 6 years experience, excel guru, want to be BI analyst",
    "now=other 6y excel:5 to=business-intelligence-analyst",
  ],
  [
    "I have a bachelor in economics and three years as a data analyst",
    "now=data-analyst 3y bachelor in=economics",
  ],
  [
    "mlops engineer, kubernetes 4/5, terraform 3/5, python 5/5",
    "now=mlops-engineer kubernetes:4 terraform:3 python:5",
  ],
  [
    "currently data analyst, previously teacher, hoping to become data product manager",
    "now=data-analyst to=data-product-manager",
  ],
  ["i know python, sql and spark but no scala", "python:3 sql:3 spark:3"],
  ["very good in SQL, a bit of python", "sql:4 python:2"],
  ["2 hours a day, want to learn deep learning", "likes=deep-learning 14h"],
  ["I changed my mind, I'd rather be a data scientist", "to=data-scientist"],
  ["I would prefer to be a data analyst", "to=data-analyst"],
  ["I think data engineer is better for me", "to=data-engineer"],
  ["health data analyst sounds nice", "to=data-analyst"],
  ["data analyst, automated reports, saving 5 hours a week", "now=data-analyst"],
  ["data analyst, saved the team 5 hours a week, 3 hours a week to learn", "now=data-analyst 3h"],
  [
    "I'm interested in healthcare and NLP, 3 years as data scientist",
    "now=data-scientist 3y likes=healthcare likes=natural-language-processing",
  ],
  [
    "Head of data wannabe; data analytics manager now, 6 yrs",
    "now=data-analytics-manager 6y to=head-of-data",
  ],
  ["18 months as data analyst in Amsterdam, Tableau", "now=data-analyst 1.5y tableau:3 EU"],
  ["software engineer 5y, python (3 years), sql (1 year)", "now=software-engineer 5y python:4 sql:3"],
  [
    "software engineer, 5+ years, golang and kubernetes, thinking of mlops engineer as my target",
    "now=software-engineer 5y golang:3 kubernetes:3 to=mlops-engineer",
  ],
  [
    "my goal is to become a machine learning engineer or a data engineer",
    "to=machine-learning-engineer to=data-engineer",
  ],
  ["I lead a data science team of five in Paris", "now=lead-data-scientist EU"],
  [
    "marketing manager, 7 years, Google Analytics, want to become a data analyst",
    "now=other 7y google-analytics:3 to=data-analyst",
  ],
  ["data analyst at an insurer, we work with data engineers a lot", "now=data-analyst"],
  ["ex data analyst, know sql, excel", "now=data-analyst sql:3 excel:3"],
  [
    "Bootcamp graduate, pandas, scikit-learn, sql; looking to become data scientist; half a year of experience",
    "now=other 0.5y pandas:3 scikit-learn:3 sql:3 certificate to=data-scientist",
  ],
  ["I'm 34 years old, data analyst for 4 years, based in Madrid", "now=data-analyst 4y EU"],
  ["in 2 years I want to be a data architect", "to=data-architect"],
  ["I use Power BI daily and want to learn Python", "power-bi:3 likes=python"],
  [
    "mba, project manager, want to be a data product manager, 4 hours on weekends",
    "now=other master to=data-product-manager 4h",
  ],
  [
    "deep learning engineer, C++ strong, CUDA intermediate, 3-5 years",
    "now=deep-learning-engineer 3y c-plus-plus:4 cuda:3",
  ],
  ["I live in New York and work as a data engineer", "now=data-engineer US"],
  ["data engineer in the US", "now=data-engineer US"],
  ["tell us about data engineers", ""],
  ["cto, want to become head of data", "now=other to=head-of-data"],
  ["no degree, 2 yrs as data analyst, 5 hours weekly", "now=data-analyst 2y none 5h"],
  [
    "computer vision engineer, opencv, pytorch, master of science",
    "now=computer-vision-engineer opencv:3 pytorch:3 master",
  ],
  [
    "I was a teacher, now data analyst, want to go into data engineering",
    "now=data-analyst to=data-engineer",
  ],
  ["I don't know python, I know sql well", "sql:3"],
  ["sql: advanced, python: basic, statistics: good", "sql:4 python:2 statistics:3"],
  [
    "one year as analytics engineer, dbt, snowflake, git",
    "now=analytics-engineer 1y dbt:3 snowflake:3 git:3",
  ],
  [
    "data scientist, ten years, toronto, managing two people, target: data science manager",
    "now=data-scientist 10y to=data-science-manager CA",
  ],
  ["Physicist. Python fluent. Want to work with LLMs.", "now=other python:4 likes=large-language-models"],
  [
    "nlp engineer w/ 4 yrs, spacy & hugging face, curious about reinforcement learning",
    "now=nlp-engineer 4y spacy:3 hugging-face:3 likes=reinforcement-learning",
  ],
  ["Ich bin data engineer in München, 5 Jahre", "now=data-engineer EU"],
  [
    "QA tester, 3 years, some sql, wanna be a data engineer, 8h/week",
    "now=other 3y sql:2 to=data-engineer 8h",
  ],
  ["expert in statistics and R, intermediate SQL", "statistics:5 r:5 sql:3"],
  [
    "I have 10 hours per week and 4 years of experience as a software engineer",
    "now=software-engineer 4y 10h",
  ],
  [
    "prompt engineer, one year, want to be an AI engineer. Warsaw",
    "now=prompt-engineer 1y to=ai-engineer EU",
  ],
  [
    "platform engineer here, aws, terraform, linux. I'd like to become an mlops engineer",
    "now=platform-engineer aws:3 terraform:3 linux:3 to=mlops-engineer",
  ],
  [
    "research engineer, jax, 2y, dream job: research scientist, Zurich",
    "now=research-engineer 2y jax:3 to=research-scientist",
  ],
  [
    "applied scientist 3yrs, causal inference strong, recommender systems",
    "now=applied-scientist 3y causal-inference:4 recommender-systems:3",
  ],
  ["career changer, 45 minutes a day", "now=other"],
  [
    "I manage a data analytics team and want to be head of data",
    "now=data-analytics-manager data-analysis:3 to=head-of-data",
  ],
  [
    "I'm in my second year of a statistics bachelor, I know R and some SQL, and I'd like to become a data scientist",
    "now=other statistics:3 r:3 sql:2 bachelor to=data-scientist",
  ],
  [
    "high school maths teacher, 12 years, a bit of Python, want to become a data analyst",
    "now=other 12y python:2 to=data-analyst",
  ],
  [
    "I manage a team of 8 data analysts, 10 years in, SQL, and I have two offers: head of data at a startup or data science manager at a bank",
    "now=data-analytics-manager 10y sql:3 to=head-of-data to=data-science-manager",
  ],
  ["I lead a team of data engineers, 9 years", "9y leadership:3"],
  [
    "phd physicist, lots of python, no sql, looking at data science or research scientist",
    "now=other python:3 doctorate to=data-scientist to=research-scientist",
  ],
  [
    "ex data analyst, on parental leave for 2 years, SQL, want to come back as analytics engineer",
    "now=data-analyst sql:3 to=analytics-engineer",
  ],
  ["ML engineer, 6 years, I mentor two juniors", "now=machine-learning-engineer 6y mentoring:3"],
  ["hello", ""],
  ["what does a data engineer earn?", ""],
];

describe("a self-description", () => {
  test.each(INTRODUCTIONS)("%s", (text, profile) => {
    expect(read(text)).toBe(profile);
  });

  test("is read from more than sixty varied texts", () => {
    expect(INTRODUCTIONS.length).toBeGreaterThan(60);
  });
});

describe("a correction", () => {
  const before: Profile = {
    ...emptyProfile(),
    current: "data-analyst",
    years: 3,
    skills: [
      { id: "sql", level: 3 },
      { id: "python", level: 2 },
    ],
    targets: ["data-scientist"],
    hoursPerWeek: 5,
  };
  test.each([
    ["no, 5 years", "now=data-analyst 5y sql:3 python:2 to=data-scientist 5h"],
    ["add dbt", "now=data-analyst 3y sql:3 python:2 dbt:3 to=data-scientist 5h"],
    ["remove python", "now=data-analyst 3y sql:3 to=data-scientist 5h"],
    ["my target is data engineer", "now=data-analyst 3y sql:3 python:2 to=data-engineer 5h"],
    ["10h a week", "now=data-analyst 3y sql:3 python:2 to=data-scientist 10h"],
    ["no, python is advanced", "now=data-analyst 3y sql:3 python:4 to=data-scientist 5h"],
    ["actually my sql is expert", "now=data-analyst 3y sql:5 python:2 to=data-scientist 5h"],
    ["I'm a BI analyst actually", "now=business-intelligence-analyst 3y sql:3 python:2 to=data-scientist 5h"],
    [
      "not data scientist, my goal is ml engineer",
      "now=data-analyst 3y sql:3 python:2 to=machine-learning-engineer 5h",
    ],
    [
      "also spark and a bit of airflow",
      "now=data-analyst 3y sql:3 python:2 spark:3 airflow:2 to=data-scientist 5h",
    ],
    ["forget python, I don't know it", "now=data-analyst 3y sql:3 to=data-scientist 5h"],
    ["python 4", "now=data-analyst 3y sql:3 python:4 to=data-scientist 5h"],
    ["I moved to London", "now=data-analyst 3y sql:3 python:2 to=data-scientist 5h GB"],
    ["only 2 hours a week", "now=data-analyst 3y sql:3 python:2 to=data-scientist 2h"],
    [
      "I have a masters in statistics",
      "now=data-analyst 3y sql:3 python:2 statistics:3 master to=data-scientist 5h",
    ],
  ])("%s", (text, profile) => {
    expect(read(text, before)).toBe(profile);
  });

  test("is told from a first description by how it begins", () => {
    expect(readProfile("no, 5 years", reader).isCorrection).toBe(true);
    expect(readProfile("actually I know dbt", reader).isCorrection).toBe(true);
    expect(readProfile("no degree", reader).isCorrection).toBe(false);
    expect(readProfile("5 years", reader).isCorrection).toBe(false);
  });
});

describe("an answer to what the bot asked", () => {
  test.each<[AskedField, string, string]>([
    ["hours", "10", "10h"],
    ["hours", "about 5 I think", "5h"],
    ["hours", "ten", "10h"],
    ["years", "4", "4y"],
    ["years", "two", "2y"],
    ["target", "data engineer", "to=data-engineer"],
    ["target", "ML engineer or data scientist", "to=machine-learning-engineer to=data-scientist"],
    ["current", "data analyst", "now=data-analyst"],
    ["current", "I'm a teacher", "now=other"],
    ["skills", "sql, python a bit, excel", "sql:3 python:2 excel:3"],
  ])("%s: %s", (asked, text, profile) => {
    expect(read(text, emptyProfile(), asked)).toBe(profile);
  });
});

describe("places", () => {
  test("give the time zone where they lie in one", () => {
    expect(applyEdits(emptyProfile(), readProfile("data analyst in Berlin", reader).edits).timeZone).toBe(
      "Europe/Berlin",
    );
    expect(
      applyEdits(emptyProfile(), readProfile("data analyst in Canada", reader).edits).timeZone,
    ).toBeUndefined();
  });
  test("that somebody comes from say nothing of where they work", () => {
    expect(read("originally from Poland, data analyst in Toronto")).toBe("now=data-analyst CA");
    expect(read("I was born in Italy")).toBe("");
    expect(read("I come from Romania, data analyst")).toBe("now=data-analyst");
  });
});
