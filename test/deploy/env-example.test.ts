import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { PROJECT_ROOT } from "../support/brain.ts";

const read = (...path: string[]) => readFileSync(join(PROJECT_ROOT, ...path), "utf8");

/** What the example sets, even to nothing: systemd and `docker run --env-file` let it win over their own. */
const example = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? "");

it.each([
  [
    "the systemd unit",
    [...read("deploy", "rolewise.service").matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name]) => name),
  ],
  [
    "the image",
    [...(/^ENV [\s\S]*?[^\\]$/m.exec(read("Dockerfile"))?.[0] ?? "").matchAll(/([A-Z_]+)=/g)].map(
      ([, name]) => name,
    ),
  ],
  ["compose.yaml", Object.keys(parse(read("compose.yaml")).services.bot.environment)],
])("the example leaves alone what %s sets", (_, set) => {
  expect(set.length).toBeGreaterThan(1);
  expect(example.length).toBeGreaterThan(1);
  expect(set.filter((name) => example.includes(name ?? ""))).toEqual([]);
});
