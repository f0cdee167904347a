import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { chat, type TerminalOptions } from "../../../src/adapters/terminal/chat.ts";
import type { Conversations } from "../../../src/conversations/conversations.ts";
import type { IncomingMessage, Reply } from "../../../src/conversations/message.ts";
import type { Action } from "../../../src/conversations/personal/action.ts";
import { button } from "../../../src/conversations/personal/personal-reply.ts";
import { NO_EVIDENCE } from "../../../src/understanding/evidence.ts";
import { plainQuestion } from "../../../src/understanding/question.ts";

/** Answers each text with itself, later the longer it is. */
function echo(received: IncomingMessage[]): Conversations {
  const unused = () => {
    throw new Error("not of the terminal");
  };
  return {
    async receive(message) {
      received.push(message);
      await new Promise((resolve) => setTimeout(resolve, message.text === "slow" ? 40 : 1));
      return message.text === "silence" ? undefined : reply(`Heard ${message.text}.`);
    },
    claim: unused,
    reconsider: unused,
    press: unused,
    explainPost: unused,
    explainLast: unused,
    takeFeedback: unused,
    suggestRoles: unused,
    suggestSkills: unused,
    pressAction: unused,
    profileForm: unused,
    submitProfile: unused,
    overview: unused,
    topics: unused,
    takeDueReminders: unused,
  };
}

/** Offers two buttons under each answer, and says which was pressed; the second hands over a file. */
function offering(received: IncomingMessage[], pressed: Action[]): Conversations {
  const buttons = [
    button("My plan", { do: "plan" }),
    button("Edit", { do: "edit-profile" }),
    button("Export", { do: "export-data" }),
  ];
  return {
    ...echo(received),
    async receive(message) {
      received.push(message);
      return { ...reply(`Heard ${message.text}.`), buttons };
    },
    async pressAction(_, action) {
      pressed.push(action);
      const file = { name: "all.json", text: "{}\n", description: "All of it" };
      return { ...reply(`Did ${action.do}.`), buttons, ...(action.do === "export-data" ? { file } : {}) };
    },
  };
}

function reply(summary: string): Reply {
  return {
    answer: {
      title: "Title",
      summary,
      sections: [],
      tables: [],
      sources: [],
      followUps: [],
      outcome: "answered",
      audience: "public",
    },
    question: plainQuestion("help"),
    confidence: 1,
    evidence: { ...NO_EVIDENCE, decision: "So." },
  };
}

async function talk(
  lines: string,
  over: Partial<Omit<TerminalOptions, "input" | "output" | "conversations">> & {
    conversations?: (received: IncomingMessage[]) => Conversations;
    terminal?: boolean;
    columns?: number;
  } = {},
) {
  const { conversations = echo, terminal = false, columns, ...rest } = over;
  const received: IncomingMessage[] = [];
  const input = Object.assign(new PassThrough(), { isTTY: terminal, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: terminal, ...(columns ? { columns } : {}) });
  let shown = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  const ended = chat({
    conversations: conversations(received),
    input,
    output,
    explain: false,
    plain: false,
    ...rest,
  });
  input.end(lines);
  await ended;
  await new Promise((resolve) => setImmediate(resolve));
  return { shown, received };
}

describe("lines from a pipe", () => {
  it("are answered one by one, in their order, with nothing but answers written", async () => {
    const { shown } = await talk("slow\nquick\n");
    expect(shown).toBe("Title\n\nHeard slow.\n\nTitle\n\nHeard quick.\n\n");
  });

  it("are private, of one person, each a message of its own", async () => {
    const { received } = await talk("one\ntwo");
    expect(received.map(({ messageId, text }) => [messageId, text])).toEqual([
      ["1", "one"],
      ["2", "two"],
    ]);
    for (const message of received)
      expect(message).toMatchObject({
        platform: "terminal",
        userId: "you",
        addressed: "direct",
        audience: "private",
      });
  });

  it("that are empty are passed over, and so is what has no answer", async () => {
    const { shown, received } = await talk("\n   \nsilence\r\none\n");
    expect(received.map(({ text }) => text)).toEqual(["silence", "one"]);
    expect(shown).toBe("Title\n\nHeard one.\n\n");
  });

  it("carry the evidence where it was asked for", async () => {
    expect((await talk("one\n", { explain: true })).shown).toContain("Why:\n- So.");
  });

  it("have no colour and no prompt", async () => {
    const { shown } = await talk("one\n");
    expect(shown).not.toContain("you>");
    expect(shown.includes("\u001b")).toBe(false);
  });
});

describe("buttons", () => {
  it("are pressed by letter or by label, and what a button hands over is printed", async () => {
    const pressed: Action[] = [];
    const { shown, received } = await talk("b\none\na\nexport\n", {
      conversations: (messages) => offering(messages, pressed),
    });
    expect(received.map(({ text }) => text)).toEqual(["b", "one"]);
    expect(pressed).toEqual([{ do: "plan" }, { do: "export-data" }]);
    expect(shown).toContain("Did plan.");
    expect(shown).toContain("Did export-data.");
    expect(shown).toMatch(/\n\{\}\n/);
  });

  it("that are not there are not asked as questions", async () => {
    const { shown, received } = await talk("one\nd\n", {
      conversations: (messages) => offering(messages, []),
    });
    expect(received.map(({ text }) => text)).toEqual(["one"]);
    expect(shown).toContain("Choose (a) My plan · (b) Export, or ask in your own words.");
  });
});

describe("on a terminal", () => {
  it("there are a greeting and a prompt, and Ctrl-D ends it", async () => {
    const { shown } = await talk("one\n\u0004", { terminal: true, plain: true });
    expect(shown).toContain("Ctrl-D ends");
    expect(shown).toContain("you> ");
    expect(shown).toContain("Heard one.");
    expect(shown.endsWith("\n")).toBe(true);
  });

  it("lines that are pasted are one message", async () => {
    const { received } = await talk("review my CV:\nBuilt reports in SQL.\n\nLed two people.\n", {
      terminal: true,
    });
    expect(received.map(({ text }) => text)).toEqual([
      "review my CV:\nBuilt reports in SQL.\n\nLed two people.",
    ]);
  });

  it("titles stand out, unless colour is switched off", async () => {
    const bold = "\u001b[1mTitle\u001b[22m";
    expect((await talk("one\n", { terminal: true })).shown).toContain(bold);
    expect((await talk("one\n", { terminal: true, plain: true })).shown).not.toContain(bold);
  });

  it("lines are as wide as the window and never wider than is readable", async () => {
    const long = "word ".repeat(60).trim();
    const widest = async (columns: number) => {
      const { shown } = await talk(`${long}\n`, { columns });
      return Math.max(...shown.split("\n").map((line) => line.length));
    };
    expect(await widest(40)).toBeLessThanOrEqual(40);
    expect(await widest(300)).toBeLessThanOrEqual(100);
    expect(await widest(300)).toBeGreaterThan(90);
  });

  it("questions are kept for the arrow keys, newest first", async () => {
    const kept: string[][] = [];
    const history = { lines: ["earlier"], keep: (lines: string[]) => void kept.push([...lines]) };
    await talk("one\ntwo\n", { terminal: true, history });
    expect(kept.at(-1)).toEqual(["two", "one", "earlier"]);
  });
});
