import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/config/problems.ts";
import { type Environment, readConfig } from "../../src/config/read-config.ts";
import { secretsOf } from "../../src/config/secrets.ts";
import { VARIABLE_NAMES } from "../../src/config/variables.ts";
import { USUAL_POLICY } from "../../src/policy/policy.ts";
import { PROJECT_ROOT } from "../support/brain.ts";

type Files = Record<string, string>;
const read = (env: Environment, files: Files = {}) =>
  readConfig(env, { knowledgeDir: "/knowledge", readText: (path) => files[path] });

function problemsOf(env: Environment, files: Files = {}): ConfigError {
  try {
    read(env, files);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("the environment was accepted");
}

const names = (env: Environment) => problemsOf(env).problems.map(({ variable }) => variable);

const BOT = "xoxb-1";
const APP = "xapp-1";
const SIGNING = "signing-secret";
const OAUTH = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client-secret",
  SLACK_STATE_SECRET: "state-secret-of-16",
  SLACK_ENCRYPTION_KEY: "k".repeat(44),
};
const DISCORD = "a-discord-token-of-some-length";

describe("an empty environment", () => {
  it("is the terminal alone, with the knowledge base of the package and an embedded database", () => {
    expect(read({})).toEqual({
      slack: undefined,
      discord: undefined,
      database: { url: "data/rolewise.db", secret: undefined },
      knowledgeDir: "/knowledge",
      watchKnowledge: false,
      keepMisses: false,
      openingsFeed: [],
      policy: USUAL_POLICY,
      logLevel: "info",
      health: undefined,
    });
  });

  it("is what a file of empty variables comes to", () => {
    const empty = Object.fromEntries(VARIABLE_NAMES.map((name) => [name, "  "]));
    expect(read(empty)).toEqual(read({}));
  });
});

describe("Slack", () => {
  it("runs over Socket Mode with both tokens, also where there is a signing secret", () => {
    const env = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SIGNING };
    expect(read(env).slack).toMatchObject({ mode: "socket", botToken: BOT, appToken: APP });
  });

  it("runs over HTTP with a signing secret, on port 3000 unless told otherwise", () => {
    const env = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING };
    expect(read(env).slack).toMatchObject({
      mode: "http",
      port: 3000,
      access: { kind: "token", botToken: BOT },
    });
    expect(read({ ...env, PORT: "8080" }).slack).toMatchObject({ port: 8080 });
  });

  it("serves several workspaces with the four variables of OAuth", () => {
    expect(read({ SLACK_SIGNING_SECRET: SIGNING, ...OAUTH }).slack).toMatchObject({
      mode: "http",
      access: { kind: "oauth", clientId: "1.2", encryptionKey: OAUTH.SLACK_ENCRYPTION_KEY },
    });
  });

  it.each<[string, Environment, string[]]>([
    ["an app token alone", { SLACK_APP_TOKEN: APP }, ["SLACK_BOT_TOKEN"]],
    ["a bot token alone", { SLACK_BOT_TOKEN: BOT }, ["SLACK_APP_TOKEN"]],
    ["a signing secret alone", { SLACK_SIGNING_SECRET: SIGNING }, ["SLACK_BOT_TOKEN"]],
    [
      "half of OAuth",
      { SLACK_SIGNING_SECRET: SIGNING, SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "x" },
      ["SLACK_STATE_SECRET", "SLACK_ENCRYPTION_KEY"],
    ],
  ])("asks for what %s lacks", (_, env, missing) => {
    expect(names(env)).toEqual(missing);
  });
});

describe("Discord", () => {
  it("needs a token alone", () => {
    expect(read({ DISCORD_TOKEN: DISCORD }).discord).toMatchObject({ token: DISCORD, guildId: undefined });
  });

  it("takes shards as auto, a number or ids of a total", () => {
    for (const shards of ["auto", "4", "0,1/4"])
      expect(() => read({ DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: shards })).not.toThrow();
    for (const shards of ["many", "4,5/4", "-1"])
      expect(names({ DISCORD_SHARDS: shards })).toEqual(["DISCORD_SHARDS"]);
  });
});

