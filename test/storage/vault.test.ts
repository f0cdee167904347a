import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVault } from "../../src/storage/vault.ts";

const vault = createVault("one secret");

describe("a vault", () => {
  it("opens what it sealed, whatever it was", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        const copy = JSON.parse(JSON.stringify(document));
        expect(vault.open("people.profile:x", vault.seal("people.profile:x", document))).toEqual(copy);
      }),
    );
  });

  it("opens nothing in another place, with another secret, or with a bit changed", () => {
    const sealed = vault.seal("people.profile:ada", { role: "analyst" });
    const refusal = { name: "StorageUnavailable", reason: "unreadable" };
    expect(() => vault.open("people.profile:bob", sealed)).toThrow(expect.objectContaining(refusal));
    expect(() => createVault("other secret").open("people.profile:ada", sealed)).toThrow(
      expect.objectContaining(refusal),
    );
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.open("people.profile:ada", changed)).toThrow(expect.objectContaining(refusal));
    }
    expect(() => vault.open("people.profile:ada", Buffer.alloc(0))).toThrow(expect.objectContaining(refusal));
  });

  it("seals the same document differently each time", () => {
    expect(vault.seal("x", "same").equals(vault.seal("x", "same"))).toBe(false);
  });

  it("hashes the same parts alike, and others differently, wherever they are divided", () => {
    expect(vault.hash("person", "ab", "c")).toBe(vault.hash("person", "ab", "c"));
    expect(vault.hash("person", "ab", "c")).toMatch(/^[\w-]{43}$/);
    const others = [
      vault.hash("person", "a", "bc"),
      vault.hash("person", "abc"),
      vault.hash("workspace", "ab", "c"),
      createVault("other secret").hash("person", "ab", "c"),
    ];
    expect(new Set([vault.hash("person", "ab", "c"), ...others]).size).toBe(5);
  });
});
