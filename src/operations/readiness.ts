import type { RunningAdapter } from "../adapters/adapter.ts";

/** The truth about a running bot, as `/readyz` tells it. */
export interface Readiness {
  platforms: Record<string, PlatformState>;
  /** "ok", or why it does not answer. Without it the bot still answers, and remembers nothing. */
  database: string;
  knowledge: { version: string; roles: number };
}

export interface PlatformState {
  connected: boolean;
  /** Since the last event of any kind; null before the first one. */
  lastEventSecondsAgo: number | null;
}

export interface ReadinessSources {
  /** Every platform that is configured, also one that could not be started. */
  platforms(): Iterable<readonly [string, ReturnType<RunningAdapter["health"]>]>;
  /** Rejects while the database does not answer. */
  checkDatabase(): Promise<void>;
  knowledge(): { version: string; roles: ReadonlyMap<string, unknown> };
  /** Milliseconds since the epoch. */
  now(): number;
}

export async function readinessOf(sources: ReadinessSources): Promise<Readiness> {
  const { version, roles } = sources.knowledge();
  const platforms = [...sources.platforms()].map(
    ([name, { connected, lastEventAt }]): [string, PlatformState] => {
      const age =
        lastEventAt === undefined ? null : Math.max(0, Math.round((sources.now() - lastEventAt) / 1000));
      return [name, { connected, lastEventSecondsAgo: age }];
    },
  );
  return {
    platforms: Object.fromEntries(platforms),
    database: await sources.checkDatabase().then(
      () => "ok",
      (error: unknown) => (error instanceof Error && "reason" in error ? String(error.reason) : "fault"),
    ),
    knowledge: { version, roles: roles.size },
  };
}

/**
 * Whether all that is configured can serve; `only` asks about one platform, as a load balancer of its events does.
 * A database that is down is told but makes no instance unready: all would be taken out at once, though each still answers.
 */
export function isReady({ platforms }: Readiness, only?: string): boolean {
  const asked = Object.entries(platforms).filter(([name]) => only === undefined || name === only);
  return asked.every(([, { connected }]) => connected);
}