describe("a wrong value", () => {
  it.each<[string, string]>([
    ["SLACK_BOT_TOKEN", "xapp-the-other-one"],
    ["SLACK_SIGNING_SECRET", "short"],
    ["SLACK_API_URL", "no address"],
    ["PORT", "65536"],
    ["PORT", "many"],
    ["DISCORD_TOKEN", "too-short"],
    ["DISCORD_APPLICATION_ID", "my bot"],
    ["DISCORD_GUILD_ID", "1234"],
    ["DISCORD_API_URL", "localhost"],
    ["STORAGE_SECRET", "fifteen-letters"],
    ["KNOWLEDGE_WATCH", "yes"],
    ["KEEP_MISSES", "true"],
    ["LOG_LEVEL", "loud"],
    ["HEALTH_PORT", "0"],
    ["HEALTH_PORT", "65536"],
    ["HEALTH_PORT", "0.0.0.0"],
    ["HEALTH_PORT", "example.org:80"],
  ])("of %s (%s) is reported by name, with what is wrong and how to mend it", (name, value) => {
    const [problem] = problemsOf({ [name]: value }).problems.filter(({ variable }) => variable === name);
    expect(problem?.message).toMatch(/^(?:is|does) /);
    expect(problem?.fix).toMatch(/^[A-Z].+\.?$/);
    expect(JSON.stringify(problem)).not.toContain(`"${value}"`);
  });

  it("does not hide another one: all are reported at once, a line each", () => {
    const env = {
      SLACK_BOT_TOKEN: "hunter2",
      DISCORD_TOKEN: "hunter2",
      LOG_LEVEL: "hunter2",
      PORT: "hunter2",
    };
    const error = problemsOf(env);
    expect(names(env)).toEqual(expect.arrayContaining(Object.keys(env)));
    expect(error.message.split("\n")).toHaveLength(error.problems.length);
    expect(error.message).not.toContain("hunter2");
  });
});

describe("what must not be seen", () => {
  it.each<[string, Environment, string[]]>([
    ["nothing", {}, []],
    ["the tokens of Socket Mode", { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }, [BOT, APP]],
    ["the secrets of OAuth", { SLACK_SIGNING_SECRET: SIGNING, ...OAUTH }, [SIGNING, ...Object.values(OAUTH)]],
    ["the token of Discord", { DISCORD_TOKEN: DISCORD }, [DISCORD]],
    [
      "the password of the database and the key of what is stored",
      { DATABASE_URL: "postgres://me:p%40ss-word@db/rolewise", STORAGE_SECRET: "a-secret-of-sixteen" },
      ["a-secret-of-sixteen", "p%40ss-word", "p@ss-word"],
    ],
    ["no path of a file", { DATABASE_URL: "data/a.db" }, []],
  ])("is %s", (_, env, secrets) => {
    expect(secretsOf(read(env))).toEqual(secrets);
  });
});

describe("the policy file", () => {
  it("is rolewise.yaml where there is one, or the one that is named", () => {
    expect(read({}, { "rolewise.yaml": "quiet: true" }).policy.quiet).toBe(true);
    const env = { POLICY_FILE: "/etc/rolewise/policy.yaml" };
    expect(read(env, { "/etc/rolewise/policy.yaml": "ephemeral: true" }).policy.ephemeral).toBe(true);
  });

  it("must be there if it is named", () => {
    expect(problemsOf({ POLICY_FILE: "/gone.yaml" }).message).toMatch(
      /^POLICY_FILE: names a file that cannot/,
    );
  });

  it("is reported with its lines, together with the environment", () => {
    const { message } = problemsOf({ LOG_LEVEL: "loud" }, { "rolewise.yaml": "quiet: yes\n\nsilent: true" });
    expect(message.split("\n")).toEqual([
      expect.stringMatching(/^LOG_LEVEL: is none of/),
      expect.stringMatching(/^rolewise\.yaml, line 1: "quiet" is neither true nor false\. docs\/policy\.md/),
      expect.stringMatching(/^rolewise\.yaml, line 3: there is no setting "silent"/),
    ]);
  });
});

describe("the health port", () => {
  it.each([
    ["9090", { host: "127.0.0.1", port: 9090 }],
    ["0.0.0.0:9090", { host: "0.0.0.0", port: 9090 }],
    ["[::]:65535", { host: "::", port: 65_535 }],
    ["localhost:1", { host: "localhost", port: 1 }],
  ])("%s serves %j", (text, health) => {
    expect(read({ HEALTH_PORT: text }).health).toEqual(health);
  });
});

it("spaces around a value are no part of it", () => {
  expect(read({ DISCORD_TOKEN: ` ${DISCORD}\n`, LOG_LEVEL: " debug " })).toMatchObject({
    discord: { token: DISCORD },
    logLevel: "debug",
  });
});

it("a feed of openings may be several", () => {
  expect(read({ OPENINGS_FEED: "a.json, https://example.org/b.xml" }).openingsFeed).toEqual([
    "a.json",
    "https://example.org/b.xml",
  ]);
});

it("the example names every variable and no other", async () => {
  const example = await readFile(join(PROJECT_ROOT, ".env.example"), "utf8");
  const named = [...example.matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual([...VARIABLE_NAMES].sort());
});

it("the README explains every variable, once", async () => {
  const readme = await readFile(join(PROJECT_ROOT, "README.md"), "utf8");
  const rows = readme.split("\n").flatMap((line) => /^\| (`[A-Z].*?`) \|/.exec(line)?.[1] ?? []);
  const named = rows.flatMap((row) => [...row.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect(named.toSorted()).toEqual(VARIABLE_NAMES.toSorted());
});
