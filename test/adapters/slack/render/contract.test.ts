import { describe, expect, it } from "vitest";
import { homeView } from "../../../../src/adapters/slack/inbound/home.ts";
import { renderReply, type Surface } from "../../../../src/adapters/slack/render/reply.ts";
import { answerQuestion } from "../../../../src/answers/answer-question.ts";
import { loadKnowledge } from "../../../../src/knowledge/load.ts";
import { TOPICS } from "../../../../src/knowledge/topics.ts";
import { NO_EVIDENCE } from "../../../../src/understanding/evidence.ts";
import { INTENTS, plainQuestion, type Question } from "../../../../src/understanding/question.ts";
import { checkMessageBlocks, checkView } from "../../../support/slack-server/blocks.ts";
import { FakeConversations } from "../fake-conversations.ts";

const knowledge = await loadKnowledge("knowledge");
const roles = [...knowledge.roles.keys()];

const EVERYWHERE: readonly Surface[] = ["open", "command", "whisper"];

function faults(question: Question, surfaces: readonly Surface[] = ["open"]): unknown[] {
  const answer = answerQuestion(question, knowledge);
  const reply = { answer, question, confidence: 1, evidence: NO_EVIDENCE };
  return surfaces.flatMap((surface) =>
    renderReply(reply, surface).flatMap(({ blocks, text }): object[] => {
      const checked = checkMessageBlocks(blocks);
      if ("error" in checked) return [{ surface, ...checked }];
      if (text.trim() === "" || text.length > 40_000) return [{ surface, text: text.length }];
      // Every figure shown must be said in the text too.
      const lost = JSON.stringify(blocks.filter(({ type }) => type === "table")).match(/\$[\d,]+/g) ?? [];
      const missing = lost.filter((figure) => !text.includes(figure));
      return missing.length > 0 ? [{ surface, missing }] : [];
    }),
  );
}

describe("every answer of the knowledge base fits Slack and has its text", () => {
  it.each(roles)("%s, whole and by topic", (role) => {
    const questions = [[], ...TOPICS.map((topic) => [topic]), [...TOPICS]].map((topics) =>
      plainQuestion("lookup", [role], topics),
    );
    expect(questions.flatMap((question) => faults(question, EVERYWHERE))).toEqual([]);
  });

  it.each(roles)("%s compared with every other role", (role) => {
    const others = roles.filter((other) => other > role);
    const questions = others.flatMap((other) => [
      plainQuestion("compare", [role, other]),
      plainQuestion("compare", [role, other], [...TOPICS]),
    ]);
    expect(questions.flatMap((question) => faults(question))).toEqual([]);
  });

  it("comparisons of many roles at once", () => {
    for (const count of [3, 4, roles.length])
      expect(faults(plainQuestion("compare", roles.slice(0, count)), EVERYWHERE)).toEqual([]);
  });

  it("every way from one role to another", () => {
    const questions = roles.flatMap((from) =>
      roles
        .filter((to) => to !== from)
        .map((to): Question => ({ intent: "transition", from, roles: [to], topics: [] })),
    );
    expect(questions.flatMap((question) => faults(question))).toEqual([]);
  });

  it("every other kind of question", () => {
    const questions = INTENTS.map((intent): Question => {
      if (intent === "transition") return { intent, from: null, roles: roles.slice(0, 1), topics: [] };
      if (intent === "find-roles" || intent === "advice")
        return { intent, roles: [], topics: [], skills: [] };
      return plainQuestion(intent);
    });
    expect(questions.flatMap((question) => faults(question))).toEqual([]);
  });

  it("App Home", () => {
    const [help, list] = (["help", "list-roles"] as const).map((intent) =>
      answerQuestion(plainQuestion(intent), knowledge),
    );
    const fake = new FakeConversations();
    const yours = { profile: fake.personalReply("Your profile"), plan: fake.personalReply("Your plan") };
    expect(checkView(homeView(yours, help!, list!))).toHaveProperty("view");
  });
});
