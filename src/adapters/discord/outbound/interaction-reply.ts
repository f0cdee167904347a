import type { Log } from "../../log.ts";
import { LINES, line } from "../lines.ts";
import { TIMES } from "../render/limits.ts";
import { type DiscordMessage, ephemeral } from "../render/message-body.ts";
import { CODES, faultFields, hasCode } from "./faults.ts";
import type { InteractionHttp, InteractionKey } from "./interaction-http.ts";

export interface Received extends InteractionKey {
  /** Milliseconds since the epoch by Discord's clock. */
  createdTimestamp: number;
}

/** `update` changes the message whose button was pressed; the others answer anew, to all or to the asker alone. */
export type Manner = "public" | "ephemeral" | "update";

/** Messages as they are rendered, with plain ones for where Discord refuses the components. */
export interface Outgoing {
  messages: readonly DiscordMessage[];
  plain?: (() => readonly DiscordMessage[]) | undefined;
}

type State = "open" | "deferring" | "deferred" | "answered" | "lost";

/**
 * The answer to one interaction. It is acknowledged exactly once: by the answer where that is ready in time,
 * else by a deferral that the answer then replaces. A deferral settles who will see the answer.
 */
export class InteractionReply {
  readonly #http: InteractionHttp;
  readonly #to: Received;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #deferAs: Manner;
  readonly #onHidden: boolean;
  readonly #timer: NodeJS.Timeout;
  #state: State = "open";
  #deferral: Promise<void> | undefined;

  /** `onHidden`: a button was pressed in a message that its presser alone sees. */
  constructor(
    http: InteractionHttp,
    to: Received,
    deferAs: Manner,
    log: Log,
    now: () => number,
    onHidden = false,
  ) {
    this.#http = http;
    this.#to = to;
    this.#onHidden = onHidden;
    this.#deferAs = deferAs;
    this.#log = log;
    this.#now = now;
    this.#timer = setTimeout(() => this.#defer(), TIMES.deferAfter);
  }

  /**
   * Answers in a manner. After a private deferral a public answer stays private; after a public one a private answer
   * follows as a message of its own. `render` is told whether the answer will be seen by the asker alone.
   */
  async send(manner: Manner, render: (hidden: boolean) => Outgoing): Promise<void> {
    clearTimeout(this.#timer);
    await this.#deferral;
    const settled = this.#deferral !== undefined && this.#deferAs === "ephemeral" && manner === "public";
    const as = settled ? "ephemeral" : manner;
    const { messages, plain } = render(as === "ephemeral");
    try {
      await this.#deliver(messages, as);
    } catch (error) {
      const inWords = hasCode(error, CODES.invalidForm, CODES.missingPermissions);
      if (!plain || !inWords) throw error;
      this.#log.warn(
        faultFields(error),
        "Discord refused the components or the file of an answer; sending plain text",
      );
      // A message with components cannot become plain again, so it stays and the text follows to the asker alone.
      await this.#deliver(plain(), as === "update" ? "ephemeral" : as);
    }
  }

  /** Leaves the answer to somebody else. */
  leave(): void {
    clearTimeout(this.#timer);
  }

  async #deliver(messages: readonly DiscordMessage[], manner: Manner): Promise<void> {
    const [opening, ...further] = messages;
    if (!opening) return;
    const first = manner === "ephemeral" ? ephemeral(opening) : opening;
    // What follows a message that one person alone sees is not hidden by itself.
    const alone = manner === "ephemeral" || (manner === "update" && this.#onHidden);
    const rest = alone ? further.map(ephemeral) : further;
    if (this.#state === "open") {
      const call =
        manner === "update" ? this.#http.update(this.#to, first) : this.#http.reply(this.#to, first);
      this.#state = (await this.#acknowledge(call)) ? "answered" : "lost";
    } else if (this.#state === "deferred" && manner === this.#deferAs) {
      await this.#http.editOriginal(this.#to, first);
      this.#state = "answered";
    } else if (this.#state === "deferred" && this.#deferAs !== "update") {
      await this.#http.editOriginal(this.#to, line(LINES.alone));
      await this.#http.followUp(this.#to, first);
      this.#state = "answered";
    } else if (this.#state !== "lost") {
      await this.#http.followUp(this.#to, first);
    }
    if (this.#state === "lost") return;
    for (const message of rest) await this.#http.followUp(this.#to, message);
  }

  #defer(): void {
    this.#state = "deferring";
    const call =
      this.#deferAs === "update"
        ? this.#http.deferUpdate(this.#to)
        : this.#http.deferReply(this.#to, this.#deferAs === "ephemeral");
    this.#deferral = this.#acknowledge(call).then(
      (state) => {
        this.#state = state === "answered" ? "deferred" : state;
      },
      (error) => {
        this.#state = "lost";
        this.#log.error(faultFields(error), "an interaction could not be deferred");
      },
    );
  }

  /** The state that the call leads to. A refused form has acknowledged nothing. */
  async #acknowledge(call: Promise<void>): Promise<State> {
    try {
      await call;
      return "answered";
    } catch (error) {
      if (hasCode(error, CODES.unknownInteraction)) {
        const ms = this.#now() - this.#to.createdTimestamp;
        this.#log.warn({ ...faultFields(error), ms }, "an interaction was answered too late for Discord");
        return "lost";
      }
      if (hasCode(error, CODES.alreadyAcknowledged)) {
        // The answer to an earlier try of this very call got lost on its way back.
        this.#log.info(faultFields(error), "an interaction had been acknowledged by an earlier try");
        return "answered";
      }
      if (hasCode(error, CODES.invalidForm)) this.#state = "open";
      throw error;
    }
  }
}
