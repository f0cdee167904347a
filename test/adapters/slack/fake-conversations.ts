import { fromMarkdown } from "mdast-util-from-markdown";
import type { Answer } from "../../../src/answers/answer.ts";
import type { Conversations, Suggestion, Verdict } from "../../../src/conversations/conversations.ts";
import type { IncomingMessage, Place, Press, Reply } from "../../../src/conversations/message.ts";
import { NO_EVIDENCE } from "../../../src/understanding/evidence.ts";
import { plainQuestion, type Question } from "../../../src/understanding/question.ts";
import { FakePersonal } from "../fake-personal.ts";

export const ROLES: Suggestion[] = [
  { id: "data-engineer", name: "Data engineer" },
  { id: "data-scientist", name: "Data scientist" },
  { id: "lead-machine-learning-engineer", name: "Lead machine learning engineer" },
];

const PAY: Question = plainQuestion("lookup", ["data-engineer"], ["salary"]);

export function answerOf(over: Partial<Answer> = {}): Answer {
  return {
    title: "Data engineer",
    summary: "Builds the pipelines that others work with.",
    sections: [{ heading: "Skills", body: fromMarkdown("- **SQL**\n- Python") }],
    tables: [],
    sources: [],
    followUps: [{ label: "Pay", question: PAY }],
    outcome: "answered",
    audience: "public",
    ...over,
  };
}

/** Conversations that remember what they were asked and answer with it, claiming each message once as the real ones do. */
export class FakeConversations extends FakePersonal implements Conversations {
  readonly received: IncomingMessage[] = [];
  readonly reconsidered: IncomingMessage[] = [];
  readonly presses: Press[] = [];
  readonly explained: { place: Place; post: string }[] = [];
  readonly feedback: { about: Question; verdict: Verdict }[] = [];
  /** What the next answers look like. */
  answer: (text: string) => Partial<Answer> = () => ({});
  /** What else the next replies hold. */
  more: Partial<Reply> = {};
  /** How long an answer takes, in milliseconds. */
  delayMs = 0;
  readonly #claimed = new Set<string>();

  async receive(message: IncomingMessage): Promise<Reply | undefined> {
    const key = `${message.platform}:${message.workspaceId}:${message.channelId}:${message.messageId}`;
    if (this.#claimed.has(key)) return undefined;
    this.#claimed.add(key);
    this.received.push(message);
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    return this.#reply(message.text, plainQuestion("lookup", ["data-engineer"]));
  }

  async reconsider(message: IncomingMessage): Promise<Reply> {
    this.reconsidered.push(message);
    return this.#reply(message.text, plainQuestion("lookup", ["data-engineer"]));
  }

  async press(press: Press): Promise<Reply> {
    this.presses.push(press);
    return this.#reply(
      `${press.question.intent} ${press.question.roles.join(" ")} ${press.question.topics.join(" ")}`.trim(),
      press.question,
    );
  }

  async explainPost(place: Place, post: string): Promise<Reply> {
    this.explained.push({ place, post });
    const reply = this.#reply("post", plainQuestion("lookup", ["data-engineer"]));
    return { ...reply, answer: { ...reply.answer, audience: "private" } };
  }

  async explainLast(): Promise<Reply> {
    const reply = this.#reply("why", plainQuestion("lookup", ["data-engineer"]));
    return { ...reply, answer: { ...reply.answer, audience: "private" } };
  }

  async takeFeedback(_: Place, about: Question, verdict: Verdict): Promise<void> {
    this.feedback.push({ about, verdict });
  }

  suggestRoles(typed: string, limit: number): Suggestion[] {
    return ROLES.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, limit);
  }

  suggestSkills(): Suggestion[] {
    return [{ id: "sql", name: "SQL" }];
  }

  #reply(text: string, question: Question): Reply {
    const title = `About ${text}`.slice(0, 100);
    const answer = answerOf({ title, ...this.topicsOf(question), ...this.answer(text) });
    return { answer, question, confidence: 1, evidence: NO_EVIDENCE, ...this.more };
  }
}
