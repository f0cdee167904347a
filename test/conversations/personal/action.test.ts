import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ACTION_STRING_MAX,
  type Action,
  actionSchema,
  formatAction,
  parseAction,
} from "../../../src/conversations/personal/action.ts";
import { ASKED_FIELDS } from "../../../src/guidance/asking.ts";
import { SUIT_QUESTIONS } from "../../../src/guidance/suits.ts";
import { parseQuestion } from "../../../src/understanding/question-string.ts";
import { knowledge } from "../../guidance/reader.ts";

const role = fc.constantFrom(...knowledge.roles.keys());
const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.boolean().map((keep): Action => ({ do: "consent", keep })),
  fc.constantFrom(...ASKED_FIELDS).map((field): Action => ({ do: "skip", field })),
  fc.integer({ min: 1, max: 60 }).map((hours): Action => ({ do: "hours", hours })),
  role.map((id): Action => ({ do: "target", role: id })),
  fc
    .tuple(role, fc.constantFrom("interview", "plan", "gap", "learn-next", "ready"))
    .map(([id, verb]): Action => ({ do: verb, role: id })),
  fc.constantFrom(...knowledge.skills.keys()).map((step): Action => ({ do: "done", step })),
  fc.boolean().map((on): Action => ({ do: "nudges", on })),
  fc
    .tuple(
      ...SUIT_QUESTIONS.map(({ options }) => fc.constantFrom("-", ...options.map((option) => option.letter))),
    )
    .chain((letters) =>
      fc
        .integer({ min: 0, max: letters.length })
        .map((n): Action => ({ do: "suit", answers: letters.slice(0, n).join("") })),
    ),
  fc
    .constantFrom("ask" as const, "yes" as const, "no" as const)
    .map((sure): Action => ({ do: "erase", sure })),
  fc
    .constantFrom(
      "show-data" as const,
      "export-data" as const,
      "profile" as const,
      "edit-profile" as const,
      "gap" as const,
      "plan" as const,
      "progress" as const,
      "learn-next" as const,
      "ready" as const,
    )
    .map((verb): Action => ({ do: verb })),
);

describe("an action's string form", () => {
  test("comes back as it went, fits a button and is never taken for a question", () => {
    fc.assert(
      fc.property(actions, (action) => {
        const text = formatAction(actionSchema.parse(action));
        expect(text.length).toBeLessThanOrEqual(ACTION_STRING_MAX);
        expect(parseAction(text)).toEqual(action);
        expect(parseQuestion(text, [...knowledge.roles.keys()])).toBeUndefined();
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test.each([
    "",
    "@",
    "plan",
    "@progress:x",
    "@consent",
    "@consent:maybe",
    "@hours:0",
    "@hours:1e1",
    "@hours:99",
    "@suit:zz",
    "@erase:perhaps",
    "@fly",
    "@done:",
    `@done:${"a".repeat(90)}`,
    "@done:a b",
    "compare:a+b",
  ])("is refused where it says nothing: %j", (text) => {
    expect(parseAction(text)).toBeUndefined();
  });

  test("survives any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const action = parseAction(`@${text}`);
        if (action) expect(actionSchema.safeParse(action).success).toBe(true);
      }),
    );
  });
});
