import { setTimeout as delay } from "node:timers/promises";
import { createSchema, type TestSchema } from "../storage/support/postgres.ts";
import { type FlakyProxy, startProxy } from "../storage/support/proxy.ts";

/** A database of the run's own, behind a proxy that can take it away. */
export class Database {
  readonly #schema: TestSchema;
  readonly #proxy: FlakyProxy;

  private constructor(schema: TestSchema, proxy: FlakyProxy) {
    this.#schema = schema;
    this.#proxy = proxy;
  }

  static async open(): Promise<Database> {
    const schema = await createSchema();
    return new Database(schema, await startProxy(schema.url));
  }

  get url(): string {
    return this.#proxy.url;
  }

  /** As at a restart: every connection ends, and new ones are refused for a while. */
  async restart(ms: number): Promise<void> {
    this.#proxy.mode = "refuse";
    this.#proxy.cut();
    await delay(ms);
    this.#proxy.mode = "pass";
  }

  /** As where a network drops packets: nothing is refused and nothing comes back. */
  async stall(ms: number): Promise<void> {
    this.#proxy.mode = "stall";
    await delay(ms);
    this.#proxy.mode = "pass";
    this.#proxy.cut();
  }

  /** The server itself ends every connection; the next ones are taken. */
  async terminate(): Promise<void> {
    await this.#schema.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = '${this.#schema.name}' and pid <> pg_backend_pid()`,
    );
  }

  async close(): Promise<void> {
    await this.#proxy.close();
    await this.#schema.drop();
  }
}
