import { describe, expect, it } from "vitest";
import { explainPost } from "../../src/answers/explain-post.ts";
import { plainText } from "../../src/answers/plain-text.ts";
import { answerWhy, evidenceLines } from "../../src/answers/why.ts";
import type { Evidence } from "../../src/understanding/evidence.ts";
import { realKnowledge } from "../support/brain.ts";
import { roleOf } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const evidence: Evidence = {
  roles: [{ id: "data-engineer", words: "data eng", how: "alias" }],
  topics: [
    { id: "salary", words: "earn", how: "in so many words" },
    { id: "salary", words: "earn", how: "in so many words" },
    { id: "tools", words: "", how: "like questions that were asked before" },
  ],
  skills: [{ id: "sql", words: "sequel", how: "language" }],
  cues: ['"vs" joins two roles'],
  intents: [
    { intent: "lookup", probability: 0.912 },
    { intent: "compare", probability: 0.05 },
    { intent: "thanks", probability: 0.004 },
  ],
  focus: ["it compares with data-engineer, which was asked about before"],
  decision: "One reading is clearly the likeliest.",
};

describe("why", () => {
  it("gives every sign in plain words", () => {
    expect(evidenceLines(evidence, knowledge)).toEqual([
      '"data eng" names Data engineer (alias).',
      '"earn" asks for pay (in so many words).',
      "It asks for tools: like questions that were asked before.",
      '"sequel" is SQL (language).',
      'A sign: "vs" joins two roles.',
      "From our talk: it compares with the data engineer, which was asked about before.",
      "Likeliest readings: about a role 91%, a comparison 5%.",
    ]);
  });

  it("is silent about readings where none were weighed, as after a button", () => {
    const pressed = { ...evidence, intents: [] };
    expect(evidenceLines(pressed, knowledge).join(" ")).not.toContain("readings");
  });

  it("is for the asker alone and repeats their words as words", () => {
    const odd = {
      ...evidence,
      roles: [{ id: "data-engineer", words: "*data* [eng](https://example.org)", how: "alias" }],
    };
    const answer = answerWhy(odd, knowledge);
    expect(answer.audience).toBe("private");
    expect(JSON.stringify(answer.sections)).not.toMatch(/"type":"(?:link|emphasis)"/);
    expect(plainText(answer)).toContain('"*data* [eng](https://example.org)" names Data engineer');
  });

  it("says that it forgot where it did", () => {
    expect(answerWhy(undefined, knowledge)).toMatchObject({ outcome: "declined", audience: "private" });
  });
});

describe("somebody's post", () => {
  const nothing = { roles: [], terms: [], pay: undefined };

  it("is read as the role that it names, with the words that named it", () => {
    const answer = explainPost(
      { ...nothing, roles: [{ id: "nlp-engineer", words: ["nlp engineer"] }] },
      knowledge,
    );
    expect(answer.title).toBe("Closest role: NLP engineer");
    expect(answer.summary).toBe("This reads most like an NLP engineer.");
    expect(plainText(answer)).toContain("named as nlp engineer");
  });

  it("is read by its must-have skills where it names none", () => {
    const must = roleOf(knowledge, "data-engineer").skills.filter(({ need }) => need === "must");
    const tools = roleOf(knowledge, "data-engineer").tools;
    const terms = [...must, ...tools].map(({ id }) => id);
    expect(explainPost({ ...nothing, terms }, knowledge).title).toBe("Closest role: Data engineer");
  });

  it("has its pay set beside that of adverts, with its source", () => {
    const roles = [{ id: "data-engineer", words: ["data engineer"] }];
    const answer = explainPost(
      { roles, terms: [], pay: { from: 130_000, to: 160_000, currency: "USD" } },
      knowledge,
    );
    const said = plainText(answer);
    expect(said).toContain("The post names USD 130,000 to 160,000");
    expect(said).toMatch(/US adverts for this role have \$[\d,]+ to \$[\d,]+ in their middle half .+ \[1\]/);
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it("of something else is declined", () => {
    expect(explainPost(nothing, knowledge)).toMatchObject({ outcome: "declined", audience: "private" });
  });
});
