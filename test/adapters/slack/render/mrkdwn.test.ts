import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { escapeMrkdwn, mrkdwnLink } from "../../../../src/adapters/slack/render/escape.ts";
import { toMrkdwn } from "../../../../src/adapters/slack/render/mrkdwn.ts";

const render = (markdown: string) => toMrkdwn(fromMarkdown(markdown), () => undefined);

describe("mrkdwn", () => {
  it("writes paragraphs, bold, italic, code and links in Slack's way", () => {
    expect(render("Uses **SQL** and *often* `dbt`, see [the docs](https://example.org/a?b=1&c=2).")).toEqual([
      "Uses *SQL* and _often_ `dbt`, see <https://example.org/a?b=1&amp;c=2|the docs>.",
    ]);
  });

  it("writes lists with nested items and keeps the numbers of ordered ones", () => {
    expect(render("- a\n  - b\n- c")).toEqual(["• a", "    ◦ b", "• c"]);
    expect(render("3. x\n4. y")).toEqual(["3. x", "4. y"]);
  });

  it("cites a source by its number and leaves out one that is not listed", () => {
    const body = {
      type: "root" as const,
      children: [
        {
          type: "paragraph" as const,
          children: [
            { type: "text" as const, value: "Pay is high" },
            { type: "footnoteReference" as const, identifier: "bls" },
            { type: "footnoteReference" as const, identifier: "gone" },
          ],
        },
      ],
    };
    expect(toMrkdwn(body, (key) => (key === "bls" ? " [1]" : undefined))).toEqual(["Pay is high [1]"]);
  });

  it.each([
    ["<!channel> & <@U123>", "&lt;!channel&gt; &amp; &lt;@U123&gt;"],
    ["*bold* _it_ ~no~ `code`", "∗bold* ＿it_ ∼no~ ˋcode`"],
    ["**double**", "∗∗double**"],
    ["> quoted", "\u200B&gt; quoted"],
    ["snake_case and 2*3", "snake_case and 2*3"],
  ])("makes %s inert", (typed, inert) => {
    expect(escapeMrkdwn(typed)).toBe(inert);
  });

  it("links only addresses that Slack should open", () => {
    expect(mrkdwnLink("javascript:alert(1)", "x")).toBe("x");
    expect(mrkdwnLink("https://e.org/a|b>c", "a|b")).toBe("<https://e.org/a%7Cb%3Ec|a¦b>");
  });

  it("keeps bold readable inside a word", () => {
    expect(render("Py**Torch**es")).toEqual(["Py\u200B*Torch*\u200Bes"]);
  });
});
