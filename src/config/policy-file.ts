import { type Policy, USUAL_POLICY } from "../policy/policy.ts";
import { readPolicy } from "../policy/read-policy.ts";
import type { ConfigProblem } from "./problems.ts";

const USUAL_POLICY_FILE = "rolewise.yaml";

/** The policy of the file, which must be there if it was named. */
export function policyFrom(
  named: string | undefined,
  readText: (path: string) => string | undefined,
): { policy: Policy } | { problems: ConfigProblem[] } {
  const path = named ?? USUAL_POLICY_FILE;
  const text = readText(path);
  if (text === undefined) {
    if (named === undefined) return { policy: USUAL_POLICY };
    const fix = "Make it, or leave the variable out.";
    return { problems: [{ variable: "POLICY_FILE", message: "names a file that cannot be read", fix }] };
  }
  const read = readPolicy(text);
  if ("policy" in read) return read;
  const fix = "docs/policy.md shows every setting.";
  return {
    problems: read.problems.map(({ line, message }) => ({ variable: `${path}, line ${line}`, message, fix })),
  };
}
