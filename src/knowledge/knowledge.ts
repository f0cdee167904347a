import type { TopicText } from "./role-file.ts";
import type {
  NameGrammar,
  Occupation,
  RoleFacts,
  Salary,
  Skill,
  Source,
  Term,
  TopicEntry,
} from "./schema.ts";
import type { Topic } from "./topics.ts";

export interface Role extends RoleFacts {
  sections: Record<Topic, TopicText>;
}

/** The knowledge base as it stands in the files, validated and indexed by id. Never changed in place: a reload makes another. */
export interface Knowledge {
  /** Changes with any file: a hash of all of them. */
  version: string;
  roles: ReadonlyMap<string, Role>;
  skills: ReadonlyMap<string, Skill>;
  degrees: ReadonlyMap<string, Term>;
  fields: ReadonlyMap<string, Term>;
  industries: ReadonlyMap<string, Term>;
  topics: ReadonlyMap<Topic, TopicEntry>;
  sources: ReadonlyMap<string, Source>;
  occupations: ReadonlyMap<string, Occupation>;
  /** By role id. */
  salaries: ReadonlyMap<string, readonly Salary[]>;
  /** Jobs that are no role of ours, in the singular, lower-cased. */
  professions: readonly string[];
  /** What people are or were before a first job: student, career changer. */
  backgrounds: readonly string[];
  nameGrammar: NameGrammar;
}
