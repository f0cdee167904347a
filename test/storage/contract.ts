import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Storage } from "../../src/storage/storage.ts";
import { DAY, type FakeClock, fakeClock, MINUTE, SECOND } from "./support/clock.ts";
import { ADA, ADA_ELSEWHERE, BOB, keepEverything, PLAN, PROFILE } from "./support/people.ts";
import type { OpenSubject, Subject } from "./support/subject.ts";

/** What every storage does, whatever it keeps its rows in. */
export function storageContract(open: OpenSubject): void {
  let clock: FakeClock;
  let subject: Subject;
  let storage: Storage;

  beforeEach(async () => {
    clock = fakeClock();
    subject = await open(clock.now);
    storage = subject.storage;
  });
  afterEach(() => subject.dispose());

  describe("claims", () => {
    it("gives a key to the first caller alone", async () => {
      expect(await storage.claim("slack:C1:1.2", 10 * MINUTE)).toBe(true);
      expect(await storage.claim("slack:C1:1.2", 10 * MINUTE)).toBe(false);
      expect(await storage.claim("slack:C1:1.3", 10 * MINUTE)).toBe(true);
    });

    it("gives a key to one of many callers at once", async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, () => storage.claim("same", MINUTE)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it("gives an expired key away again, without a sweep", async () => {
      await storage.claim("key", 10 * MINUTE);
      clock.advance(10 * MINUTE - 1);
      expect(await storage.claim("key", 10 * MINUTE)).toBe(false);
      clock.advance(1);
      expect(await storage.claim("key", 10 * MINUTE)).toBe(true);
      expect(await storage.claim("key", 10 * MINUTE)).toBe(false);
    });
  });

  describe("memory", () => {
    it("returns what a conversation was last about", async () => {
      await storage.memory.put("C1:t1", { roles: ["data-engineer"] }, ADA);
      await storage.memory.put("C1:t1", { roles: ["data-scientist"], topics: ["salary"] }, ADA);
      expect(await storage.memory.get("C1:t1")).toEqual({ roles: ["data-scientist"], topics: ["salary"] });
      expect(await storage.memory.get("C1:t2")).toBeUndefined();
    });

    it("forgets a conversation 15 minutes after its last word", async () => {
      await storage.memory.put("C1", { roles: ["a"] }, ADA);
      clock.advance(14 * MINUTE);
      await storage.memory.put("C1", { roles: ["b"] }, ADA);
      clock.advance(15 * MINUTE - 1);
      expect(await storage.memory.get("C1")).toEqual({ roles: ["b"] });
      clock.advance(1);
      expect(await storage.memory.get("C1")).toBeUndefined();
    });

    it("forgets when asked to", async () => {
      await storage.memory.put("C1", { roles: [] }, ADA);
      await storage.memory.forget("C1");
      await storage.memory.forget("C1");
      expect(await storage.memory.get("C1")).toBeUndefined();
    });
  });

  describe("people", () => {
    it("returns nothing of a person it never met", async () => {
      expect(await storage.people.get(ADA)).toBeUndefined();
    });

    it("returns the documents it was given, text of any script included", async () => {
      const profile = { ...PROFILE, name: "Ada 😀 Łovelace\u0000 \ud800", hours: 5.5, none: null, list: [] };
      await storage.people.put(ADA, { profile, plan: PLAN });
      expect(await storage.people.get(ADA)).toEqual({ profile, plan: PLAN });
    });

    it("leaves what a change does not name, and removes what it sets to null", async () => {
      await storage.people.put(ADA, { profile: PROFILE, plan: PLAN });
      await storage.people.put(ADA, { nudgeSettings: { every: "week" }, plan: undefined });
      expect(await storage.people.get(ADA)).toEqual({
        profile: PROFILE,
        plan: PLAN,
        nudgeSettings: { every: "week" },
      });
      await storage.people.put(ADA, { plan: null });
      expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE, nudgeSettings: { every: "week" } });
    });

    it("keeps the same human in two workspaces apart", async () => {
      await storage.people.put(ADA, { profile: PROFILE });
      expect(await storage.people.get(ADA_ELSEWHERE)).toBeUndefined();
      expect(await storage.people.get({ ...ADA, platform: "discord" })).toBeUndefined();
    });

    it("refuses a document that is not JSON and keeps what it had", async () => {
      await storage.people.put(ADA, { profile: PROFILE });
      await expect(storage.people.put(ADA, { profile: () => 1, plan: 1n })).rejects.toThrow(TypeError);
      expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
    });

    it("loses no change when several are made at once", async () => {
      const addStep = (step: number) =>
        storage.people.change(ADA, (kept) => ({ plan: [...stepsOf(kept?.plan), step] }));
      await Promise.all([1, 2, 3].map(addStep));
      expect(stepsOf((await storage.people.get(ADA))?.plan).toSorted()).toEqual([1, 2, 3]);
    });

    it("returns what is kept after a change, and writes nothing where the change is none", async () => {
      expect(await storage.people.change(ADA, () => undefined)).toBeUndefined();
      expect(await storage.people.get(ADA)).toBeUndefined();
      expect(await storage.people.change(ADA, () => ({ profile: PROFILE, plan: null }))).toEqual({
        profile: PROFILE,
      });
      expect(await storage.people.change(ADA, () => undefined)).toEqual({ profile: PROFILE });
    });

    it("passes an error of the decision on, and changes nothing", async () => {
      const decide = () => {
        throw new RangeError("no such step");
      };
      await expect(storage.people.change(ADA, decide)).rejects.toThrow(RangeError);
      expect(await storage.people.get(ADA)).toBeUndefined();
    });

    it("exports everything that is kept of a person", async () => {
      const start = clock.now();
      await keepEverything(storage, ADA, start + DAY);
      clock.advance(SECOND);
      await storage.people.put(ADA, { nudgeSettings: { every: "week" } });
      expect(await storage.people.export(ADA)).toEqual({
        profile: PROFILE,
        plan: PLAN,
        nudgeSettings: { every: "week" },
        keptSince: start,
        changedAt: start + SECOND,
        nudge: { dueAt: start + DAY, address: { channel: "D0ADA" } },
        memory: [{ focus: { roles: ["zebrafish-focus"] }, expiresAt: start + 15 * MINUTE }],
        feedback: [{ question: "role:data-engineer", verdict: "helpful", at: start }],
      });
      expect(await storage.people.export(BOB)).toEqual({ memory: [], feedback: [] });
    });

    it("exports no memory that has expired", async () => {
      await storage.memory.put("C1", { roles: [] }, ADA);
      clock.advance(15 * MINUTE);
      expect((await storage.people.export(ADA)).memory).toEqual([]);
    });
  });

  describe("erasing", () => {
    it("erases all of one person, says how much, and touches nobody else", async () => {
      await keepEverything(storage, ADA, clock.now());
      await keepEverything(storage, BOB, clock.now());
      await storage.feedback.add(ADA, "role:data-analyst", "outdated");
      expect(await storage.people.erase(ADA)).toEqual({ people: 1, nudges: 1, memory: 1, feedback: 2 });
      expect(await storage.people.export(ADA)).toEqual({ memory: [], feedback: [] });
      expect(await storage.memory.get(`D:${ADA.userId}`)).toBeUndefined();
      expect((await storage.people.export(BOB)).profile).toEqual(PROFILE);
      expect(await storage.nudges.claimDue(10, MINUTE)).toMatchObject([{ person: BOB }]);
      expect(await storage.people.erase(ADA)).toEqual({ people: 0, nudges: 0, memory: 0, feedback: 0 });
    });

    it("erases a workspace with its people, misses and installation, and leaves the others", async () => {
      const workspace = { platform: "slack", workspaceId: ADA.workspaceId };
      await keepEverything(storage, ADA, clock.now());
      await keepEverything(storage, BOB, clock.now());
      await keepEverything(storage, ADA_ELSEWHERE, clock.now());
      await storage.misses.add(workspace, "what is a data poet", "declined");
      await storage.misses.add(ADA_ELSEWHERE, "what is a data poet", "declined");
      await storage.installations.put({ teamId: ADA.workspaceId }, { token: "x" });
      await storage.installations.put({ teamId: ADA_ELSEWHERE.workspaceId }, { token: "y" });
      expect(await storage.eraseWorkspace(workspace)).toEqual({
        people: 2,
        nudges: 2,
        memory: 2,
        feedback: 2,
        misses: 1,
        installations: 1,
      });
      expect(await storage.people.get(BOB)).toBeUndefined();
      expect(await storage.people.get(ADA_ELSEWHERE)).toMatchObject({ profile: PROFILE });
      expect(await storage.misses.since(0)).toMatchObject([{ count: 1 }]);
      expect(await storage.installations.get({ teamId: ADA.workspaceId })).toBeUndefined();
      expect(await storage.installations.get({ teamId: ADA_ELSEWHERE.workspaceId })).toEqual({ token: "y" });
    });

    it("erases a guild as it does a workspace", async () => {
      const member = { platform: "discord", workspaceId: "111222333", userId: "444555666" };
      await keepEverything(storage, member, clock.now());
      expect(await storage.eraseWorkspace({ platform: "discord", workspaceId: "111222333" })).toEqual({
        people: 1,
        nudges: 1,
        memory: 1,
        feedback: 1,
        misses: 0,
        installations: 0,
      });
      expect(await storage.people.get(member)).toBeUndefined();
    });
  });

  describe("nudges", () => {
    it("hands out what is due, the longest due first, and nothing that is not", async () => {
      await storage.nudges.schedule(ADA, { channel: "D1" }, clock.now());
      await storage.nudges.schedule(BOB, { channel: "D2" }, clock.now() - SECOND);
      await storage.nudges.schedule(ADA_ELSEWHERE, { channel: "D3" }, clock.now() + 1);
      expect(await storage.nudges.claimDue(10, MINUTE)).toEqual([
        { person: BOB, address: { channel: "D2" }, dueAt: clock.now() - SECOND },
        { person: ADA, address: { channel: "D1" }, dueAt: clock.now() },
      ]);
    });

    it("hands out at most as many as asked for", async () => {
      for (const person of [ADA, BOB, ADA_ELSEWHERE]) await storage.nudges.schedule(person, {}, clock.now());
      expect(await storage.nudges.claimDue(2, MINUTE)).toHaveLength(2);
      expect(await storage.nudges.claimDue(2, MINUTE)).toHaveLength(1);
    });

    it("hands a nudge to one caller alone until its lease ends", async () => {
      await storage.nudges.schedule(ADA, {}, clock.now());
      const taken = await Promise.all(Array.from({ length: 5 }, () => storage.nudges.claimDue(10, MINUTE)));
      expect(taken.flat()).toHaveLength(1);
      clock.advance(MINUTE - 1);
      expect(await storage.nudges.claimDue(10, MINUTE)).toEqual([]);
      clock.advance(1);
      expect(await storage.nudges.claimDue(10, MINUTE)).toHaveLength(1);
    });

    it("falls due again at the time it was rescheduled to", async () => {
      await storage.nudges.schedule(ADA, { channel: "D1" }, clock.now());
      await storage.nudges.claimDue(10, 30 * DAY);
      expect(await storage.nudges.reschedule(ADA, clock.now() + 7 * DAY)).toBe(true);
      clock.advance(7 * DAY - 1);
      expect(await storage.nudges.claimDue(10, MINUTE)).toEqual([]);
      clock.advance(1);
      expect(await storage.nudges.claimDue(10, MINUTE)).toMatchObject([{ address: { channel: "D1" } }]);
    });

    it("stops, and cannot be rescheduled by whoever was sending it", async () => {
      await storage.nudges.schedule(ADA, {}, clock.now());
      await storage.nudges.claimDue(10, MINUTE);
      expect(await storage.nudges.stop(ADA)).toBe(true);
      expect(await storage.nudges.reschedule(ADA, clock.now())).toBe(false);
      expect(await storage.nudges.stop(ADA)).toBe(false);
      expect(await storage.nudges.claimDue(10, MINUTE)).toEqual([]);
    });
  });

  describe("feedback", () => {
    it("counts verdicts by question since a time, a person's last one alone", async () => {
      await storage.feedback.add(ADA, "role:data-analyst", "helpful");
      clock.advance(DAY);
      await storage.feedback.add(ADA, "role:data-engineer", "wrong-role");
      await storage.feedback.add(ADA, "role:data-engineer", "helpful");
      await storage.feedback.add(BOB, "role:data-engineer", "helpful");
      await storage.feedback.add(BOB, "compare:a+b", "outdated");
      expect(await storage.feedback.since(clock.now())).toEqual([
        { question: "role:data-engineer", verdict: "helpful", count: 2 },
        { question: "compare:a+b", verdict: "outdated", count: 1 },
      ]);
      expect(await storage.feedback.since(0)).toHaveLength(3);
    });
  });

  describe("misses", () => {
    it("groups questions without regard to case, spacing and the mark at the end", async () => {
      await storage.misses.add(ADA, "What is a  data poet?", "declined");
      await storage.misses.add(ADA_ELSEWHERE, "what is a data poet", "unclear");
      await storage.misses.add(ADA_ELSEWHERE, "what is a data poet", "disliked");
      await storage.misses.add(BOB, "who pays astronauts", "declined");
      await storage.misses.add(BOB, " ?! ", "declined");
      const today = "2026-11-24";
      expect(await storage.misses.since(0)).toEqual([
        {
          text: "What is a data poet?",
          count: 3,
          kinds: { declined: 1, unclear: 1, disliked: 1 },
          lastDay: today,
        },
        {
          text: "who pays astronauts",
          count: 1,
          kinds: { declined: 1, unclear: 0, disliked: 0 },
          lastDay: today,
        },
      ]);
    });

    it("reads from a day on, and keeps a question for 30 days", async () => {
      await storage.misses.add(ADA, "old", "declined");
      clock.advance(DAY);
      await storage.misses.add(ADA, "new", "declined");
      expect((await storage.misses.since(clock.now())).map(({ text }) => text)).toEqual(["new"]);
      clock.advance(28 * DAY);
      expect(await storage.misses.since(0)).toHaveLength(2);
      clock.advance(DAY);
      expect((await storage.misses.since(0)).map(({ text }) => text)).toEqual(["new"]);
    });

    it("takes any text, shortened to one line of 300 characters", async () => {
      await storage.misses.add(ADA, `a\u0000b\n\ud800 ${"😀".repeat(400)}`, "declined");
      const [miss] = await storage.misses.since(0);
      expect(miss?.text).toBe(`a b \uFFFD ${"😀".repeat(294)}`);
    });
  });

  describe("installations", () => {
    it("keeps one document a team, and one an enterprise", async () => {
      await storage.installations.put({ teamId: "T1", enterpriseId: "E1" }, { token: "team" });
      await storage.installations.put({ enterpriseId: "E1" }, { token: "first" });
      await storage.installations.put({ enterpriseId: "E1" }, { token: "org" });
      expect(await storage.installations.get({ teamId: "T1" })).toEqual({ token: "team" });
      expect(await storage.installations.get({ enterpriseId: "E1" })).toEqual({ token: "org" });
      expect(await storage.installations.remove({ enterpriseId: "E1" })).toBe(true);
      expect(await storage.installations.remove({ enterpriseId: "E1" })).toBe(false);
      expect(await storage.installations.get({ enterpriseId: "E1" })).toBeUndefined();
      expect(await storage.installations.get({ teamId: "T1", enterpriseId: "E1" })).toEqual({
        token: "team",
      });
    });

    it("refuses a key that names neither", async () => {
      await expect(storage.installations.put({}, {})).rejects.toThrow("teamId or an enterpriseId");
    });
  });

  describe("sweeping", () => {
    it("removes what has expired, says how much, and nothing else", async () => {
      await storage.claim("old", MINUTE);
      await storage.claim("long", 60 * DAY);
      await storage.memory.put("C1", {}, ADA);
      await storage.misses.add(ADA, "old", "declined");
      await storage.people.put(ADA, { profile: PROFILE });
      clock.advance(30 * DAY);
      await storage.memory.put("C2", {}, ADA);
      await storage.misses.add(ADA, "new", "declined");
      expect(await storage.sweep()).toEqual({ claims: 1, memory: 1, misses: 1 });
      expect(await storage.sweep()).toEqual({ claims: 0, memory: 0, misses: 0 });
      expect(await storage.claim("long", MINUTE)).toBe(false);
      expect(await storage.memory.get("C2")).toEqual({});
      expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
    });

    it("removes more than one bite", async () => {
      for (let tens = 0; tens < 110; tens++) {
        await Promise.all(Array.from({ length: 10 }, (_, i) => storage.claim(`key ${tens} ${i}`, MINUTE)));
      }
      clock.advance(MINUTE);
      expect((await storage.sweep()).claims).toBe(1100);
    });
  });

  it("answers a check until it is closed", async () => {
    await expect(storage.check()).resolves.toBeUndefined();
    await Promise.all([storage.close(), storage.close()]);
    await expect(storage.check()).rejects.toMatchObject({ name: "StorageUnavailable", reason: "closed" });
  });
}

function stepsOf(plan: unknown): unknown[] {
  return Array.isArray(plan) ? plan : [];
}
