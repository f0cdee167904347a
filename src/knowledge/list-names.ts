/** The YAML files that every knowledge folder has, beside `salaries.csv` and `roles/`. */
export const LIST_NAMES = [
  "skills.yaml",
  "degrees.yaml",
  "fields.yaml",
  "industries.yaml",
  "topics.yaml",
  "sources.yaml",
  "occupations.yaml",
  "professions.yaml",
  "name-grammar.yaml",
] as const;

export type ListName = (typeof LIST_NAMES)[number];
