import type { Person, Storage } from "../../../src/storage/storage.ts";

export const ADA: Person = { platform: "slack", workspaceId: "T0PLUTO", userId: "U0ADA42" };
export const BOB: Person = { platform: "slack", workspaceId: "T0PLUTO", userId: "U0BOB43" };
/** Ada's account in another workspace: not the same person to us. */
export const ADA_ELSEWHERE: Person = { ...ADA, workspaceId: "T0MARS" };

export const PROFILE = { role: "BI analyst", skills: ["SQL", "Tableau"], note: "zebrafish-profile" };
export const PLAN = { steps: [{ skill: "python", done: false }], note: "zebrafish-plan" };

/** A row of the person in every table that can hold one. */
export async function keepEverything(storage: Storage, person: Person, nudgeAt: number): Promise<void> {
  await storage.people.put(person, { profile: PROFILE, plan: PLAN });
  await storage.nudges.schedule(person, { channel: "D0ADA" }, nudgeAt);
  const conversation = `D:${person.workspaceId}:${person.userId}`;
  await storage.memory.put(conversation, { roles: ["zebrafish-focus"] }, person);
  await storage.feedback.add(person, "role:data-engineer", "helpful");
}
