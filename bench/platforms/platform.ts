import type { Echoed } from "../bots/echo.ts";

/** A local Slack or Discord that asks one bot. */
export interface Place {
  /** What a bot needs to connect to it. */
  env: Record<string, string>;
  /**
   * Asks that many questions, of these in turn, with a fixed number of them in flight; resolves when all are answered.
   * Left out, they are the usual ones.
   */
  ask(count: number, questions?: readonly string[]): Promise<void>;
  /** The last answer as the platform has it, for the echo that is to be as large. */
  lastAnswer(): Echoed;
  close(): Promise<void>;
}

export interface Platform {
  name: string;
  /** What the bare bot is made of. */
  client: string;
  open(): Promise<Place>;
}

/** None of them asks the sentence encoder. */
const USUAL = [
  "what does a data engineer do",
  "compare a data scientist and a data engineer",
  "what tools does a machine learning engineer use",
  "how much does a data analyst earn",
  "how do I get from data analyst to data scientist",
];

const IN_FLIGHT = 32;

/** Asks as `Place.ask` does, where `one` asks a question, the nth, and waits for its answer. */
export async function askInFlight(
  count: number,
  one: (question: string, n: number) => Promise<void>,
  questions: readonly string[] = USUAL,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const n = next++;
      await one(questions[n % questions.length] ?? "", n);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}
