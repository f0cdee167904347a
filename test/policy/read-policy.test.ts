import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { USUAL_POLICY } from "../../src/policy/policy.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { PROJECT_ROOT } from "../support/brain.ts";

function policyOf(text: string) {
  const read = readPolicy(text);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.policy;
}

function problemsOf(text: string) {
  const read = readPolicy(text);
  if ("policy" in read) throw new Error("it was accepted");
  return read.problems;
}

describe("a policy file", () => {
  it.each([
    ["that is empty", ""],
    ["of comments", "# channels:\n#   answer: off\n"],
    ["of names without values", "channels:\n  answer:\n  listed:\nquiet:\ncooldown:\n"],
  ])("%s is the usual policy: everyone, everywhere, in the open", (_, text) => {
    expect(policyOf(text)).toEqual(USUAL_POLICY);
    expect(USUAL_POLICY).toMatchObject({
      channels: { answer: "all" },
      ephemeral: false,
      quiet: false,
      cooldown: {},
    });
  });

  it("may set everything", () => {
    const text = `
channels:
  answer: listed
  listed: [C0123456789, "123456789012345678"]
ephemeral: true
quiet: true
cooldown:
  user: { questions: 5, seconds: 60 }
  channel: { questions: 20, seconds: 600 }
reports:
  readers: [U0123456789]
  slack: C0123456780
mentors:
  discord: 987654321098765432
`;
    expect(policyOf(text)).toEqual({
      channels: { answer: "listed", listed: ["C0123456789", "123456789012345678"] },
      ephemeral: true,
      quiet: true,
      cooldown: { user: { questions: 5, seconds: 60 }, channel: { questions: 20, seconds: 600 } },
      reports: { readers: ["U0123456789"], slack: "C0123456780" },
      mentors: { discord: "987654321098765432" },
    });
  });

  it("keeps an id that no number could hold, quoted or not", () => {
    const id = "1234567890123456789";
    for (const written of [id, `"${id}"`, `'${id}'`])
      expect(policyOf(`mentors:\n  discord: ${written}`).mentors.discord).toBe(id);
  });

  it("takes off as the word that it is", () => {
    expect(policyOf("channels:\n  answer: off").channels.answer).toBe("off");
  });
});

describe("what is wrong with a policy file is said with its line", () => {
  it.each([
    ["an unknown setting", "quiet: true\nquite: false", 2, /no setting "quite": there are channels, .*quiet/],
    [
      "an unknown setting in a group",
      "cooldown:\n  user:\n    questions: 3\n    seconds: 9\n    minutes: 1",
      5,
      /no setting "cooldown.user.minutes": there are questions, seconds/,
    ],
    ["a word for a choice", "ephemeral: false\nchannels:\n  answer: some", 3, /none of all, listed and off/],
    ["yes for true", "quiet: yes", 1, /"quiet" is neither true nor false/],
    ["a name for an id", "mentors:\n  slack: '#mentors'", 2, /no Slack channel id like C0123456789/],
    ["an id of the other platform", "mentors:\n  discord: C0123456789", 2, /no Discord channel id/],
    ["one of a list", "channels:\n  listed:\n    - C0123456789\n    - general", 4, /no channel id/],
    ["a list that is none", "channels:\n  listed: C0123456789", 2, /is no list: write \[one, another\]/],
    [
      "no list for listed",
      "quiet: false\nchannels:\n  answer: listed",
      2,
      /"channels.listed" names no channel/,
    ],
    ["a missing part", "cooldown:\n  user:\n    questions: 3", 2, /"cooldown.user.seconds" is missing/],
    ["a group without settings", "channels: off", 1, /on lines of their own below it: answer, listed/],
    ["zero questions", "cooldown:\n  user: { questions: 0, seconds: 5 }", 2, /from 1 to 1000/],
    ["more than a day", "cooldown:\n  user: { questions: 1, seconds: 86401 }", 2, /from 1 to 86400/],
    ["a group as a value", "quiet:\n  a: 1", 1, /"quiet"/],
    ["no settings at all", "hello", 1, /holds no settings/],
    ["a setting twice", "quiet: true\nquiet: false", 2, /not valid YAML/],
    ["an open bracket", "quiet: true\nchannels:\n  listed: [C0123456789\n", 4, /not valid YAML/],
    ["a reference to nothing", "quiet: *later", 1, /quotes/],
  ])("%s", (_, text, line, message) => {
    expect(problemsOf(text)).toEqual([{ line, message: expect.stringMatching(message) }]);
  });

  it("all at once, from top to bottom", () => {
    expect(problemsOf("quiet: on\nfoo: 1\ncooldown:\n  user: 5\n").map(({ line }) => line)).toEqual([
      1, 2, 4,
    ]);
  });

  it("at the edges of an allowance, just inside", () => {
    expect(policyOf("cooldown:\n  user: { questions: 1000, seconds: 86400 }").cooldown.user).toEqual({
      questions: 1000,
      seconds: 86_400,
    });
  });
});

it("the example in the docs is a policy, as it stands", async () => {
  const page = await readFile(join(PROJECT_ROOT, "docs", "policy.md"), "utf8");
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? "");
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(readPolicy(example)).toHaveProperty("policy");
});
