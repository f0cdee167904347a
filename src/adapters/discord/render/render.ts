import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from "discord.js";
import type { Answer } from "../../../answers/answer.ts";
import { offered } from "../../../answers/offered.ts";
import type { Question } from "../../../understanding/question.ts";
import { button, followUpRows, isAboutRoles, type Row, type Shown, toolRow, topicMenu } from "./buttons.ts";
import { componentsMessage, type DiscordMessage } from "./message-body.ts";
import { type Page, paginate } from "./pages.ts";
import { headText, textUnits } from "./text-units.ts";

/** The question that was answered and where the answer is shown: what the tools under it need. */
export interface RenderOptions {
  question: Question;
  shown: Shown;
  /** Offers people of the community instead. */
  mentors?: boolean;
  /** A line of Discord's Markdown above the title, e.g. who shared the answer. */
  byline?: string | undefined;
}

/** Rows of another kind in the place of all of these. */
export interface OwnRows {
  rows: readonly Row[];
}

/** Blue for an answer, amber where the bot asks back, grey where it declines. */
const ACCENTS = { answered: 0x3b82f6, clarify: 0xf59e0b, declined: 0x94a3b8 } as const;

/**
 * An answer in Components v2: as many messages as its length needs, each within Discord's limits.
 * The buttons stand under the last one. Without options there are no tools, only the follow-ups.
 */
export function renderAnswer(answer: Answer, given?: RenderOptions | OwnRows): DiscordMessage[] {
  const options = given && "question" in given ? given : undefined;
  const own = given && "rows" in given ? given.rows : [];
  const head = [options?.byline, headText(answer)].filter((text) => text !== undefined).join("\n");
  const pages = paginate(head, textUnits(answer));
  return pages.map((page, at) => {
    const last = at === pages.length - 1;
    const inside = [
      ...pageComponents(page, at === 0 ? options?.question : undefined),
      ...(last ? menus(answer, options, own) : []),
    ];
    const components: APIMessageTopLevelComponent[] = [
      { type: ComponentType.Container, accent_color: ACCENTS[answer.outcome], components: inside },
    ];
    if (last && options) {
      const tools = toolRow(options.question, options.shown, answer.outcome, options.mentors);
      if (tools.components.length > 0) components.push(tools);
    }
    return componentsMessage(components);
  });
}

function pageComponents(page: Page, question: Question | undefined): APIComponentInContainer[] {
  return page.flatMap((text, at): APIComponentInContainer[] => {
    if (at > 0) return [{ type: ComponentType.Separator, divider: false, spacing: 1 }, display(text)];
    if (!question || !isAboutRoles(question)) return [display(text)];
    return [
      {
        type: ComponentType.Section,
        components: [display(text)],
        accessory: button({ do: "why", question }, "Why?"),
      },
    ];
  });
}

function menus(
  answer: Answer,
  options: RenderOptions | undefined,
  own: readonly Row[],
): APIComponentInContainer[] {
  const rows: Row[] = [...own, ...followUpRows(offered(answer), answer.outcome)];
  if (options && answer.topics !== undefined) rows.push(topicMenu(options.question, answer.topics));
  return rows.length === 0 ? [] : [{ type: ComponentType.Separator }, ...rows];
}

function display(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
