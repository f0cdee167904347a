import { dayOf } from "./day.ts";
import { MISS_DAYS } from "./storage.ts";

/** A miss is kept on its day and the {@link MISS_DAYS} − 1 days after it, so never longer than promised. */
export function oldestKeptDay(time: number): number {
  return dayOf(time) - MISS_DAYS + 1;
}
