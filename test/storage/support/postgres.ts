import { randomBytes } from "node:crypto";
import pg from "pg";
import { describe, expect, it } from "vitest";

const CANDIDATES = process.env.TEST_DATABASE_URL
  ? [process.env.TEST_DATABASE_URL]
  : ["postgres://postgres@127.0.0.1:5432/test", "postgres://root@127.0.0.1:5432/test"];

const server = await findServer();

/** Runs the tests where a PostgreSQL answers. Where none does it says so, and with CI=true that is a failure. */
export function describePostgres(name: string, tests: () => void): void {
  if (server !== undefined) {
    describe(`${name} (PostgreSQL)`, tests);
    return;
  }
  const missing = `no PostgreSQL answers at ${CANDIDATES.join(" or ")}`;
  if (process.env.CI) {
    it(`${name} needs a PostgreSQL in CI`, () => expect.fail(missing));
  } else {
    console.warn(`SKIPPED: ${name}: ${missing}. Start one, or set TEST_DATABASE_URL.`);
    describe.skip(`${name} (skipped: ${missing})`, tests);
  }
}

export interface TestSchema {
  /** Also the application name of its connections. */
  name: string;
  url: string;
  /** Runs SQL inside the schema, on a connection of its own. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** A connection inside the schema that stays open until the caller ends it. */
  connect(): Promise<pg.Client>;
  drop(): Promise<void>;
}

/** A schema of its own for each test, so that runs do not see each other's tables. */
export async function createSchema(): Promise<TestSchema> {
  if (server === undefined) throw new Error("no PostgreSQL");
  const schema = `rolewise_test_${randomBytes(6).toString("hex")}`;
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${schema}`);
  url.searchParams.set("application_name", schema);
  const connect = async () => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    return client;
  };
  const query = async (sql: string) => {
    const client = await connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end();
    }
  };
  await query(`create schema ${schema}`);
  return {
    name: schema,
    url: url.href,
    connect,
    query,
    drop: async () => {
      await query(`drop schema ${schema} cascade`);
    },
  };
}

async function findServer(): Promise<string | undefined> {
  for (const connectionString of CANDIDATES) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      return connectionString;
    } catch {
      // The next user, or none.
    } finally {
      await client.end().catch(() => {});
    }
  }
  return undefined;
}
