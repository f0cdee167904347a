import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldSkills } from "../../src/guidance/held-skills.ts";
import { fillLevels } from "../../src/guidance/plain-level.ts";
import { emptyProfile, type Profile } from "../../src/guidance/profile.ts";
import { applyEdits, PLAIN_LEVEL, type ProfileEdit } from "../../src/guidance/profile-edit.ts";
import { knowledge } from "./reader.ts";

function told(before: Profile, ...edits: ProfileEdit[]): Profile {
  return applyEdits(before, fillLevels(before, edits, knowledge));
}

const levelOf = (profile: Profile, id: string) => profile.skills.find((skill) => skill.id === id)?.level;

describe("a skill that is named without a level", () => {
  it("is as strong as the work that it comes from needs it, in whatever order both are told", () => {
    const work: ProfileEdit[] = [
      { do: "current", role: "machine-learning-engineer" },
      { do: "years", years: 6 },
    ];
    const skill: ProfileEdit = { do: "skill", id: "pytorch" };
    expect(levelOf(told(emptyProfile(), ...work, skill), "pytorch")).toBe(4);
    expect(levelOf(told(emptyProfile(), skill, ...work), "pytorch")).toBe(4);
  });

  it("is plain where nothing else speaks of it", () => {
    expect(levelOf(told(emptyProfile(), { do: "skill", id: "pytorch" }), "pytorch")).toBe(PLAIN_LEVEL);
  });

  it("keeps what was said of it before, and gives way to a level that is said", () => {
    const before = told(
      emptyProfile(),
      { do: "current", role: "machine-learning-engineer" },
      { do: "skill", id: "pytorch", level: 2 },
    );
    expect(levelOf(before, "pytorch")).toBe(2);
    expect(levelOf(told(before, { do: "skill", id: "pytorch" }), "pytorch")).toBe(2);
  });

  it("never counts less than if it had not been named", () => {
    const roles = fc.constantFrom(...knowledge.roles.keys());
    const skills = fc.constantFrom(...knowledge.skills.keys());
    fc.assert(
      fc.property(roles, fc.integer({ min: 0, max: 20 }), skills, (role, years, id) => {
        const before = told(emptyProfile(), { do: "current", role }, { do: "years", years });
        const unnamed = heldSkills(before, knowledge).get(id)?.level ?? 0;
        const named = heldSkills(told(before, { do: "skill", id }), knowledge).get(id)?.level ?? 0;
        expect(named).toBeGreaterThanOrEqual(unnamed);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
