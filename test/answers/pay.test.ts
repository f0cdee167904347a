import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/answers/markdown.ts";
import {
  count,
  dollars,
  exactDollars,
  headlinePay,
  isThin,
  officialPaySentence,
  paySentence,
  payTable,
} from "../../src/answers/pay.ts";
import { plainMarkdown } from "../../src/answers/plain-text.ts";
import { realKnowledge } from "../support/brain.ts";
import { payRow, roleOf, withPay } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const engineer = roleOf(knowledge, "data-engineer");
const SOC = engineer.occupation.soc;
const official = payRow({
  kind: "official",
  occupation: SOC,
  n: null,
  p10: 71_234,
  p25: null,
  median: 112_345,
  p75: null,
  p90: 181_111,
  period: "May 2024",
  source: "bls",
});

describe("money", () => {
  it.each([
    [999, "$1,000"],
    [950, "$1,000"],
    [949, "$900"],
    [146_049, "$146,000"],
    [146_050, "$146,100"],
    [1_234_567, "$1,234,600"],
  ])("of adverts, %d, is rounded to hundreds: %s", (amount, words) => {
    expect(dollars(amount)).toBe(words);
  });

  it("of official statistics stands as it was published", () => {
    expect(exactDollars(112_345)).toBe("$112,345");
    expect(exactDollars(999)).toBe("$999");
  });

  it.each([
    [7, "7"],
    [999, "999"],
    [1_000, "1,000"],
    [1_234_567, "1,234,567"],
    [null, "not given"],
  ])("a count of %s is written %s", (n, words) => {
    expect(count(n)).toBe(words);
  });
});

describe("the sentence on pay", () => {
  it("names median, middle half, region, kind, period and count", () => {
    expect(paySentence(engineer, withPay(knowledge, engineer.id, [payRow()]))).toBe(
      "Data engineers are advertised at a median of $120,000 a year in the US, the middle half between $100,000 and $140,000 (base pay, 2023-2025, n=1,234).",
    );
  });

  it("leaves out a middle half that is not known", () => {
    const said = paySentence(engineer, withPay(knowledge, engineer.id, [payRow({ p25: null })]));
    expect(said).not.toContain("middle half");
  });

  it.each([
    [29, true],
    [30, false],
  ])("says of %d figures whether they are few: %s", (n, thin) => {
    const row = payRow({ n });
    expect(isThin(row)).toBe(thin);
    const said = paySentence(engineer, withPay(knowledge, engineer.id, [row]));
    expect(said.includes("rests on few adverts")).toBe(thin);
  });

  it("gives the official figure, named as such, where there are no adverts", () => {
    const said = paySentence(engineer, withPay(knowledge, engineer.id, [official]));
    expect(said).toBe(
      "There are too few adverts for data engineers to give a range. The closest official occupation had a median of $112,345 a year in the US in May 2024.",
    );
  });

  it("invents nothing where nothing is known", () => {
    const said = paySentence(engineer, withPay(knowledge, engineer.id, []));
    expect(said).toBe("There are too few adverts for data engineers to give a range.");
  });

  it("takes the US figure for all levels, and no other", () => {
    const rows = [payRow({ region: "GB" }), payRow({ level: "senior" }), official];
    expect(headlinePay(engineer, withPay(knowledge, engineer.id, rows))).toBeUndefined();
    const whole = [...rows, payRow({ median: 1_000 })];
    expect(headlinePay(engineer, withPay(knowledge, engineer.id, whole))?.median).toBe(1_000);
  });
});

describe("the table of pay", () => {
  it("holds adverts alone, each with its count, and marks few", () => {
    const rows = [
      payRow(),
      payRow({ level: "entry", n: 12, p25: null }),
      payRow({ region: "GB", n: null }),
      official,
    ];
    expect(payTable(engineer, withPay(knowledge, engineer.id, rows))).toEqual({
      caption: "Advertised base pay of data engineers, US dollars a year, 2023-2025",
      columns: ["Where and level", "Middle half", "Median", "Figures (n)"],
      rows: [
        ["US, all levels", "$100,000 to $140,000", "$120,000", "1,234"],
        ["US, entry", "not given", "$120,000", "12 (few)"],
        ["United Kingdom", "$100,000 to $140,000", "$120,000", "not given"],
      ],
    });
  });

  it("is left out where there are none", () => {
    expect(payTable(engineer, withPay(knowledge, engineer.id, [official]))).toBeUndefined();
  });
});

describe("official statistics", () => {
  it("stand apart, with their ends, their year and their source", () => {
    const said = officialPaySentence(engineer, withPay(knowledge, engineer.id, [payRow(), official])) ?? "";
    expect(said).toMatch(/\[\^bls\]$/);
    const plain = plainMarkdown(parseMarkdown(said), Number.POSITIVE_INFINITY);
    expect(plain).toContain("Official statistics:");
    expect(plain).toContain("earned a median of $112,345 in May 2024 in the US");
    expect(plain).toContain("the lowest tenth under $71,234, the highest tenth over $181,111");
    expect(plain).not.toContain("$120,000");
  });

  it("are not made up where there are none", () => {
    expect(officialPaySentence(engineer, withPay(knowledge, engineer.id, [payRow()]))).toBeUndefined();
  });

  it.each([
    ["exact", /^\*\*Official statistics:\*\* the occupation "/],
    ["part", /in which data engineers are counted/],
    ["closest", /the closest occupation, "/],
    ["judgement", /we judge closest, ".+" \(the role has none of its own\)/],
  ] as const)("say how well the occupation fits: %s", (fit, words) => {
    const role = { ...engineer, occupation: { ...engineer.occupation, fit } };
    expect(officialPaySentence(role, withPay(knowledge, role.id, [official]))).toMatch(words);
  });
});
