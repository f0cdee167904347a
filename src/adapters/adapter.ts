import type { Answer } from "../answers/answer.ts";
import type { Reply } from "../conversations/message.ts";

/** A platform connection that runs. */
export interface RunningAdapter {
  readonly name: "slack" | "discord";
  /**
   * Whether events can arrive now, when the last one did, and when the connection last gave a sign of life, heartbeats
   * included (both in milliseconds since the epoch). A connection that platforms open to us gives none.
   */
  health(): { connected: boolean; lastEventAt: number | undefined; heardAt: number | undefined };
  /** Writes to somebody directly, as they wished; false where they cannot be reached. Rejects where it may be tried again. */
  remind(person: { workspaceId: string; userId: string }, reply: Reply): Promise<boolean>;
  /** Posts an answer in a channel, unasked. Rejects where that is not possible. */
  announce(channelId: string, answer: Answer): Promise<void>;
  /** Takes no new events, finishes what is in hand, and disconnects; at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** A fault of the set-up (a wrong token, a missing scope) that ends the process with one line that says what to fix. */
export class SetupError extends Error {
  override readonly name = "SetupError";
  /** It may be over by itself in a while, as when the platform cannot be reached. */
  readonly passing: boolean;

  constructor(message: string, { passing = false }: { passing?: boolean } = {}) {
    super(message);
    this.passing = passing;
  }
}
