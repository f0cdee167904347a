import type { Policy } from "./policy.ts";

/** Whether a person may see reports of what is asked and not answered. Without a list nobody may. */
export function mayReadReports({ reports }: Policy, { userId }: { userId: string }): boolean {
  return reports.readers.includes(userId);
}
