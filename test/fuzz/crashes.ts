import { afterEach, beforeEach } from "vitest";

/** What would have ended the process, since the test began. */
export function crashWatch(): { crashes: unknown[] } {
  const watch = { crashes: [] as unknown[] };
  const note = (error: unknown) => void watch.crashes.push(error);
  beforeEach(() => {
    watch.crashes = [];
    process.on("uncaughtException", note);
    process.on("unhandledRejection", note);
  });
  afterEach(() => {
    process.off("uncaughtException", note);
    process.off("unhandledRejection", note);
  });
  return watch;
}
