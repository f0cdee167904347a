import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatQuestion } from "../../src/understanding/question-string.ts";
import { startDiscordStories } from "./platforms/discord.ts";
import { type Seen, type StartPlatform, until } from "./platforms/platform.ts";
import { startSlackStories } from "./platforms/slack.ts";
import { startTerminal } from "./platforms/terminal.ts";
import { startRecorder } from "./recorder.ts";
import { readStories, type Turn } from "./story.ts";

const stories = await readStories(fileURLToPath(new URL(".", import.meta.url)));

describe.each<[string, StartPlatform]>([
  ["the terminal", startTerminal],
  ["Slack", startSlackStories],
  ["Discord", startDiscordStories],
])("in %s", (_, start) => {
  it.each(stories)("$title", async ({ where, turns }) => {
    const recorder = await startRecorder();
    const platform = await start(recorder);
    try {
      const talk = platform.begin(where);
      for (const turn of turns) {
        recorder.passMinutes(turn.after ?? 0);
        const before = recorder.replies.length;
        const look = await talk.take(turn);
        const reply = recorder.replies[before];
        await settled(look, turn);
        const { messages, by } = look();
        const opening = oneLine(reply?.answer.summary ?? "").slice(0, 60);
        expect({
          understood: reply && formatQuestion(reply.question),
          outcome: reply?.answer.outcome,
          audience: reply?.answer.audience,
          answers: messages.filter(({ shown }) => oneLine(shown).includes(opening)).length,
        }).toEqual({
          understood: turn.understood,
          outcome: turn.outcome,
          audience: turn.audience,
          answers: 1,
        });
        if (turn.audience === "private") expect(by).toBe("the asker alone");
        for (const text of waysOfShowing(messages)) {
          for (const wanted of turn.shows) expect.soft(text).toContain(wanted);
          for (const unwanted of turn.hides) expect.soft(text).not.toContain(unwanted);
        }
      }
      expect(platform.complaints()).toEqual([]);
    } finally {
      await platform.stop();
    }
  });
});

/** Waits for the further parts of a long answer; for a second answer where the message came twice. */
async function settled(look: () => Seen, turn: Turn): Promise<void> {
  const complete = () =>
    waysOfShowing(look().messages).every((text) => turn.shows.every((one) => text.includes(one)));
  // What is missing in the end is for the assertions to say.
  await until("the whole answer", complete).catch(() => undefined);
  if (turn.twice) await new Promise((resolve) => setTimeout(resolve, 150));
}

/** The whole answer as blocks, and as the text twins where there are some. */
function waysOfShowing(messages: Seen["messages"]): string[] {
  const shown = messages.map((message) => message.shown).join("\n");
  const twins = messages.flatMap(({ twin }) => twin ?? []);
  return [shown, ...(twins.length > 0 ? [twins.join("\n")] : [])].map(oneLine);
}

/** Lines are broken differently everywhere, and bold is written differently. */
function oneLine(text: string): string {
  return text.replaceAll("*", "").replace(/\s+/g, " ");
}
