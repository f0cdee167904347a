import { expect, test } from "vitest";
import { parseShards, restBase } from "../../../src/adapters/discord/settings.ts";

test.each([
  ["auto", "auto"],
  [" AUTO ", "auto"],
  ["1", { ids: [0], total: 1 }],
  ["4", { ids: [0, 1, 2, 3], total: 4 }],
  ["0,1/4", { ids: [0, 1], total: 4 }],
  ["3 / 4", { ids: [3], total: 4 }],
])("DISCORD_SHARDS=%s", (text, shards) => expect(parseShards(text)).toEqual(shards));

test.each(["", "0", "none", "4/4", "1,2", "-1", "99999"])("DISCORD_SHARDS=%s is refused", (text) =>
  expect(parseShards(text)).toBeUndefined(),
);

test.each([
  ["https://proxy.example/api", "https://proxy.example/api"],
  ["https://proxy.example/api/", "https://proxy.example/api"],
  ["https://proxy.example/api/v10", "https://proxy.example/api"],
])("the base of %s has no version and no slash at its end", (given, base) =>
  expect(restBase(given)).toBe(base),
);
