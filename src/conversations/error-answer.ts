import type { Answer } from "../answers/answer.ts";
import { bareAnswer } from "./bare-answer.ts";

/** What somebody is told when their question met a fault: an id to name, and nothing of what went wrong inside. */
export function errorAnswer(errorId: string): Answer {
  return bareAnswer({
    title: "Something went wrong",
    summary: `Something went wrong on my side while I answered. Please try again; if it stays, tell whoever runs me this number: ${errorId}.`,
  });
}
