import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearerRoles } from "../../src/guidance/alternatives.ts";
import { heldSkills } from "../../src/guidance/held-skills.ts";
import { MOST_STEPS, makePlan, planSchema } from "../../src/guidance/plan.ts";
import { emptyProfile, type Profile, profileSchema } from "../../src/guidance/profile.ts";
import { applyEdits } from "../../src/guidance/profile-edit.ts";
import { fitShare, profileGap } from "../../src/guidance/profile-gap.ts";
import { markDone } from "../../src/guidance/progress.ts";
import { routeTo } from "../../src/guidance/route.ts";
import { leadsTo } from "../../src/guidance/skill-order.ts";
import { knowledge } from "./reader.ts";

const roleIds = [...knowledge.roles.keys()];
const skillIds = [...knowledge.skills.keys()];
const asked = [
  ...new Set(
    [...knowledge.roles.values()].flatMap((role) => [...role.skills, ...role.tools].map((need) => need.id)),
  ),
];

const profiles: fc.Arbitrary<Profile> = fc
  .record({
    current: fc.option(fc.constantFrom(...roleIds), { nil: null }),
    years: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    skills: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...asked, ...skillIds.slice(0, 20)),
        level: fc.integer({ min: 1, max: 5 }),
      }),
      { selector: (skill) => skill.id, maxLength: 15 },
    ),
  })
  .map((some) => profileSchema.parse({ ...emptyProfile(), ...some }));
const targets = fc.constantFrom(...roleIds).map((id) => knowledge.roles.get(id)!);

