import { describe, expect, test } from "vitest";
import { addressed, type MessageFacts } from "../../../../src/adapters/discord/inbound/addressing.ts";

const BOT = "100000000000000001";
const facts = (more: Partial<MessageFacts>): MessageFacts => ({
  botId: BOT,
  authorId: "100000000000000002",
  fromPerson: true,
  direct: false,
  content: "",
  mentionedRoleIds: [],
  botRoleIds: ["100000000000000003"],
  repliesToBot: false,
  ...more,
});

describe("a message is for the bot", () => {
  test.each([
    ["where it mentions it", { content: `<@${BOT}> hello` }, "hello", "mention"],
    ["in the older form of a mention", { content: `<@!${BOT}> hello` }, "hello", "mention"],
    [
      "with the mention in the middle",
      { content: `what does <@${BOT}> a DBA do` },
      "what does a DBA do",
      "mention",
    ],
    ["where it replies to it", { content: "and pay?", repliesToBot: true }, "and pay?", "mention"],
    ["in a DM", { content: "hello", direct: true }, "hello", "direct"],
    [
      "with marks for others, which are no words",
      { content: `<@${BOT}> hi <@&12345> <#678> <:x:9> <t:1:R>` },
      "hi",
      "mention",
    ],
  ])("%s", (_, more, text, how) => {
    expect(addressed(facts(more))).toEqual({ kind: "ask", text, addressed: how });
  });
});

describe("a message is not for the bot", () => {
  test.each([
    ["where it mentions everybody", { content: "@everyone hello @here" }],
    ["where it mentions somebody else", { content: "<@100000000000000009> hello" }],
    ["where a bot wrote it", { content: `<@${BOT}> hello`, fromPerson: false }],
    ["where the bot wrote it itself", { content: `<@${BOT}> hello`, authorId: BOT }],
    ["where it mentions another role", { mentionedRoleIds: ["100000000000000008"] }],
  ])("%s", (_, more) => expect(addressed(facts(more))).toEqual({ kind: "ignore" }));
});

describe("a hint is due", () => {
  test.each([
    ["for the bot's role", { mentionedRoleIds: ["100000000000000003"] }],
    ["for a bare mention", { content: `<@${BOT}>` }],
    ["for a DM without words", { direct: true }],
    ["for a reply whose text stays hidden", { repliesToBot: true }],
  ])("%s", (_, more) => expect(addressed(facts(more))).toEqual({ kind: "hint" }));
});
