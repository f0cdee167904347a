import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SetupError } from "../../../../src/adapters/adapter.ts";
import { readKey, seal, unseal } from "../../../../src/adapters/slack/installations/seal.ts";

const key = randomBytes(32);

describe("sealing an installation", () => {
  it("opens what it sealed, and never writes the same text twice", () => {
    const sealed = seal("xoxb-1", "team:T1", key);
    expect(sealed).not.toContain("xoxb");
    expect(unseal(sealed, "team:T1", key)).toBe("xoxb-1");
    expect(seal("xoxb-1", "team:T1", key)).not.toBe(sealed);
  });

  it("does not open under another name, with another key, or after a change", () => {
    const sealed = seal("xoxb-1", "team:T1", key);
    expect(() => unseal(sealed, "team:T2", key)).toThrow();
    expect(() => unseal(sealed, "team:T1", randomBytes(32))).toThrow();
    const bytes = Buffer.from(sealed.slice(3), "base64");
    bytes[bytes.length - 1]! ^= 1;
    expect(() => unseal(`v1.${bytes.toString("base64")}`, "team:T1", key)).toThrow();
    expect(() => unseal("v2.abc", "team:T1", key)).toThrow(/unknown form/);
  });

  it("reads a key in base64 or hex and says how to make one otherwise, without repeating it", () => {
    expect(readKey(key.toString("base64"))).toEqual(key);
    expect(readKey(key.toString("hex"))).toEqual(key);
    expect(() => readKey("c2hvcnQ=")).toThrow(SetupError);
    expect(() => readKey("c2hvcnQ=")).toThrow(/openssl rand/);
    expect(() => readKey("c2hvcnQ=")).not.toThrow(/c2hvcnQ/);
  });
});
