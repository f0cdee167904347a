import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { VARIABLE_NAMES } from "../../src/config/variables.ts";
import { fileOf } from "../../src/storage/url.ts";
import { PROJECT_ROOT } from "../support/brain.ts";

const text = readFileSync(join(PROJECT_ROOT, "compose.yaml"), "utf8");
const { services, volumes } = parse(text);
const { bot, db } = services;

describe("compose.yaml", () => {
  it("runs the bot of this project beside a PostgreSQL of a pinned version", () => {
    expect(Object.keys(services)).toEqual(["bot", "db"]);
    expect(existsSync(join(PROJECT_ROOT, bot.build, "Dockerfile"))).toBe(true);
    expect(db.image).toMatch(/^postgres:\d+-/);
  });

  it("gives the bot variables that there are", () => {
    const names = Object.keys(bot.environment);
    expect(names.filter((name) => !VARIABLE_NAMES.some((ours) => ours === name))).toEqual([]);
  });

  it("points the bot to the database that it runs, as the same user and by the same password", () => {
    const address = new URL(bot.environment.DATABASE_URL.replace(/\$\{[^}]+\}/, "PASSWORD"));
    expect(fileOf(bot.environment.DATABASE_URL)).toBeUndefined();
    expect(address.hostname).toBe("db");
    expect(address.username).toBe(db.environment.POSTGRES_USER);
    expect(address.pathname).toBe(`/${db.environment.POSTGRES_DB}`);
    expect(bot.environment.DATABASE_URL).toContain(db.environment.POSTGRES_PASSWORD);
  });

  it("holds no secret, and says how to make one that is missing", () => {
    const secrets = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)];
    expect(new Set(secrets.map(([, name]) => name))).toEqual(
      new Set(["POSTGRES_PASSWORD", "STORAGE_SECRET"]),
    );
    for (const [, , rest = ""] of secrets) expect(rest).toMatch(/^:\?Make one with openssl rand .+ \.env$/);
  });

  it("waits for the database, keeps what it holds, and gives the bot longer to end than it takes", () => {
    expect(bot.depends_on.db.condition).toBe("service_healthy");
    expect(db.healthcheck.test[1]).toContain(`--username ${db.environment.POSTGRES_USER}`);
    const [volume, path] = db.volumes[0].split(":");
    expect(Object.keys(volumes)).toContain(volume);
    expect(path).toBe("/var/lib/postgresql/data");
    expect(Number.parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(5);
  });

  it("opens nothing to the outside and leaves the bot no more rights than it needs", () => {
    expect([bot.ports, db.ports]).toEqual([undefined, undefined]);
    expect(bot).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
  });
});
