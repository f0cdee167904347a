import { z } from "zod";
import type { ListName } from "./list-names.ts";
import type { Problem } from "./problem.ts";
import {
  type NameGrammar,
  nameGrammarSchema,
  type Occupation,
  occupationSchema,
  type Skill,
  type Source,
  skillSchema,
  sourceSchema,
  type Term,
  type TopicEntry,
  termSchema,
  topicSchema,
} from "./schema.ts";
import type { KnowledgeTexts } from "./texts.ts";
import { YamlText } from "./yaml-text.ts";

const professionsSchema = z.strictObject({
  professions: z.array(z.string()),
  backgrounds: z.array(z.string()),
});

/** What the YAML files say. */
export interface Lists extends Record<ListName, unknown> {
  "skills.yaml": Skill[];
  "degrees.yaml": Term[];
  "fields.yaml": Term[];
  "industries.yaml": Term[];
  "topics.yaml": TopicEntry[];
  "sources.yaml": Source[];
  "occupations.yaml": Occupation[];
  "professions.yaml": z.infer<typeof professionsSchema>;
  "name-grammar.yaml": NameGrammar;
}

export interface ReadLists {
  /** Without those that are missing or not right. */
  lists: Partial<Lists>;
  yamls: ReadonlyMap<string, YamlText>;
  problems: Problem[];
}

export function readLists(texts: KnowledgeTexts): ReadLists {
  const yamls = new Map<string, YamlText>();
  const problems: Problem[] = [];
  const read = <T>(name: ListName, schema: z.ZodType<T>): T | undefined => {
    const text = texts.get(name);
    if (text === undefined) {
      problems.push(missingFile(name));
      return undefined;
    }
    const yaml = new YamlText(name, text);
    yamls.set(name, yaml);
    const parsed = yaml.parse(schema);
    if ("value" in parsed) return parsed.value;
    problems.push(...parsed.problems);
    return undefined;
  };
  const all = {
    "skills.yaml": read("skills.yaml", z.array(skillSchema)),
    "degrees.yaml": read("degrees.yaml", z.array(termSchema)),
    "fields.yaml": read("fields.yaml", z.array(termSchema)),
    "industries.yaml": read("industries.yaml", z.array(termSchema)),
    "topics.yaml": read("topics.yaml", z.array(topicSchema)),
    "sources.yaml": read("sources.yaml", z.array(sourceSchema)),
    "occupations.yaml": read("occupations.yaml", z.array(occupationSchema)),
    "professions.yaml": read("professions.yaml", professionsSchema),
    "name-grammar.yaml": read("name-grammar.yaml", nameGrammarSchema),
  };
  return { lists: defined<Lists>(all), yamls, problems };
}

export function missingFile(file: string): Problem {
  const fix = "Copy it from the project's knowledge/ folder.";
  return { file, line: 1, message: "the file is missing", fix };
}

/** The part of `record` that has values. */
function defined<T extends object>(record: { [Key in keyof T]: T[Key] | undefined }): Partial<T> {
  const parts: Partial<T> = {};
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) parts[key] = value;
  }
  return parts;
}
