import type { Echoed } from "../bots/echo.ts";

/** A local Slack or Discord that asks one bot. */
export interface Place {
  /** What a bot needs to connect to it. */
  env: Record<string, string>;
  /** Asks that many questions with a fixed number of them in flight; resolves when all are answered. */
  ask(count: number): Promise<void>;
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

export const QUESTIONS = [
  "what does a data engineer do",
  "compare a data scientist and a data engineer",
  "what tools does a machine learning engineer use",
  "how much does a data analyst earn",
  "how do I get from data analyst to data scientist",
];

const IN_FLIGHT = 32;

/** Runs `one` that many times, each with its number, a fixed number of them at a time. */
export async function inFlight(count: number, one: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}
