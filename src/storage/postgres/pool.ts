import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { StorageUnavailable } from "../errors.ts";
import { deadline } from "../guard.ts";
import { reasonOf } from "./reason.ts";

/** How long a free connection is waited for, or a new one built. Ends before a call's deadline, so that its error tells which it was. */
const CONNECT_MS = 1400;

/** The server gives a statement up before the client stops waiting for it, so that nothing runs on after a call has failed. */
const STATEMENT_MS = 1400;

const SESSION = `set statement_timeout = ${STATEMENT_MS}; set idle_in_transaction_session_timeout = 5000`;

/** Our times fit a double; pg would hand out 64-bit numbers as strings. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    return oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format === "binary" ? "text" : format);
  },
};

/** Ten connections that come and go by themselves. Nothing is connected yet. */
export function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "rolewise",
    max: 10,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    keepAlive: true,
    types,
    // By SET and not as start-up parameters, which connection poolers such as PgBouncer refuse.
    onConnect: (client) => orGiveUp(client.query(SESSION)),
  });
  // A connection that breaks while idle is replaced; without a listener its error would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * The pool as Kysely wants it, with our errors, and with one rule added: a connection whose call ran out of time, or that
 * broke, is destroyed and not given back. The server then rolls its transaction back.
 */
export function boundedPool(pool: pg.Pool): PostgresPool {
  return {
    end: () => pool.end(),
    connect: async () => new BoundedClient(await translated(() => pool.connect()), deadline.getStore()),
  };
}

class BoundedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #signal: AbortSignal | undefined;
  #broken = false;
  #released = false;

  constructor(client: pg.PoolClient, signal: AbortSignal | undefined) {
    this.#client = client;
    this.#signal = signal;
    if (signal?.aborted) this.#giveUp();
    else signal?.addEventListener("abort", this.#giveUp, { once: true });
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== "string") throw new TypeError("cursors are not used");
    return this.#query(sql, parameters);
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#signal?.removeEventListener("abort", this.#giveUp);
    this.#client.release(this.#broken);
  }

  readonly #giveUp = (): void => {
    this.#broken = true;
    this.release();
  };

  async #query(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    if (this.#broken) {
      // Destroying the connection has rolled back already; failing here would hide the error that led to it.
      if (sql === "rollback") return { command: "SELECT", rowCount: 0, rows: [] };
      throw new StorageUnavailable("unreachable");
    }
    try {
      return await translated(() => this.#client.query(sql, [...parameters]));
    } catch (error) {
      this.#broken ||= error instanceof StorageUnavailable && error.reason === "unreachable";
      throw error;
    }
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StorageUnavailable(reasonOf(error), error);
  }
}

async function orGiveUp(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the server does not answer")), CONNECT_MS);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
