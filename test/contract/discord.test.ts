import { describe, expect, it } from "vitest";
import type { DiscordMessage } from "../../src/adapters/discord/render/message-body.ts";
import { renderAnswer } from "../../src/adapters/discord/render/render.ts";
import { renderPlain } from "../../src/adapters/discord/render/render-plain.ts";
import { flatten } from "../support/discord-server/validate/components.ts";
import { Refusal } from "../support/discord-server/validate/form-error.ts";
import { parseMessage } from "../support/discord-server/validate/message.ts";
import { findings, lacks, leftOvers, oneLine, SAMPLES, type Sample } from "./answers.ts";

describe.each(SAMPLES)("in Discord, %s", (_, samples) => {
  it("are taken by Discord, wherever they are shown", () => {
    expect(findings(samples, refused)).toEqual([]);
  });

  it("say title, summary and every source in their components", () => {
    expect(
      findings(samples, ({ answer, question }) => {
        const shown = textOf(renderAnswer(answer, { question, shown: "channel" }));
        const { title, summary, sources } = answer;
        const wanted = [title, summary, ...sources.flatMap((source) => [source.title, source.publisher])];
        return [
          ...wanted
            .filter((part) => !oneLine(shown).includes(oneLine(part)))
            .map((part) => `lacks "${part}"`),
          ...leftOvers(shown),
        ];
      }),
    ).toEqual([]);
  });

  it("have a plain twin for where components are refused", () => {
    expect(
      findings(samples, ({ answer }) => {
        const messages = renderPlain(answer);
        return [...messages.flatMap(problem), ...lacks(textOf(messages), answer)];
      }),
    ).toEqual([]);
  });
});

function refused({ answer, question }: Sample): string[] {
  return (["channel", "thread", "direct", "ephemeral"] as const).flatMap((shown) =>
    renderAnswer(answer, { question, shown }).flatMap(problem),
  );
}

function problem(message: DiscordMessage): string[] {
  try {
    // As it goes over the wire, where fields that are undefined are left out.
    parseMessage(JSON.parse(JSON.stringify(message)), "create");
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [JSON.stringify(error.body)];
    throw error;
  }
}

/** The words that messages show, without the backslashes that keep them literal. */
function textOf(messages: readonly DiscordMessage[]): string {
  return messages
    .flatMap(({ content, components }) => [
      content ?? "",
      ...flatten(components ?? []).flatMap((one) => (typeof one.content === "string" ? [one.content] : [])),
    ])
    .join("\n")
    .replace(/\\([^\w\s])/g, "$1");
}
