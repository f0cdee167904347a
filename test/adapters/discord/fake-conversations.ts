import type { Answer } from "../../../src/answers/answer.ts";
import type { Conversations } from "../../../src/conversations/conversations.ts";
import type { IncomingMessage, Place, Press, Reply } from "../../../src/conversations/message.ts";
import { NO_EVIDENCE } from "../../../src/understanding/evidence.ts";
import { plainQuestion, type Question } from "../../../src/understanding/question.ts";
import { formatQuestion } from "../../../src/understanding/question-string.ts";
import { FakePersonal } from "../fake-personal.ts";
import { answerWith } from "./render/sample-answers.ts";

export const ROLES = [
  { id: "data-engineer", name: "Data engineer" },
  { id: "data-scientist", name: "Data scientist" },
  { id: "lead-machine-learning-engineer", name: "Lead machine learning engineer" },
];
export const SKILLS = [
  { id: "python", name: "Python" },
  { id: "sql", name: "SQL" },
];

/**
 * Conversations that say back what they were asked, and remember it. They claim messages as the real ones do.
 * `delayMs` makes every answer slow; `audience` makes it personal.
 */
export class FakeConversations extends FakePersonal implements Conversations {
  readonly received: IncomingMessage[] = [];
  readonly reconsidered: IncomingMessage[] = [];
  readonly pressed: Press[] = [];
  readonly posts: { place: Place; post: string }[] = [];
  readonly whys: Place[] = [];
  readonly feedback: { question: Question; verdict: string }[] = [];
  readonly suggested: string[] = [];
  readonly #claimed = new Set<string>();
  delayMs = 0;
  audience: Answer["audience"] = "public";
  more: Partial<Answer> = {};
  fail = false;

  async receive(message: IncomingMessage): Promise<Reply | undefined> {
    const key = `${message.channelId}/${message.messageId}`;
    if (this.#claimed.has(key)) return undefined;
    this.#claimed.add(key);
    this.received.push(message);
    return this.#reply(`You asked: ${message.text}`, plainQuestion("lookup", ["data-engineer"], ["salary"]));
  }

  async reconsider(message: IncomingMessage): Promise<Reply> {
    this.reconsidered.push(message);
    return this.#reply(`You meant: ${message.text}`, plainQuestion("lookup", ["data-engineer"]));
  }

  async press(press: Press): Promise<Reply> {
    this.pressed.push(press);
    return this.#reply(`Asked: ${formatQuestion(press.question)}`, press.question);
  }

  async explainPost(place: Place, post: string): Promise<Reply> {
    this.posts.push({ place, post });
    return this.#reply("That post sounds like a data engineer", plainQuestion("lookup", ["data-engineer"]));
  }

  async explainLast(place: Place): Promise<Reply> {
    this.whys.push(place);
    return this.#reply("Because of your words", plainQuestion("help"));
  }

  async takeFeedback(_place: Place, question: Question, verdict: string): Promise<void> {
    this.feedback.push({ question, verdict });
  }

  suggestRoles(typed: string, limit: number) {
    this.suggested.push(typed);
    return ROLES.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, limit);
  }

  suggestSkills(typed: string, limit: number) {
    return SKILLS.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, limit);
  }

  /** What else the next replies hold. */
  moreOfReply: Partial<Reply> = {};

  async #reply(title: string, question: Question): Promise<Reply> {
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.fail) throw new Error("the database is gone");
    const topics = this.topicsOf(question);
    const answer = answerWith({ title, summary: "", audience: this.audience, ...topics, ...this.more });
    return { answer, question, confidence: 1, evidence: NO_EVIDENCE, ...this.moreOfReply };
  }
}
