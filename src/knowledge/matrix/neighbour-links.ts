import type { Parts } from "../parts.ts";
import type { RoleFile } from "../role-file.ts";
import type { Finding } from "./finding.ts";

const OTHER_SIDE = { from: "to", to: "from" } as const;

/**
 * Links between roles whose two sides disagree: a way that only one of the two knows, or that is common seen from one
 * and rare seen from the other. Common here and possible there is no disagreement: many leave by a way by which few arrive.
 */
export function checkNeighbourLinks({ roleFiles }: Parts): Finding[] {
  const byId = new Map([...roleFiles].map(([file, role]) => [role.facts.id, { file, role }]));
  const findings: Finding[] = [];
  for (const [file, role] of roleFiles) {
    for (const side of ["from", "to"] as const) {
      for (const [n, link] of role.facts.neighbours[side].entries()) {
        const there = byId.get(link.role);
        if (!there) continue;
        const { id } = role.facts;
        const back = there.role.facts.neighbours[OTHER_SIDE[side]].find((each) => each.role === id);
        const line = role.yaml.lineOf(["neighbours", side, n]);
        const way = side === "to" ? `${id} → ${link.role}` : `${link.role} → ${id}`;
        if (!back) {
          const message = `the way ${way} is ${link.how} here and not in ${there.file}`;
          const fix = `Add { role: ${id}, how: ${link.how} } to its "${OTHER_SIDE[side]}", or take it out here.`;
          findings.push({ kind: "one-sided", file, line, message, fix });
        } else if (side === "to" && isOpposite(link.how, back.how)) {
          const place = `${there.file}:${lineOfLink(there.role, "from", id)}`;
          const message = `the way ${way} is ${link.how} here and ${back.how} at ${place}`;
          findings.push({ kind: "one-sided", file, line, message, fix: "Decide which of the two is right." });
        }
      }
    }
  }
  return findings;
}

function isOpposite(a: string, b: string): boolean {
  return (a === "common" && b === "rare") || (a === "rare" && b === "common");
}

function lineOfLink(role: RoleFile, side: "from" | "to", id: string): number {
  const n = role.facts.neighbours[side].findIndex((link) => link.role === id);
  return role.yaml.lineOf(["neighbours", side, n]);
}
