import type { Knowledge } from "../knowledge/knowledge.ts";
import type { CountedMiss, MissGroup } from "../understanding/misses/group-misses.ts";
import type { Answer, Table } from "./answer.ts";
import { finish, listWords, shorten } from "./document.ts";
import { topicLabel } from "./next.ts";

export interface ReportedPeriod {
  /** Milliseconds since the epoch. */
  from: number;
  to: number;
}

const GROUPS_SHOWN = 10;
const QUESTION_SHOWN = 90;

/** What was asked in a week and not answered, for the people who look after the bot. Pure; holds no author of anything. */
export function weeklyReport(
  groups: readonly MissGroup[],
  period: ReportedPeriod,
  knowledge: Knowledge,
): Answer {
  const days = `${dayAndMonth(period.from)} to ${dayAndMonth(period.to)}`;
  const asked = groups.reduce((sum, { count }) => sum + count, 0);
  if (asked === 0) {
    return finish(
      { title: "Questions without an answer", summary: `From ${days} there was none. Nothing to do.` },
      knowledge,
    );
  }
  const left = groups.length - GROUPS_SHOWN;
  return finish(
    {
      title: "Questions without an answer",
      summary: `From ${days} ${asked === 1 ? "1 question was" : `${asked} questions were`} not answered, or not well: ${kindWords(totals(groups))}. To see all of them, run: rolewise misses. With --stub it drafts examples and texts.`,
      tables: [tableOf(groups.slice(0, GROUPS_SHOWN), left, knowledge)],
    },
    knowledge,
  );
}

function tableOf(groups: readonly MissGroup[], left: number, knowledge: Knowledge): Table {
  return {
    caption:
      left > 0 ? `The ${groups.length} most frequent of ${groups.length + left}` : "Most frequent first",
    columns: ["Question", "Asked", "What happened", "Nearest"],
    rows: groups.map((group) => [
      questionWords(group),
      String(group.count),
      kindWords(group.kinds),
      nearestWords(group, knowledge),
    ]),
  };
}

/** The commonest of a group, as it was typed, with how many more there are like it. */
function questionWords({ misses }: MissGroup): string {
  const [first] = misses;
  const more = misses.length - 1;
  return `“${shorten(first?.text ?? "", QUESTION_SHOWN)}”${more > 0 ? ` and ${more} like it` : ""}`;
}

const KIND_WORDS = {
  declined: "declined",
  unclear: "asked which was meant",
  disliked: "rated down",
} as const;

/** "3 declined, 1 rated down". */
export function kindWords(kinds: CountedMiss["kinds"]): string {
  const parts = (["declined", "unclear", "disliked"] as const).flatMap((kind) =>
    kinds[kind] > 0 ? [`${kinds[kind]} ${KIND_WORDS[kind]}`] : [],
  );
  return listWords(parts);
}

/** "Data engineer, Pay"; "no role, Pay" where no role is named. */
export function nearestWords({ role, topic }: MissGroup, knowledge: Knowledge): string {
  const name = role === undefined ? "no role" : (knowledge.roles.get(role)?.name ?? role);
  return topic ? `${name}, ${topicLabel(topic.topic, knowledge)}` : name;
}

export function totals(groups: readonly MissGroup[]): CountedMiss["kinds"] {
  const kinds = { declined: 0, unclear: 0, disliked: 0 };
  for (const group of groups) {
    kinds.declined += group.kinds.declined;
    kinds.unclear += group.kinds.unclear;
    kinds.disliked += group.kinds.disliked;
  }
  return kinds;
}

function dayAndMonth(time: number): string {
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
}
