import { expect, it } from "vitest";
import { plainText } from "../../src/answers/plain-text.ts";
import { openStorage } from "../../src/storage/open.ts";
import { recordingLog } from "../storage/support/log.ts";
import { createSchema, describePostgres } from "../storage/support/postgres.ts";
import { startProxy } from "../storage/support/proxy.ts";
import { SECRET } from "../storage/support/subject.ts";
import { INTRODUCTION, startConversations } from "./support/people.ts";

describePostgres("while the database does not answer", () => {
  it.each(["stall", "refuse"] as const)(
    "facts are answered, the person is told that nothing is remembered, and it mends by itself (%s)",
    { timeout: 30_000 },
    async (mode) => {
      const schema = await createSchema();
      const proxy = await startProxy(schema.url);
      const storage = await openStorage({
        url: proxy.url,
        secret: SECRET,
        now: Date.now,
        log: recordingLog(),
      });
      const { person } = await startConversations(storage);
      const ada = person("UADA");
      await ada.say(INTRODUCTION);
      await ada.press({ do: "consent", keep: true });

      proxy.mode = mode;
      proxy.cut();
      const fact = await ada.say("what does a data engineer earn?");
      expect(fact.answer.outcome).toBe("answered");
      expect(plainText(fact.answer)).toContain("Data engineers are advertised");
      expect(plainText((await ada.say("and the tools?")).answer)).toContain("I cannot remember just now");
      const told = await ada.say(INTRODUCTION);
      expect(plainText(told.answer)).toContain("I cannot remember anything just now");
      expect(told.buttons).toEqual([]);
      expect((await ada.press({ do: "plan" })).answer.outcome).toBe("declined");
      expect(plainText((await ada.press({ do: "erase", sure: "yes" })).answer)).toContain(
        "nothing was erased",
      );

      proxy.mode = "pass";
      proxy.cut();
      const shown = async () => plainText((await ada.say("show my data")).answer);
      await expect.poll(shown, { timeout: 10_000, interval: 250 }).toContain("Business intelligence analyst");
      await storage.close();
      await proxy.close();
      await schema.drop();
    },
  );
});
