import { type Compiled, FORM } from "./compiled.ts";
import { parseKnowledge } from "./load.ts";
import type { KnowledgeTexts } from "./texts.ts";

/**
 * The validated knowledge base as JSON, which is read twenty times faster than the files that it is made of.
 * @throws KnowledgeError
 */
export function compileKnowledge(texts: KnowledgeTexts): string {
  const knowledge = parseKnowledge(texts);
  const compiled: Compiled = {
    form: FORM,
    knowledge: {
      ...knowledge,
      roles: [...knowledge.roles],
      skills: [...knowledge.skills],
      degrees: [...knowledge.degrees],
      fields: [...knowledge.fields],
      industries: [...knowledge.industries],
      topics: [...knowledge.topics],
      sources: [...knowledge.sources],
      occupations: [...knowledge.occupations],
      salaries: [...knowledge.salaries],
    },
  };
  return JSON.stringify(compiled);
}
