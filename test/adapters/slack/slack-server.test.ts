import { describe, expect, it } from "vitest";
import { checkMessageBlocks, checkView } from "../../support/slack-server/blocks.ts";

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });
const button = (over: object = {}) => ({
  type: "button",
  text: { type: "plain_text", text: "Go" },
  action_id: "go",
  ...over,
});
const actions = (...elements: object[]) => ({ type: "actions", elements });
const select = (options: number, over: object = {}) => ({
  type: "static_select",
  action_id: "s",
  options: Array.from({ length: options }, (_, at) => ({
    text: { type: "plain_text", text: `o${at}` },
    value: `${at}`,
  })),
  ...over,
});
const table = (rows: number, columns: number, text = "x") => ({
  type: "table",
  rows: Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({ type: "raw_text", text })),
  ),
});
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe("the local Slack takes what Slack takes, and refuses one more", () => {
  it.each<[string, object[], object[]]>([
    ["50 blocks", many(50, { type: "divider" }), many(51, { type: "divider" })],
    ["3,000 characters in a section", [section("x".repeat(3000))], [section("x".repeat(3001))]],
    [
      "150 characters in a header",
      [{ type: "header", text: { type: "plain_text", text: "x".repeat(150) } }],
      [{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }],
    ],
    [
      "ten elements in a context",
      [{ type: "context", elements: many(10, { type: "mrkdwn", text: "x" }) }],
      [{ type: "context", elements: many(11, { type: "mrkdwn", text: "x" }) }],
    ],
    [
      "75 characters on a button",
      [actions(button({ text: { type: "plain_text", text: "x".repeat(75) } }))],
      [actions(button({ text: { type: "plain_text", text: "x".repeat(76) } }))],
    ],
    [
      "2,000 characters in a value",
      [actions(button({ value: "x".repeat(2000) }))],
      [actions(button({ value: "x".repeat(2001) }))],
    ],
    ["100 options", [actions(select(100))], [actions(select(101))]],
    ["100 rows", [table(100, 2)], [table(101, 2)]],
    ["20 columns", [table(2, 20)], [table(2, 21)]],
    [
      "10,000 characters in a table",
      [table(10, 10, "x".repeat(100))],
      [table(10, 10, `${"x".repeat(100)}y`)],
    ],
    ["one table", [table(2, 2)], [table(2, 2), table(2, 2)]],
    ["a block_id once", [{ type: "divider", block_id: "a" }], many(2, { type: "divider", block_id: "a" })],
    ["an action_id once in a block", [actions(button())], [actions(button(), button())]],
    ["text", [section("x")], [section("")]],
    ["blocks that it knows", [{ type: "divider" }], [{ type: "dividing" }]],
    ["fields that it knows", [actions(button())], [actions(button({ colour: "red" }))]],
  ])("%s", (_, taken, refused) => {
    expect(checkMessageBlocks(taken)).toHaveProperty("blocks");
    expect(checkMessageBlocks(refused)).toHaveProperty("error");
  });

  it("13,200 characters over all blocks", () => {
    const size = (count: number) => JSON.stringify(many(count, section("x".repeat(2_000)))).length;
    expect(size(6)).toBeLessThanOrEqual(13_200);
    expect(checkMessageBlocks(many(6, section("x".repeat(2_000))))).toHaveProperty("blocks");
    expect(checkMessageBlocks(many(7, section("x".repeat(2_000))))).toMatchObject({
      error: "msg_blocks_too_long",
    });
  });

  it("no table in a view, and 3,000 characters of metadata", () => {
    const modal = (over: object) => ({
      type: "modal",
      title: { type: "plain_text", text: "T" },
      blocks: [{ type: "divider" }],
      ...over,
    });
    expect(checkView(modal({ private_metadata: "x".repeat(3000) }))).toHaveProperty("view");
    expect(checkView(modal({ private_metadata: "x".repeat(3001) }))).toHaveProperty("error");
    expect(checkView(modal({ blocks: [table(2, 2)] }))).toHaveProperty("error");
    expect(checkView(modal({ title: { type: "plain_text", text: "x".repeat(25) } }))).toHaveProperty("error");
  });

  it("says where in the blocks the fault lies", () => {
    expect(checkMessageBlocks([{ type: "divider" }, section("")])).toMatchObject({
      error: "invalid_blocks",
      messages: [expect.stringContaining("[json-pointer:/blocks/1/text/text]")],
    });
  });
});
