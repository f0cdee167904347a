import { describe, expect, it } from "vitest";
import { renderAnswer as inDiscord } from "../../src/adapters/discord/render/render.ts";
import { renderAnswer as inSlack } from "../../src/adapters/slack/render/render.ts";
import { offered } from "../../src/answers/offered.ts";
import { FOLLOW_UP_HEADINGS, plainText } from "../../src/answers/plain-text.ts";
import { flatten } from "../support/discord-server/validate/components.ts";
import { findings, SAMPLES, type Sample } from "./answers.ts";

/** The labels under an answer by where they are shown. */
function shown({ answer, question }: Sample): Record<string, string[]> {
  const discord = inDiscord(answer, { question, shown: "thread" })
    .flatMap(({ components }) => flatten(components ?? []))
    .flatMap((one) => (String(one.custom_id).startsWith("a/") ? [String(Reflect.get(one, "label"))] : []));
  const slack = inSlack(answer)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === "actions" ? block.elements : []))
    .flatMap((one) => (one.type === "button" ? [one.text.text] : []));
  const heading = `${FOLLOW_UP_HEADINGS[answer.outcome]}: `;
  const line = plainText(answer)
    .split("\n")
    .findLast((each) => each.startsWith(heading));
  return { discord, slack, twin: line?.slice(heading.length).split(" · ") ?? [] };
}

describe.each(SAMPLES)("follow-ups of %s", (_, samples) => {
  it("are offered alike on every platform and in the text twin", () => {
    expect(
      findings(samples, (sample) => {
        const wanted = offered(sample.answer).map(({ label }) => label);
        return Object.entries(shown(sample)).flatMap(([where, labels]) =>
          labels.join() === wanted.join() ? [] : [`${where} offers ${labels.join()}, not ${wanted.join()}`],
        );
      }),
    ).toEqual([]);
  });
});

it("under an answer they are five at most, and all where the bot asks which was meant", () => {
  const question = { intent: "help", roles: [], topics: [] } as const;
  const followUps = Array.from({ length: 8 }, (_, at) => ({
    label: `${at}`,
    question: { ...question, roles: [], topics: [] },
  }));
  expect(offered({ outcome: "answered", followUps })).toHaveLength(5);
  expect(offered({ outcome: "clarify", followUps })).toHaveLength(8);
  expect(offered({ outcome: "declined", followUps })).toHaveLength(8);
});
