import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Signals } from "../adapters/signals.ts";
import type { Readiness } from "./readiness.ts";

/** What is counted, in Prometheus' text format. No label holds an id or a word of anybody. */
export interface Metrics {
  /** An answer was made: by `intent` of what was understood and `outcome`, in so many seconds. */
  answered(platform: string, intent: string, outcome: string, seconds: number): void;
  missed(platform: string, how: Miss): void;
  /** The counters of one platform's connection. */
  signalsOf(platform: string): Signals;
  /** A connection that had gone silent or down was built anew. */
  restarted(platform: string): void;
  /** The exposition with its content type. */
  expose(): Promise<{ type: string; body: string }>;
}

/** Why a question counts as unanswered. */
export type Miss = "declined" | "clarify" | "not-helpful";

/** Seconds. An answer is made within milliseconds; a call of a platform takes tenths of a second. */
const ANSWER_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `readiness` is asked at each scrape, so that what is shown there is never old. */
export function createMetrics(readiness: () => Promise<Readiness>): Metrics {
  const registry = new Registry();
  // Event loop lag, garbage collection, memory, processor time and handles of the process.
  collectDefaultMetrics({ register: registry });
  const common = { registers: [registry] };
  const answers = new Counter({
    ...common,
    name: "rolewise_answers_total",
    help: "Answers given, by what was understood and what came of it",
    labelNames: ["platform", "intent", "outcome"] as const,
  });
  const answerSeconds = new Histogram({
    ...common,
    name: "rolewise_answer_seconds",
    help: "Time from a question to its answer, before it is sent",
    labelNames: ["platform"] as const,
    buckets: ANSWER_BUCKETS,
  });
  const misses = new Counter({
    ...common,
    name: "rolewise_misses_total",
    help: "Questions declined, asked back, or whose answer was marked as not right",
    labelNames: ["platform", "how"] as const,
  });
  const rateLimits = perPlatform(
    "rolewise_rate_limited_total",
    "Calls that the platform held back (HTTP 429)",
  );
  const reconnects = perPlatform("rolewise_reconnects_total", "Connections lost and built anew");
  const restarts = perPlatform("rolewise_watchdog_restarts_total", "Connections restarted by the watchdog");
  const callSeconds = new Histogram({
    ...common,
    name: "rolewise_api_call_seconds",
    help: "Time of one call of the platform's API",
    labelNames: ["platform"] as const,
    buckets: CALL_BUCKETS,
  });
  const show = readinessGauges(registry);

  function perPlatform(name: string, help: string): Counter<"platform"> {
    return new Counter({ ...common, name, help, labelNames: ["platform"] as const });
  }

  return {
    answered(platform, intent, outcome, seconds) {
      answers.inc({ platform, intent, outcome });
      answerSeconds.observe({ platform }, seconds);
    },
    missed: (platform, how) => misses.inc({ platform, how }),
    signalsOf(platform) {
      // A rate is only seen to rise from a zero that was there before.
      for (const counter of [rateLimits, reconnects, restarts]) counter.inc({ platform }, 0);
      return {
        rateLimited: () => rateLimits.inc({ platform }),
        reconnecting: () => reconnects.inc({ platform }),
        called: (seconds) => callSeconds.observe({ platform }, seconds),
      };
    },
    restarted: (platform) => restarts.inc({ platform }),
    async expose() {
      show(await readiness());
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}

/** Gauges that show a state, and the way to set them. */
function readinessGauges(registry: Registry): (state: Readiness) => void {
  const registers = [registry];
  const labelNames = ["platform"] as const;
  const connected = new Gauge({
    registers,
    name: "rolewise_connected",
    help: "1 where events of the platform can arrive",
    labelNames,
  });
  const eventAge = new Gauge({
    registers,
    name: "rolewise_last_event_age_seconds",
    help: "Time since the last event of the platform",
    labelNames,
  });
  const database = new Gauge({
    registers,
    name: "rolewise_database_up",
    help: "1 where the database answers",
  });
  const knowledge = new Gauge({
    registers,
    name: "rolewise_knowledge_roles",
    help: "Roles of the knowledge base that is in use",
    labelNames: ["version"] as const,
  });
  return (state) => {
    knowledge.reset();
    knowledge.set({ version: state.knowledge.version }, state.knowledge.roles);
    database.set(state.database === "ok" ? 1 : 0);
    for (const [platform, { connected: up, lastEventSecondsAgo }] of Object.entries(state.platforms)) {
      connected.set({ platform }, up ? 1 : 0);
      if (lastEventSecondsAgo !== null) eventAge.set({ platform }, lastEventSecondsAgo);
    }
  };
}
