import { expect, test } from "vitest";
import { askForm } from "../../../../src/adapters/discord/commands/ask-form.ts";
import { mentorForm } from "../../../../src/adapters/discord/commands/mentor-form.ts";
import { profileForm, shownFields } from "../../../../src/adapters/discord/commands/profile-form.ts";
import { LIMITS } from "../../../../src/adapters/discord/render/limits.ts";
import { emptyProfile } from "../../../../src/guidance/profile.ts";
import { formOf } from "../../../../src/guidance/profile-form.ts";
import { realKnowledge } from "../../../support/brain.ts";
import { modalForm } from "../../../support/discord-server/validate/modal.ts";

const fields = formOf(emptyProfile(), await realKnowledge());
const forms = [askForm(), mentorForm("123456789012345678"), profileForm(fields, "123456789012345678")];

test.each(forms)("the form $custom_id is what Discord takes, and its title fits uncut", (form) => {
  expect(() => modalForm.parse(form)).not.toThrow();
  expect(form.title.length).toBeLessThanOrEqual(LIMITS.modalTitle);
  expect(form.title).not.toContain("…");
});

test("no label or hint of a form is cut", () => {
  const shown = forms[2]!.components.map((one) => "label" in one && [one.label, one.description ?? ""]);
  expect(shown).toEqual(shownFields(fields).map(({ label, hint }) => [label, hint]));
});
