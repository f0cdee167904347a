import { afterEach, describe, expect, it } from "vitest";
import { SetupError } from "../../src/adapters/adapter.ts";
import { healthRoutes } from "../../src/operations/health-routes.ts";
import { type HealthServer, serveHealth } from "../../src/operations/health-server.ts";
import { createMetrics } from "../../src/operations/metrics.ts";
import { isReady, type ReadinessSources, readinessOf } from "../../src/operations/readiness.ts";
import { StorageUnavailable } from "../../src/storage/errors.ts";

const NOW = 1_800_000_000_000;
const UP = { connected: true, lastEventAt: NOW - 12_400, heardAt: NOW };
const DOWN = { connected: false, lastEventAt: undefined, heardAt: undefined };

function sources(over: Partial<ReadinessSources> = {}): ReadinessSources {
  return {
    platforms: () => [["slack", UP]],
    checkDatabase: async () => undefined,
    knowledge: () => ({ version: "abc123", roles: new Map([["data-engineer", {}]]) }),
    now: () => NOW,
    ...over,
  };
}

describe("readiness", () => {
  it("is the state of each platform, the database and the knowledge base", async () => {
    expect(await readinessOf(sources())).toEqual({
      platforms: { slack: { connected: true, lastEventSecondsAgo: 12 } },
      database: "ok",
      knowledge: { version: "abc123", roles: 1 },
    });
  });

  it("holds a platform that could not be started", async () => {
    const state = await readinessOf(
      sources({
        platforms: () => [
          ["slack", UP],
          ["discord", DOWN],
        ],
      }),
    );
    expect(state.platforms.discord).toEqual({ connected: false, lastEventSecondsAgo: null });
    expect(isReady(state)).toBe(false);
    expect(isReady(state, "slack")).toBe(true);
  });

  it("names why the database does not answer, and is ready all the same", async () => {
    const state = await readinessOf(
      sources({ checkDatabase: () => Promise.reject(new StorageUnavailable("unreachable")) }),
    );
    expect(state.database).toBe("unreachable");
    expect(isReady(state)).toBe(true);
  });

  it("is never negative where the platform's clock is ahead", async () => {
    const state = await readinessOf(
      sources({ platforms: () => [["slack", { ...UP, lastEventAt: NOW + 3_000 }]] }),
    );
    expect(state.platforms.slack?.lastEventSecondsAgo).toBe(0);
  });
});

describe("the health port", () => {
  let server: HealthServer | undefined;
  afterEach(() => server?.close());

  async function served(over: Partial<ReadinessSources> = {}) {
    const readiness = () => readinessOf(sources(over));
    const routes = healthRoutes(readiness, { metrics: createMetrics(readiness) });
    server = await serveHealth({ host: "127.0.0.1", port: 0 }, routes);
    const base = `http://127.0.0.1:${server.port}`;
    return (path: string, init?: RequestInit) => fetch(`${base}${path}`, init);
  }

  it("says that the process lives", async () => {
    const get = await served();
    const answer = await get("/healthz");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ok: true });
  });

  it("says what is ready, with 503 where something is not connected", async () => {
    const ready = await (await served())("/readyz");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true, platforms: { slack: { connected: true } } });
    await server?.close();
    const unready = await (await served({ platforms: () => [["discord", DOWN]] }))("/readyz?probe=1");
    expect(unready.status).toBe(503);
    expect(await unready.json()).toMatchObject({
      ready: false,
      platforms: { discord: { connected: false } },
    });
  });

  it("exposes the metrics", async () => {
    const answer = await (await served())("/metrics");
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await answer.text()).toContain('rolewise_connected{platform="slack"} 1');
  });

  it("knows nothing else, changes nothing, and outlives a fault", async () => {
    const get = await served({
      knowledge: () => {
        throw new Error("no knowledge");
      },
    });
    expect((await get("/")).status).toBe(404);
    expect((await get("/readyz")).status).toBe(500);
    expect((await get("/healthz", { method: "POST" })).status).toBe(405);
    expect((await get("/healthz", { method: "HEAD" })).status).toBe(200);
    expect((await get("/healthz")).status).toBe(200);
  });

  it("that is taken is told in one line", async () => {
    await served();
    const again = serveHealth({ host: "127.0.0.1", port: server?.port ?? 0 }, async () => undefined);
    await expect(again).rejects.toThrow(SetupError);
    await expect(again).rejects.toThrow(/HEALTH_PORT 127\.0\.0\.1:\d+ cannot be listened on \(EADDRINUSE\)/);
  });
});
