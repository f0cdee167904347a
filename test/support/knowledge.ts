import type { Knowledge, Role } from "../../src/knowledge/knowledge.ts";
import type { Salary } from "../../src/knowledge/schema.ts";

/** A role that the test relies on. */
export function roleOf(knowledge: Knowledge, id: string): Role {
  const role = knowledge.roles.get(id);
  if (role === undefined) throw new Error(`the knowledge base has no role ${id}`);
  return role;
}

/** Ids that a question's string form may name. */
export function knownIds(knowledge: Knowledge): string[] {
  const { roles, skills, degrees, fields, industries } = knowledge;
  return [roles, skills, degrees, fields, industries].flatMap((terms) => [...terms.keys()]);
}

/** The same knowledge with other pay for one role. */
export function withPay(knowledge: Knowledge, role: string, rows: readonly Salary[]): Knowledge {
  return { ...knowledge, salaries: new Map([...knowledge.salaries, [role, rows]]) };
}

/** A row of pay, in the US for all levels unless said otherwise; figures made up for the test. */
export function payRow(over: Partial<Salary> = {}): Salary {
  return {
    role: "data-engineer",
    kind: "advertised",
    level: "all",
    region: "US",
    occupation: "",
    n: 1234,
    p10: null,
    p25: 100_000,
    median: 120_000,
    p75: 140_000,
    p90: null,
    period: "2023-2025",
    source: "adverts-of-the-test",
    ...over,
  };
}
