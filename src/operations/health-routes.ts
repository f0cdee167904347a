import type { Metrics } from "./metrics.ts";
import { isReady, type Readiness } from "./readiness.ts";

export interface HealthAnswer {
  status: number;
  type: string;
  body: string;
}

/** Answers a GET of one path; undefined where there is nothing at it. */
export type HealthRoutes = (path: string) => Promise<HealthAnswer | undefined>;

/**
 * `/healthz`: the process answers. `/readyz`: what it can serve just now, 503 where something configured is not connected.
 * `/metrics`: where there are any. `only` judges the readiness of one platform alone.
 */
export function healthRoutes(
  readiness: () => Promise<Readiness>,
  { metrics, only }: { metrics?: Metrics | undefined; only?: string | undefined } = {},
): HealthRoutes {
  return async (path) => {
    switch (path) {
      case "/healthz":
        return json(200, { ok: true });
      case "/readyz": {
        const state = await readiness();
        const ready = isReady(state, only);
        return json(ready ? 200 : 503, { ready, ...state });
      }
      case "/metrics":
        return metrics && { status: 200, ...(await metrics.expose()) };
      default:
        return undefined;
    }
  };
}

function json(status: number, body: object): HealthAnswer {
  return { status, type: "application/json; charset=utf-8", body: `${JSON.stringify(body)}\n` };
}
