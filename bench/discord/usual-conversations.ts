import type { IncomingMessage, Press, Reply } from "../../src/conversations/message.ts";
import { NO_EVIDENCE } from "../../src/understanding/evidence.ts";
import { FakeConversations } from "../../test/adapters/discord/fake-conversations.ts";
import {
  answerWith,
  followUps,
  markdown,
  PAY,
  source,
} from "../../test/adapters/discord/render/sample-answers.ts";

const PROSE = "A data engineer builds and runs the pipelines that others work with[^bls]. ".repeat(6);

/** Fifty answers of usual size, of which each is one object, as the answers to common questions are. */
export class UsualConversations extends FakeConversations {
  readonly #replies: Reply[] = Array.from({ length: 50 }, (_, at) => ({
    question: PAY,
    confidence: 1,
    evidence: NO_EVIDENCE,
    answer: answerWith({
      title: `Question ${at}`,
      tables: [
        {
          caption: "Side by side",
          columns: ["", "Data engineer", "Data scientist"],
          rows: ["Tools", "Pay", "Education", "Outlook"].map((topic) => [topic, "Spark, SQL", "Python, R"]),
        },
      ],
      sections: [
        { heading: "What it is", body: markdown(PROSE, ["bls"]) },
        { heading: "What it needs", body: markdown("- SQL\n- Python\n- patience") },
      ],
      sources: [source("bls"), source("aijobs")],
      followUps: followUps(6),
    }),
  }));
  #at = 0;

  override async receive(message: IncomingMessage): Promise<Reply | undefined> {
    return (await super.receive(message)) && this.#next();
  }

  override async press(_press: Press): Promise<Reply> {
    return this.#next();
  }

  #next(): Reply {
    this.#at = (this.#at + 1) % this.#replies.length;
    return this.#replies[this.#at]!;
  }
}
