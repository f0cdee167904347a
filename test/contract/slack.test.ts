import { describe, expect, it } from "vitest";
import { renderReply } from "../../src/adapters/slack/render/reply.ts";
import { NO_EVIDENCE } from "../../src/understanding/evidence.ts";
import { checkMessageBlocks } from "../support/slack-server/blocks.ts";
import { findings, lacks, leftOvers, SAMPLES, type Sample } from "./answers.ts";

/** Slack cuts the text of a post above this. */
const TEXT_MAX = 40_000;

describe.each(SAMPLES)("in Slack, %s", (_, samples) => {
  it("are taken by Slack, on every surface", () => {
    expect(findings(samples, refused)).toEqual([]);
  });

  it("say in their text twin what the blocks say", () => {
    expect(
      findings(samples, (sample) => {
        const messages = rendered(sample, "open");
        const twin = unescaped(messages.map(({ text }) => text).join("\n"));
        return [
          ...lacks(twin, sample.answer),
          ...leftOvers(twin),
          ...leftOvers(JSON.stringify(wordsIn(messages))),
        ];
      }),
    ).toEqual([]);
  });
});

function refused(sample: Sample): string[] {
  return (["open", "command", "whisper"] as const).flatMap((surface) =>
    rendered(sample, surface).flatMap(({ blocks, text }) => {
      const checked = checkMessageBlocks(blocks);
      return [
        ...("error" in checked ? [`${surface}: ${checked.error} ${checked.messages.join(" ")}`] : []),
        ...(text.trim() === "" || text.length > TEXT_MAX ? [`${surface}: text of ${text.length}`] : []),
      ];
    }),
  );
}

function rendered({ answer, question }: Sample, surface: "open" | "command" | "whisper") {
  return renderReply({ answer, question, confidence: 1, evidence: NO_EVIDENCE }, surface);
}

/** Every text that blocks show. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "text" && typeof inner === "string" ? [inner] : wordsIn(inner),
  );
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
