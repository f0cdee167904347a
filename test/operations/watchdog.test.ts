import { describe, expect, it } from "vitest";
import { DOWN_MS, SILENT_MS, Watchdog } from "../../src/operations/watchdog.ts";

const up = (heardAt: number | undefined) => ({ connected: true, lastEventAt: undefined, heardAt });
const DOWN = { connected: false, lastEventAt: undefined, heardAt: undefined };

describe("the watchdog", () => {
  it("leaves a connection alone that gives signs of life, however long no event comes", () => {
    const dog = new Watchdog();
    for (let now = 0; now < 10 * SILENT_MS; now += 5_000) expect(dog.look(up(now), now)).toBeUndefined();
  });

  it("calls a connection silent that says it is up and gives none", () => {
    const dog = new Watchdog();
    expect(dog.look(up(0), SILENT_MS - 1)).toBeUndefined();
    expect(dog.look(up(0), SILENT_MS)).toBe("silent");
  });

  it("never calls one silent that has no heartbeats", () => {
    expect(new Watchdog().look(up(undefined), 10 * SILENT_MS)).toBeUndefined();
  });

  it("calls a connection down that has been so from the first look on, long enough", () => {
    const dog = new Watchdog();
    expect(dog.look(DOWN, 1_000)).toBeUndefined();
    expect(dog.look(DOWN, 1_000 + DOWN_MS - 1)).toBeUndefined();
    expect(dog.look(DOWN, 1_000 + DOWN_MS)).toBe("down");
  });

  it("begins to count anew when a connection came back, or is a new one", () => {
    const dog = new Watchdog();
    dog.look(DOWN, 0);
    dog.look(up(50_000), 50_000);
    dog.look(DOWN, 60_000);
    expect(dog.look(DOWN, DOWN_MS)).toBeUndefined();
    expect(dog.look(DOWN, 60_000 + DOWN_MS)).toBe("down");
    dog.reset();
    expect(dog.look(DOWN, 60_000 + DOWN_MS)).toBeUndefined();
  });
});