describe("a plan", () => {
  test("has at most five steps, of must-haves that are lacking, in an order that respects what leads to what", () => {
    fc.assert(
      fc.property(profiles, targets, (profile, target) => {
        const plan = planSchema.parse(makePlan(profile, target, knowledge));
        expect(plan.steps.length).toBeLessThanOrEqual(MOST_STEPS);
        const goal = knowledge.roles.get(plan.goal)!;
        const held = heldSkills(profile, knowledge);
        const steps = plan.steps.flatMap((step) => (step.kind === "skill" ? [step] : []));
        for (const id of steps.flatMap((step) => step.skills)) {
          const need = [...goal.skills, ...goal.tools].find((each) => each.id === id);
          expect(need?.need).toBe("must");
          expect(held.get(id)?.level ?? 0).toBeLessThan(need!.level);
        }
        for (const [n, later] of steps.entries())
          for (const earlier of steps.slice(0, n))
            for (const a of later.skills)
              for (const b of earlier.skills)
                expect(leadsTo(a, b, knowledge), `${a} leads to ${b}`).toBe(false);
        const all = steps.flatMap((step) => step.skills);
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test("leaves out nothing that is lacking: what finds no room comes later", () => {
    fc.assert(
      fc.property(profiles, targets, (profile, target) => {
        const plan = makePlan(profile, target, knowledge);
        const { learnNext } = profileGap(profile, knowledge.roles.get(plan.goal)!, knowledge);
        const planned = plan.steps.flatMap((step) => (step.kind === "skill" ? step.skills : []));
        expect([...planned, ...plan.later].sort()).toEqual(learnNext.map((gap) => gap.need.id).sort());
      }),
      { numRuns: 80, seed: 12 },
    );
  });

  test("comes to an end: marking steps done closes the gap of its goal", () => {
    let profile: Profile = {
      ...emptyProfile(),
      current: "data-analyst",
      years: 3,
      targets: ["data-engineer"],
    };
    let plan = makePlan(profile, knowledge.roles.get("data-engineer")!, knowledge);
    const before = profileGap(profile, knowledge.roles.get(plan.goal)!, knowledge).fit;
    for (let turn = 0; turn < 30 && plan.steps.some((step) => step.kind === "skill"); turn++) {
      const step = plan.steps.find((each) => each.kind === "skill")!;
      const next = markDone(profile, plan, step.id, knowledge);
      expect(next.plan.done.at(-1)).toEqual(step);
      expect(next.plan.steps.map((each) => each.id)).not.toContain(step.id);
      ({ profile, plan } = next);
    }
    const after = profileGap(profile, knowledge.roles.get(plan.goal)!, knowledge).fit;
    expect(after.missing).toBe(0);
    expect(after.sum).toBeGreaterThan(before.sum);
  });

  test("is not changed by a step that it does not have", () => {
    const profile: Profile = { ...emptyProfile(), current: "data-analyst" };
    const plan = makePlan(profile, knowledge.roles.get("data-scientist")!, knowledge);
    expect(markDone(profile, plan, "no-such-step", knowledge)).toEqual({ profile, plan, step: undefined });
  });

  test("keeps the project done once it is done", () => {
    const profile: Profile = { ...emptyProfile(), current: "data-analyst" };
    const plan = makePlan(profile, knowledge.roles.get("analytics-engineer")!, knowledge);
    const next = markDone(profile, plan, "project", knowledge);
    expect(next.plan.steps.map((step) => step.kind)).not.toContain("project");
  });
});

describe("a route", () => {
  test("goes straight where the move is common", () => {
    const route = routeTo(
      { ...emptyProfile(), current: "data-analyst", years: 3 },
      knowledge.roles.get("analytics-engineer")!,
      knowledge,
    );
    expect(route?.map((stop) => stop.role.id)).toEqual(["analytics-engineer"]);
  });

  test("goes over stops where the leap is too far, and ends at the target", () => {
    const route = routeTo(
      { ...emptyProfile(), current: "business-intelligence-analyst", years: 3 },
      knowledge.roles.get("lead-machine-learning-engineer")!,
      knowledge,
    );
    expect(route!.length).toBeGreaterThan(1);
    expect(route!.at(-1)!.role.id).toBe("lead-machine-learning-engineer");
  });

  test("does not send a beginner straight into leading", () => {
    for (const target of knowledge.roles.values()) {
      if (!["senior", "lead", "manager", "executive"].includes(target.level)) continue;
      const route = routeTo({ ...emptyProfile(), current: null }, target, knowledge);
      expect(route === undefined || route.length > 1, target.id).toBe(true);
    }
  });

  test("uses only moves that the knowledge base names, each stop once", () => {
    fc.assert(
      fc.property(profiles, targets, (profile, target) => {
        const route = routeTo(profile, target, knowledge) ?? [];
        const ids = route.map((stop) => stop.role.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [n, stop] of route.entries()) {
          const before = n === 0 ? undefined : route[n - 1]!.role;
          if (!before) continue;
          const named =
            before.neighbours.to.some((move) => move.role === stop.role.id) ||
            stop.role.neighbours.from.some((move) => move.role === before.id);
          expect(named, `${before.id} to ${stop.role.id}`).toBe(true);
        }
      }),
      { numRuns: 80, seed: 13 },
    );
  });
});

describe("a gap", () => {
  test("shows a sum that adds up", () => {
    fc.assert(
      fc.property(profiles, targets, (profile, target) => {
        const { fit, learnNext } = profileGap(profile, target, knowledge);
        expect(fit.ready + fit.tooLow + fit.missing).toBe(fit.all);
        expect(fit.sum).toBe(fit.ready + fit.tooLow / 2);
        expect(learnNext.length).toBe(fit.tooLow + fit.missing);
      }),
      { numRuns: 200, seed: 14 },
    );
  });

  test("never grows when a skill is added", () => {
    fc.assert(
      fc.property(profiles, targets, fc.constantFrom(...asked), (profile, target, id) => {
        if (profile.skills.some((skill) => skill.id === id)) return;
        const more = { ...profile, skills: [...profile.skills, { id, level: 5 }] };
        expect(profileGap(more, target, knowledge).fit.sum).toBeGreaterThanOrEqual(
          profileGap(profile, target, knowledge).fit.sum,
        );
      }),
      { numRuns: 300, seed: 15 },
    );
  });

  test("counts what somebody said above what their role lets assume", () => {
    const said: Profile = {
      ...emptyProfile(),
      current: "data-engineer",
      years: 5,
      skills: [{ id: "sql", level: 1 }],
    };
    expect(heldSkills(said, knowledge).get("sql")).toEqual({ level: 1, because: { how: "told" } });
    expect(heldSkills(said, knowledge).get("python")?.because).toEqual({
      how: "role",
      role: "data-engineer",
    });
  });

  test("does not assume a skill that somebody said not to have, until they add it", () => {
    const analyst: Profile = { ...emptyProfile(), current: "data-analyst", years: 5 };
    expect(heldSkills(analyst, knowledge).has("tableau")).toBe(true);
    const without = applyEdits(analyst, [
      { do: "drop-skill", id: "tableau" },
      { do: "drop-skill", id: "power-bi" },
    ]);
    expect(heldSkills(without, knowledge).has("tableau")).toBe(false);
    const again = applyEdits(without, [{ do: "skill", id: "tableau", level: 2 }]);
    expect(heldSkills(again, knowledge).get("tableau")?.level).toBe(2);
    expect(again.lacks).toEqual(["power-bi"]);
  });

  test("counts years in a role that seldom leads here in part", () => {
    const target = knowledge.roles.get("lead-machine-learning-engineer")!;
    const gap = profileGap(
      { ...emptyProfile(), current: "business-intelligence-analyst", years: 9 },
      target,
      knowledge,
    );
    expect(gap.experience).toEqual({ is: "in-part", years: 9, role: "business-intelligence-analyst" });
  });

  test("states education and experience as they are", () => {
    const target = knowledge.roles.get("data-architect")!;
    const gap = profileGap(
      { ...emptyProfile(), current: "data-engineer", years: 1, degree: "none" },
      target,
      knowledge,
    );
    expect(gap.experience).toEqual({ is: "short", years: 1, by: target.experience.from - 1 });
    const elsewhere = profileGap({ ...emptyProfile(), current: null, years: 9 }, target, knowledge);
    expect(elsewhere.experience).toEqual({ is: "elsewhere", years: 9 });
  });

  test("names alternatives only where they are nearer", () => {
    fc.assert(
      fc.property(profiles, targets, (profile, target) => {
        const wanted = fitShare(profileGap(profile, target, knowledge).fit);
        for (const { role, fit } of nearerRoles(profile, target, knowledge)) {
          expect(role.id).not.toBe(profile.current);
          expect(fitShare(fit)).toBeGreaterThan(wanted);
        }
      }),
      { numRuns: 150, seed: 16 },
    );
  });

  test("are ways on: nobody is sent back to where people in their role come from", () => {
    const analyst = { ...emptyProfile(), current: "business-intelligence-analyst", years: 5 };
    const near = nearerRoles(analyst, knowledge.roles.get("data-engineer")!, knowledge);
    const ids = near.map(({ role }) => role.id);
    expect(ids).toContain("business-intelligence-developer");
    expect(ids).not.toContain("data-analyst");
  });
});
