import { describe, expect, it } from "vitest";
import { createMetrics } from "../../src/operations/metrics.ts";
import type { Readiness } from "../../src/operations/readiness.ts";

const READY: Readiness = {
  platforms: {
    slack: { connected: true, lastEventSecondsAgo: 7 },
    discord: { connected: false, lastEventSecondsAgo: null },
  },
  database: "ok",
  knowledge: { version: "abc123", roles: 26 },
};

/** The samples of an exposition, without its comments. */
async function samplesOf(metrics: ReturnType<typeof createMetrics>): Promise<string[]> {
  const { type, body } = await metrics.expose();
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
  return body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

describe("what is counted", () => {
  it("answers by platform, intent and outcome, with their time", async () => {
    const metrics = createMetrics(async () => READY);
    metrics.answered("slack", "lookup", "answered", 0.004);
    metrics.answered("slack", "lookup", "answered", 0.2);
    metrics.answered("discord", "compare", "clarify", 0.01);
    const samples = await samplesOf(metrics);
    expect(samples).toContain(
      'rolewise_answers_total{platform="slack",intent="lookup",outcome="answered"} 2',
    );
    expect(samples).toContain(
      'rolewise_answers_total{platform="discord",intent="compare",outcome="clarify"} 1',
    );
    expect(samples).toContain('rolewise_answer_seconds_bucket{le="0.005",platform="slack"} 1');
    expect(samples).toContain('rolewise_answer_seconds_count{platform="slack"} 2');
  });

  it("misses by platform and kind", async () => {
    const metrics = createMetrics(async () => READY);
    metrics.missed("slack", "declined");
    metrics.missed("slack", "not-helpful");
    expect(await samplesOf(metrics)).toEqual(
      expect.arrayContaining([
        'rolewise_misses_total{platform="slack",how="declined"} 1',
        'rolewise_misses_total{platform="slack",how="not-helpful"} 1',
      ]),
    );
  });

  it("what happens to connections, from zero on", async () => {
    const metrics = createMetrics(async () => READY);
    const signals = metrics.signalsOf("discord");
    expect(await samplesOf(metrics)).toEqual(
      expect.arrayContaining([
        'rolewise_rate_limited_total{platform="discord"} 0',
        'rolewise_reconnects_total{platform="discord"} 0',
        'rolewise_watchdog_restarts_total{platform="discord"} 0',
      ]),
    );
    signals.rateLimited();
    signals.reconnecting();
    signals.called(0.3);
    metrics.restarted("discord");
    expect(await samplesOf(metrics)).toEqual(
      expect.arrayContaining([
        'rolewise_rate_limited_total{platform="discord"} 1',
        'rolewise_reconnects_total{platform="discord"} 1',
        'rolewise_watchdog_restarts_total{platform="discord"} 1',
        'rolewise_api_call_seconds_count{platform="discord"} 1',
      ]),
    );
  });
});

describe("what is looked up at each scrape", () => {
  it("connections, the age of the last event, the database and the knowledge base", async () => {
    let state = READY;
    const metrics = createMetrics(async () => state);
    expect(await samplesOf(metrics)).toEqual(
      expect.arrayContaining([
        'rolewise_connected{platform="slack"} 1',
        'rolewise_connected{platform="discord"} 0',
        'rolewise_last_event_age_seconds{platform="slack"} 7',
        "rolewise_database_up 1",
        'rolewise_knowledge_roles{version="abc123"} 26',
      ]),
    );
    state = { ...READY, database: "unreachable", knowledge: { version: "def456", roles: 27 } };
    const samples = await samplesOf(metrics);
    expect(samples).toContain("rolewise_database_up 0");
    expect(samples.filter((line) => line.startsWith("rolewise_knowledge_roles"))).toEqual([
      'rolewise_knowledge_roles{version="def456"} 27',
    ]);
  });

  it("the process: event loop lag and memory", async () => {
    const samples = await samplesOf(createMetrics(async () => READY));
    for (const name of ["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes"])
      expect(samples.some((line) => line.startsWith(name))).toBe(true);
  });
});

it("two bots in one process count for themselves", async () => {
  const first = createMetrics(async () => READY);
  const second = createMetrics(async () => READY);
  first.missed("slack", "declined");
  expect((await samplesOf(second)).some((line) => line.startsWith("rolewise_misses_total"))).toBe(false);
});
