/** What happens on a connection besides messages, for those who count. */
export interface Signals {
  /** The platform held a call back (HTTP 429). */
  rateLimited(): void;
  /** The connection was lost and is being built anew. */
  reconnecting(): void;
  /** One call of the platform's API took so long, waiting for rate limits not counted. */
  called(seconds: number): void;
}

export const NO_SIGNALS: Signals = { rateLimited() {}, reconnecting() {}, called() {} };
