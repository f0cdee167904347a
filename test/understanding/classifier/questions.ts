import type { TrainingExample } from "../../../src/understanding/classifier/index.ts";

/** A small set of questions with what they ask about; enough to learn from, too few to be sure of anything. */
const BY_LABEL: Record<string, string[]> = {
  salary: [
    "how much does a data engineer earn",
    "what is the salary of a data scientist",
    "is the pay good for analysts",
    "what do machine learning engineers make in a year",
    "salary range for a lead please",
    "how well paid is this job",
    "what would I earn as an analyst",
    "typical wages of a statistician",
  ],
  skills: [
    "which skills does a data engineer need",
    "what should I be good at to be an analyst",
    "skills needed for machine learning",
    "what must a data scientist know",
    "do I need to know statistics for this job",
    "must an analyst be able to program",
    "what abilities matter for a lead",
    "list the skills of a data architect",
  ],
  outlook: [
    "is there a future for data scientists",
    "will analysts be replaced",
    "how fast does demand grow for data engineers",
    "job outlook of a statistician",
    "is this field still growing",
    "will there be jobs in ten years",
    "is demand for leads rising",
    "what does the job market look like",
  ],
};

export const SINGLE: TrainingExample[] = Object.entries(BY_LABEL).flatMap(([label, texts]) =>
  texts.map((text) => ({ text, labels: [label] })),
);

const salary = BY_LABEL.salary ?? [];
const skills = BY_LABEL.skills ?? [];

/** As above, and questions that ask two things, or nothing we know. */
export const SEVERAL: TrainingExample[] = [
  ...SINGLE,
  ...salary.map((text, at) => ({ text: `${text} and ${skills[at]}`, labels: ["salary", "skills"] })),
  { text: "what is the weather like", labels: [] },
  { text: "book me a table for two", labels: [] },
  { text: "tell me a joke", labels: [] },
  { text: "who won the match last night", labels: [] },
];
