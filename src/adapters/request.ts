import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

const requests = new AsyncLocalStorage<string>();

/** Runs the work on one event under an id of its own, which every log line of it carries. */
export function asRequest<T>(work: () => T): T {
  return requests.run(randomUUID().slice(0, 8), work);
}

/** The id of the event that is being worked on. */
export function currentRequest(): string | undefined {
  return requests.getStore();
}
