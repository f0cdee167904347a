/** How the local Slack hands something to the bot, over a socket or over HTTP. */
export interface Delivery {
  /** Resolves with what the acknowledgement carried; rejects when none came within three seconds. */
  deliver(envelope: Envelope): Promise<unknown>;
  close(): Promise<void>;
}

export interface Envelope {
  type: "events_api" | "slash_commands" | "interactive";
  payload: Record<string, unknown>;
  retry?: { attempt: number; reason: string };
}

export const ACK_MS = 3_000;

/** Every acknowledgement with how long it took, in milliseconds. */
export class AckLog {
  readonly times: number[] = [];
  /** What Slack would hold against the bot. */
  readonly violations: string[] = [];

  acked(ms: number, what: string): void {
    this.times.push(ms);
    if (ms > ACK_MS) this.violations.push(`${what} was acknowledged after ${Math.round(ms)} ms`);
  }
}
