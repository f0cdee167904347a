import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Opening } from "../../openings/opening.ts";
import { OPENING_LEVELS, type OpeningsFilters } from "../../understanding/openings-filters.ts";
import type { FollowUp } from "../answer.ts";
import { followUp } from "../document.ts";
import { nearRoles } from "../next.ts";
import { capitalize } from "../role-words.ts";
import { ask, type Search } from "./search.ts";
import { LEVEL_WORDS } from "./words.ts";

/** What divides the list further: shown only where it leaves some out. */
export function narrower({ question, filters, found }: Search): FollowUp[] {
  const all = found.openings.length;
  if (all < 2) return [];
  const count = (isOne: (opening: Opening) => boolean) => found.openings.filter(isOne).length;
  const divides = (n: number) => n > 0 && n < all;
  const { page: _, ...kept } = filters;
  const offers: FollowUp[] = [];
  const remote = count((opening) => opening.work === "remote");
  if (kept.work === undefined && divides(remote))
    offers.push(followUp(`Only remote (${remote})`, ask(question.roles, { ...kept, work: "remote" })));
  for (const level of kept.level === undefined ? OPENING_LEVELS : []) {
    const n = count((opening) => opening.level === level);
    if (divides(n))
      offers.push(
        followUp(`${capitalize(LEVEL_WORDS[level])} (${n})`, ask(question.roles, { ...kept, level })),
      );
  }
  return offers;
}

const WITHOUT: readonly [keyof OpeningsFilters, string][] = [
  ["pay", "Whatever the pay"],
  ["place", "Anywhere"],
  ["employer", "Any employer"],
  ["work", "Remote or not"],
  ["level", "Any level"],
  ["type", "Any type"],
];

/** The same search without one of its filters, each with what it finds, where that is more. */
export function wider(search: Search): FollowUp[] {
  return WITHOUT.flatMap(([name, label]) => {
    if (search.filters[name] === undefined) return [];
    const { [name]: _, ...rest } = search.filters;
    return search.offer(label, search.question.roles, rest, search.found.openings.length);
  });
}

export function ofNearRoles(search: Search, knowledge: Knowledge): FollowUp[] {
  const { role, filters } = search;
  if (!role) return [];
  return nearRoles(role, knowledge)
    .flatMap((near) => search.offer(near.short, [near.id], filters))
    .slice(0, 3);
}

/** Where no role was asked for: the roles that the list is about, the commonest first. */
export function ofOtherRoles(search: Search, knowledge: Knowledge): FollowUp[] {
  if (search.role) return [];
  const counts = new Map<string, number>();
  for (const opening of search.found.openings)
    for (const id of search.rolesOf(opening)) counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size < 2) return [];
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .flatMap(([id]) => search.offer(knowledge.roles.get(id)?.short ?? id, [id], search.filters));
}

export function aboutTheRole({ role }: Search): FollowUp[] {
  if (!role) return [];
  return [
    followUp("What adverts ask for", {
      intent: "lookup",
      roles: [role.id],
      topics: ["skills"],
    }),
    followUp("Pay", { intent: "lookup", roles: [role.id], topics: ["salary"] }),
    followUp("Interviews", { intent: "lookup", roles: [role.id], topics: ["interview"] }),
  ];
}
