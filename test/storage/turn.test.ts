import { expect, it } from "vitest";
import { StorageUnavailable } from "../../src/storage/errors.ts";
import { Guard } from "../../src/storage/guard.ts";
import { sharingTime } from "../../src/storage/turn.ts";
import { recordingLog } from "./support/log.ts";

const never = () => new Promise<never>(() => {});
const reasonOf = (error: unknown) => (error instanceof StorageUnavailable ? error.reason : error);

it("the calls of one turn share its time, and those that come after it fail at once", async () => {
  const guard = new Guard(recordingLog());
  let begun = 0;
  const slow = () =>
    guard.run("slow", () => {
      begun++;
      return never();
    });
  const reasons = await sharingTime(
    async () => [await slow().catch(reasonOf), await slow().catch(reasonOf), await slow().catch(reasonOf)],
    30,
  );
  expect(reasons).toEqual(["timeout", "timeout", "timeout"]);
  expect(begun).toBe(1);
});

it("a turn that runs out of time does not make others do without the database", async () => {
  const guard = new Guard(recordingLog());
  await sharingTime(() => guard.run("slow", never).catch(reasonOf), 10);
  expect(await guard.run("quick", async () => "served")).toBe("served");
});

it("outside of a turn a call has its own time", async () => {
  const guard = new Guard(recordingLog());
  await sharingTime(async () => {}, 0);
  expect(await guard.run("quick", async () => "served")).toBe("served");
});
