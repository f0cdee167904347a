import { describe, expect, it, test } from "vitest";
import { readPost } from "../../src/understanding/post.ts";
import { realReader } from "./understander.ts";

const read = await realReader();
const readText = (text: string) => readPost(text, read(text));

const ADVERT = `We are hiring a **Data Engineer** (m/f/d) in Lyon!
You will build pipelines in Python and SQL with Airflow and Spark, together with our data scientists.
A bachelor's degree helps; no PhD needed. As a data engineer you earn $130k-160k.`;

describe("an advert", () => {
  const post = readText(ADVERT);

  test("names its roles, and the words that did", () => {
    expect(post.roles.map(({ id }) => id).sort()).toEqual(["data-engineer", "data-scientist"]);
    expect(post.roles.find(({ id }) => id === "data-scientist")?.words).toEqual(["data scientists"]);
  });

  test("names skills and degrees once each, without what it rules out", () => {
    expect(post.terms).toEqual(expect.arrayContaining(["python", "sql", "airflow", "spark", "bachelor"]));
    expect(post.terms).not.toContain("doctorate");
    expect(new Set(post.terms).size).toBe(post.terms.length);
  });

  test("names the pay", () => {
    expect(post.pay).toEqual({ from: 130_000, to: 160_000, currency: "USD" });
  });
});

describe("pay", () => {
  it.each([
    ["$130k-160k", { from: 130_000, to: 160_000, currency: "USD" }],
    ["$130k – $160k", { from: 130_000, to: 160_000, currency: "USD" }],
    ["$ 120,000 to $ 150,000 a year", { from: 120_000, to: 150_000, currency: "USD" }],
    ["€ 65.000", { from: 65_000, to: 65_000, currency: "EUR" }],
    ["£45000 - £55000", { from: 45_000, to: 55_000, currency: "GBP" }],
    ["EUR 70k and 90k", { from: 70_000, to: 90_000, currency: "EUR" }],
    ["CAD 95,000", { from: 95_000, to: 95_000, currency: "CAD" }],
    ["$92.5k", { from: 92_500, to: 92_500, currency: "USD" }],
  ])("%s", (text, pay) => {
    expect(readText(`Data engineer, ${text}.`).pay).toEqual(pay);
  });

  it.each([
    "no figures at all",
    "130k users",
    "$50 a day",
    "$500",
    "call 555 120000",
    "$160k-130k",
    "raised $2",
  ])("is not seen in %s", (text) => {
    expect(readText(text).pay).toBeUndefined();
  });
});

test.each(["", "🚀", "a".repeat(20_000), "<script>alert(1)</script>"])(
  "reads %.20j without fault",
  (text) => {
    expect(readText(text)).toEqual({ roles: [], terms: [], pay: undefined });
  },
);
