import { describe, expect, it, test } from "vitest";
import { MAX_CHARACTERS, normalize } from "../../../src/understanding/text/normalize.ts";

describe("letters", () => {
  it.each([
    ["Cyrillic letters drawn like Latin ones", "dаtа sсiеntist", "data scientist"],
    ["whole words of look-alikes", "а", "a"],
    ["Greek letters inside a Latin word", "dαtα", "data"],
    ["full-width letters", "ｄａｔａ ｅｎｇｉｎｅｅｒ", "data engineer"],
    ["mathematical bold letters", "𝐝𝐚𝐭𝐚", "data"],
    ["circled letters", "ⓜⓛ", "ml"],
    ["ligatures", "ﬁnance", "finance"],
    ["accents", "résumé naïve", "resume naive"],
    ["accents stacked up", "d̴̛a̷̢t̶͝a̸", "data"],
    ["capital look-alikes, keeping the capital", "DАТА", "DATA"],
    ["dotless i and crossed letters", "ınsıght łead", "insight lead"],
  ])("takes %s for plain ones", (_, typed, plain) => {
    expect(normalize(typed)).toBe(plain);
  });

  it.each(["зарплата аналитика", "データエンジニア", "数据科学家", "مهندس بيانات"])(
    "leaves a word of another script as it is: %s",
    (typed) => {
      expect(normalize(typed)).toBe(typed.normalize("NFKC"));
    },
  );

  test("keeps capitals, which tell IT from it", () => {
    expect(normalize("IT jobs, is it?")).toBe("IT jobs, is it?");
  });
});

describe("what cannot be seen", () => {
  it.each([
    ["zero-width spaces and joiners", "da\u200bta\u200c scien\u200dtist"],
    ["soft hyphens", "data scien\u00adtist"],
    ["byte order marks and word joiners", "\ufeffdata\u2060 scientist"],
    ["marks of direction", "\u202edata\u202c \u2067scientist\u2069"],
    ["variation selectors", "data\ufe0f scientist"],
    ["tag characters", "data\u{e0061}\u{e0062} scientist"],
    ["Hangul fillers", "data\u3164 scientist"],
    ["spaces of other widths", "data\u2003\u00a0scientist"],
    ["control characters", "data\u0000\u0007 scientist"],
  ])("drops %s", (_, typed) => {
    expect(normalize(typed)).toBe("data scientist");
  });

  test("keeps the end of a line, where a sentence ends", () => {
    expect(normalize("hi\r\ndata scientist")).toBe("hi\ndata scientist");
  });
});

describe("emoji", () => {
  it.each([
    ["a plain one", "data 🚀 engineer", "data engineer"],
    ["a family joined by zero-width joiners", "data 👨‍👩‍👧 engineer", "data engineer"],
    ["one with a skin tone", "👋🏽 data engineer", "data engineer"],
    ["a flag", "data engineer 🇫🇷", "data engineer"],
    ["a short code", ":wave: data engineer :thinking_face:", "data engineer"],
    ["a custom one of Discord", "<:pog:123456789> data engineer <a:dance:987654321>", "data engineer"],
  ])("drops %s", (_, typed, plain) => {
    expect(normalize(typed)).toBe(plain);
  });

  test("reads folded hands and the like as thanks", () => {
    expect(normalize("🙏")).toBe("thx");
    expect(normalize("got it 👍🏽")).toBe("got it thx");
  });

  test("reads money signs in a row as a question of money", () => {
    expect(normalize("data engineer $$$?")).toBe("data engineer money ?");
  });
});

describe("platforms", () => {
  it.each([
    [
      "people and channels of Slack",
      "<@U12345> what of <#C999|jobs> data engineers",
      "what of data engineers",
    ],
    ["groups of Slack", "<!subteam^S1|@dev> <!here> data engineers", "data engineers"],
    ["people, roles and channels of Discord", "<@!123> <@&456> <#789> data engineers", "data engineers"],
    ["calls to everybody", "@everyone @here data engineers", "data engineers"],
    ["bare links", "data engineers https://example.com/a?b=c#d", "data engineers"],
    ["links of Slack but for their label", "<https://example.com|data engineers> pay", "data engineers pay"],
    ["links of Slack without a label", "data engineers <https://example.com>", "data engineers"],
  ])("drops %s", (_, typed, plain) => {
    expect(normalize(typed)).toBe(plain);
  });
});

describe("code and Markdown", () => {
  it.each([
    ["bold and italic", "**data** *engineer* __pay__ _now_", "data engineer pay now"],
    ["struck and spoiler", "~~data~~ ||engineer||", "data engineer"],
    ["inline code, keeping the words", "`data engineer`", "'data engineer'"],
    ["a block of code, saying that one was there", "fix ```js\nlet x = 1\n``` please", "fix CODE please"],
    ["a block that was never closed", "fix ```select * from t", "fix CODE"],
  ])("takes off %s", (_, typed, plain) => {
    expect(normalize(typed)).toBe(plain);
  });

  test("keeps the underscore within a name", () => {
    expect(normalize("scikit_learn")).toBe("scikit_learn");
  });

  it.each(["→", "⇒", "➜", "->", "=>", "-->"])("reads %s as an arrow", (arrow) => {
    expect(normalize(`analyst ${arrow} engineer`)).toBe("analyst -> engineer");
  });

  it.each([
    ["it’s", "it's"],
    ["“data”", '"data"'],
    ["data—engineer", "data - engineer"],
  ])("makes typographic marks plain: %s", (typed, plain) => {
    expect(normalize(typed)).toBe(plain);
  });
});

test("reads no more than its limit", () => {
  expect(normalize("a".repeat(MAX_CHARACTERS + 1))).toHaveLength(MAX_CHARACTERS);
  expect(normalize("a".repeat(MAX_CHARACTERS))).toHaveLength(MAX_CHARACTERS);
});

test.each(["", " \n\t ", "\u200b", "🚀🚀", "***"])("makes nothing of %j", (typed) => {
  expect(normalize(typed)).toBe("");
});
