import { kindWords, nearestWords } from "../../answers/misses-report.ts";
import { topicLabel } from "../../answers/next.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { MissGroup } from "../../understanding/misses/group-misses.ts";

const VARIANTS_SHOWN = 5;

/** The groups as text, most frequent first, with how the others of a group were worded. */
export function formatMisses(groups: readonly MissGroup[], since: number, knowledge: Knowledge): string {
  const day = new Date(since).toISOString().slice(0, 10);
  const asked = groups.reduce((sum, { count }) => sum + count, 0);
  if (asked === 0) return `Nothing was missed since ${day}.`;
  const head = `${asked} ${asked === 1 ? "question" : "questions"} in ${groups.length} ${groups.length === 1 ? "group" : "groups"} since ${day}, most frequent first`;
  return [
    head,
    formatNearest(groups, knowledge),
    ...groups.map((group) => formatGroup(group, knowledge)),
  ].join("\n\n");
}

/** Which topics and roles all of them are nearest to: where many small groups point at one gap. */
function formatNearest(groups: readonly MissGroup[], knowledge: Knowledge): string {
  const topics = countBy(groups, ({ topic }) =>
    topic && topic.probability >= TOPIC_FROM ? topicLabel(topic.topic, knowledge) : "no topic",
  );
  const roles = countBy(groups, ({ role }) =>
    role === undefined ? "no role" : (knowledge.roles.get(role)?.name ?? role),
  );
  return `By nearest topic: ${topics}\nBy nearest role: ${roles}`;
}

/** Below this a topic is as good as none. */
const TOPIC_FROM = 0.3;

function countBy(groups: readonly MissGroup[], nameOf: (group: MissGroup) => string): string {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(nameOf(group), (counts.get(nameOf(group)) ?? 0) + group.count);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function formatGroup(group: MissGroup, knowledge: Knowledge): string {
  const [first, ...others] = group.misses;
  const isNear = group.topic !== undefined && group.topic.probability >= TOPIC_FROM;
  const nearest = nearestWords(isNear ? group : { ...group, topic: undefined }, knowledge);
  const sure = isNear ? ` (topic ${Math.round(100 * group.topic!.probability)}%)` : "";
  const more = others.length - VARIANTS_SHOWN;
  return [
    `${String(group.count).padStart(4)}  ${first?.text}`,
    `      ${kindWords(group.kinds)}; last ${group.lastDay}; nearest: ${nearest}${sure}`,
    ...others
      .slice(0, VARIANTS_SHOWN)
      .map(({ text, count }) => `      also${count > 1 ? ` (${count})` : ""}: ${text}`),
    ...(more > 0 ? [`      and ${more} more`] : []),
  ].join("\n");
}
