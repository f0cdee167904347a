import { describe, expect, it } from "vitest";
import { profileForm } from "../../src/adapters/discord/commands/profile-form.ts";
import { withFile } from "../../src/adapters/discord/outbound/with-file.ts";
import { renderPersonal, renderPersonalPlain } from "../../src/adapters/discord/render/render-personal.ts";
import { profileView } from "../../src/adapters/slack/inbound/profile-form.ts";
import { renderReply } from "../../src/adapters/slack/render/reply.ts";
import type { Reply } from "../../src/conversations/message.ts";
import type { Action } from "../../src/conversations/personal/action.ts";
import type { PersonalReply } from "../../src/conversations/personal/personal-reply.ts";
import { profileSchema } from "../../src/guidance/profile.ts";
import { formOf } from "../../src/guidance/profile-form.ts";
import { NO_EVIDENCE } from "../../src/understanding/evidence.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { startTalk } from "../conversations/personal/talk.ts";
import { knowledge } from "../guidance/reader.ts";
import { parseForm } from "../support/discord-server/validate/form-error.ts";
import { parseMessage } from "../support/discord-server/validate/message.ts";
import { modalForm } from "../support/discord-server/validate/modal.ts";
import { checkMessageBlocks, checkView } from "../support/slack-server/blocks.ts";

const GUILD = "123456789012345678";

/** From somebody who said a line to somebody who filled in all that there is room for. */
const PROFILES = [
  profileSchema.parse({ current: null, skills: [], targets: ["data-analyst"], interests: [] }),
  profileSchema.parse({
    current: "business-intelligence-analyst",
    years: 3,
    skills: [{ id: "sql", level: 3 }],
    targets: ["lead-machine-learning-engineer"],
    interests: [],
    hoursPerWeek: 0.5,
    region: "EU",
  }),
  profileSchema.parse({
    current: "data-analytics-manager",
    years: 12,
    skills: [...knowledge.skills.keys()].slice(0, 60).map((id) => ({ id, level: 5 })),
    lacks: [...knowledge.skills.keys()].slice(60, 120),
    degree: "doctorate",
    field: [...knowledge.fields.keys()][0],
    targets: ["head-of-data", "data-science-manager", "data-product-manager"],
    interests: [...knowledge.skills.keys()].slice(0, 12),
    hoursPerWeek: 60,
    region: "GB",
    timeZone: "America/Argentina/ComodRivadavia",
  }),
];

const CV = Array.from(
  { length: 60 },
  (_, n) =>
    `Built ${n} <dashboards> & *reports* in SQL and Python for @everyone, cutting cost by ${n}% https://evil.example`,
).join("\n");

/** All that can be said to somebody. */
async function repliesTo(profile: (typeof PROFILES)[number]): Promise<[string, PersonalReply][]> {
  const { personal, press, say, storage, place } = startTalk();
  await storage.people.put(place, { profile });
  const roles = [...knowledge.roles.keys()];
  const actions: Action[] = [
    { do: "profile" },
    { do: "plan" },
    { do: "progress" },
    { do: "done", step: "project" },
    { do: "nudges", on: true },
    { do: "suit", answers: "" },
    { do: "suit", answers: "abbdca" },
    { do: "erase", sure: "ask" },
    { do: "erase", sure: "no" },
    ...roles.flatMap((role): Action[] => [
      { do: "gap", role },
      { do: "learn-next", role },
      { do: "ready", role },
      { do: "interview", role },
    ]),
    ...roles.map((role): Action => ({ do: "plan", role })),
  ];
  const replies: [string, PersonalReply][] = [];
  for (const action of actions) replies.push([JSON.stringify(action), await press(action)]);
  for (let n = 0; n < 40; n++)
    await storage.feedback.add(place, `lookup:${roles[n % roles.length]}`, "outdated");
  for (const text of [
    `review my CV for data engineer: ${CV}`,
    "I have two offers: head of data or data scientist",
  ]) {
    const reply = await say(text);
    if (reply) replies.push([text.slice(0, 40), reply]);
  }
  const { profile: card, plan } = await personal.overview(place);
  replies.push(
    ["overview", card],
    ...(plan ? [["overview of the plan", plan] as [string, PersonalReply]] : []),
  );
  replies.push(
    ["show-data", await press({ do: "show-data" })],
    ["export-data", await press({ do: "export-data" })],
  );
  return replies;
}

const asReply = (reply: PersonalReply): Reply => ({
  ...reply,
  question: plainQuestion("help"),
  confidence: 1,
  evidence: NO_EVIDENCE,
});

describe.each(PROFILES.map((profile) => [profile.targets.join(", "), profile] as const))(
  "all that is said to somebody who wants to be %s",
  async (_, profile) => {
    const replies = await repliesTo(profile);

    it("is taken by Slack, on every surface", () => {
      const refused = replies.flatMap(([what, reply]) =>
        (["open", "command", "whisper"] as const).flatMap((surface) =>
          renderReply(asReply(reply), surface).flatMap(({ text, blocks }): object[] => {
            const checked = checkMessageBlocks(blocks);
            if ("error" in checked) return [{ what, surface, ...checked }];
            return text.trim() === "" || text.length > 40_000 ? [{ what, text: text.length }] : [];
          }),
        ),
      );
      expect(refused).toEqual([]);
    });

    it("is taken by Discord, with the guild in the buttons and without, and as plain text", () => {
      const refused: unknown[] = [];
      for (const [what, reply] of replies)
        for (const message of [
          ...renderPersonal(asReply(reply)),
          ...renderPersonal(asReply(reply), GUILD),
          ...renderPersonalPlain(asReply(reply)),
        ])
          try {
            parseMessage(sent(message), "create");
          } catch (error) {
            refused.push({ what, error });
          }
      expect(refused).toEqual([]);
    });

    it("pings nobody and links to nothing that was typed", () => {
      for (const [, reply] of replies) {
        const slack = JSON.stringify(renderReply(asReply(reply), "open"));
        const discord = JSON.stringify(
          renderPersonal(asReply(reply)).map(({ file: _file, ...rest }) => rest),
        );
        for (const shown of [slack, discord]) expect(shown).not.toMatch(/evil\.example|[^\\]@everyone/);
      }
    });

    it("has a form that both platforms take", () => {
      const fields = formOf(profile, knowledge);
      expect(checkView(profileView(fields, { channel: "C1" }))).toHaveProperty("view");
      expect(() => parseForm(modalForm, profileForm(fields, GUILD))).not.toThrow();
    });
  },
);

/** The body as it arrives: what was uploaded stands in it. */
function sent(message: Parameters<typeof withFile>[0]): unknown {
  const { body, files = [] } = withFile(message);
  const { attachments = [], ...rest } = body as { attachments?: object[] };
  const uploaded = attachments.map((one, at) => ({
    ...one,
    text: String(files[at]?.data),
    content_type: files[at]?.contentType,
  }));
  return uploaded.length > 0 ? { ...rest, attachments: uploaded } : rest;
}
