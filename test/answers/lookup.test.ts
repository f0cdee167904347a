import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/answer-question.ts";
import { answerLookup } from "../../src/answers/lookup.ts";
import { plainText } from "../../src/answers/plain-text.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { realKnowledge } from "../support/brain.ts";
import { payRow, roleOf, withPay } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const engineer = roleOf(knowledge, "data-engineer");

describe("an overview", () => {
  it("says on one screen what a role does, needs, earns and leads to, each with its source", () => {
    const answer = answerLookup(engineer, [], knowledge);
    const said = plainText(answer);
    expect(answer.title).toBe("Data engineer");
    expect(answer.summary).toBe(engineer.overview);
    for (const fact of ["Does:", "Must have:", "Education:", "Experience:", "Pay:", "Outlook:", "Next:"])
      expect(said).toContain(`- ${fact}`);
    expect(said).toMatch(/- Pay: median \$[\d,]+ a year in US adverts \(.+, n=\d{1,3}(,\d{3})*\) \[\d+\]/);
    expect(answer.sources.length).toBeGreaterThan(1);
  });

  it("leaves out pay that is not known and marks few adverts", () => {
    const said = (n: number | undefined) =>
      plainText(
        answerLookup(engineer, [], withPay(knowledge, engineer.id, n === undefined ? [] : [payRow({ n })])),
      );
    expect(said(undefined)).not.toContain("Pay: median");
    expect(said(12)).toContain("n=12, few");
    expect(said(1_200)).toContain("n=1,200)");
  });
});

describe("one topic", () => {
  it.each([...knowledge.topics.keys()])("%s opens with its answer and offers others", (topic) => {
    const answer = answerLookup(engineer, [topic], knowledge);
    expect(answer.title).toBe(`Data engineer: ${knowledge.topics.get(topic)?.label}`);
    expect(answer.summary.length).toBeGreaterThan(20);
    const offered = answer.followUps.map(({ question }) => question);
    expect(offered).not.toContainEqual(plainQuestion("lookup", [engineer.id], [topic]));
    expect(offered.some(({ intent }) => intent === "compare")).toBe(true);
  });

  it("pay gives adverts in a table and official statistics in a sentence of their own", () => {
    const answer = answerLookup(engineer, ["salary"], knowledge);
    expect(answer.tables[0]?.caption).toMatch(/^Advertised base pay of data engineers/);
    expect(plainText({ ...answer, tables: [] })).toContain("Official statistics:");
  });

  it("tools are told apart by must and nice to have", () => {
    const said = plainText(answerLookup(engineer, ["tools"], knowledge));
    expect(said).toMatch(/- Must have: \S.+\n- Nice to have: \S/);
  });

  it("the career path names where people come from and go on to", () => {
    const said = plainText(answerLookup(engineer, ["career-path"], knowledge));
    expect(said).toMatch(/- People come from: .+ \((?:often|sometimes|seldom)\)/);
    expect(said).toMatch(/- And go on to: .+/);
  });
});

describe("several topics", () => {
  it("are answered in the order asked, the first in the summary", () => {
    const answer = answerLookup(engineer, ["salary", "tools"], knowledge);
    expect(answer.title).toBe("Data engineer: Pay and Tools");
    expect(answer.summary).toContain("advertised at a median");
    expect(answer.sections.map(({ heading }) => heading)).toContain("Tools");
  });
});

it("a look-up without a role, or of one that is gone, asks which", () => {
  for (const roles of [[], ["gone"]]) {
    const answer = answerQuestion(plainQuestion("lookup", roles, ["salary"]), knowledge);
    expect(answer.outcome).toBe("clarify");
    expect(answer.followUps.length).toBeGreaterThan(0);
  }
});
