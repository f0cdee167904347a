import { Cooldown } from "./cooldown.ts";
import type { Policy } from "./policy.ts";

/** Where something is asked. A `Place` of the conversations serves. */
export interface AskedAt {
  platform: string;
  workspaceId: string;
  channelId: string;
  userId: string;
}

/** An `IncomingMessage` serves. */
export interface Asked extends AskedAt {
  addressed: "mention" | "direct" | "thread" | "command";
  /** Who would read the answer. */
  audience: "public" | "private";
}

/** Who may see an answer that all could read: its asker alone, who may share it or not. */
export type Discretion = "asker" | "asker-may-share";

export type Admission =
  | { kind: "answer"; discretion: Discretion | undefined }
  /** Nothing but this is to be said, and to the asker alone. */
  | { kind: "notice"; notice: Notice }
  /** The asker has been told already. */
  | { kind: "silence" };

export type Notice =
  | { kind: "not-in-this-channel" }
  | { kind: "commands-only" }
  | { kind: "wait"; who: "user" | "channel"; seconds: number };

/** The policy at work: decides what becomes of each question. */
export interface Gate {
  /** Counts the question. To be asked once a message: a second delivery is none. */
  admit(asked: Asked): Admission;
  /** How openly something may be shown that is not asked anew: an edited answer, a pressed button. */
  discretion(at: AskedAt): Discretion | undefined;
}

/** Somebody who asks on where the bot does not answer is told again after this long. */
const TOLD_FOR_MS = 60 * 60_000;
const MOST_TOLD = 10_000;

/** `now` gives milliseconds since the epoch. */
export function createGate(policy: Policy, now: () => number): Gate {
  const { user, channel } = policy.cooldown;
  const ofUsers = user && new Cooldown(user, now);
  const ofChannels = channel && new Cooldown(channel, now);
  const told = new Map<string, number>();

  /** Silence where the same person knows already. A command is always answered: its sender waits for it. */
  function tell(asked: Asked, notice: Notice, forMs: number): Admission {
    if (asked.addressed === "command") return { kind: "notice", notice };
    const key = `${notice.kind} ${personOf(asked)} ${asked.channelId}`;
    if ((told.get(key) ?? 0) > now()) return { kind: "silence" };
    told.delete(key);
    told.set(key, now() + forMs);
    if (told.size > MOST_TOLD) told.delete(told.keys().next().value ?? "");
    return { kind: "notice", notice };
  }

  function wait(asked: Asked, who: "user" | "channel", ms: number): Admission {
    return tell(asked, { kind: "wait", who, seconds: Math.ceil(ms / 1000) }, ms);
  }

  return {
    admit(asked) {
      const command = asked.addressed === "command";
      if (!command && !isDirect(asked)) {
        if (!isOpen(policy, asked)) return tell(asked, { kind: "not-in-this-channel" }, TOLD_FOR_MS);
        if (policy.quiet) return tell(asked, { kind: "commands-only" }, TOLD_FOR_MS);
      }
      const ownWait = ofUsers?.waitMs(personOf(asked)) ?? 0;
      if (ownWait > 0) return wait(asked, "user", ownWait);
      const discretion = discretionOf(policy, asked);
      const open = asked.audience === "public" && discretion === undefined;
      const channelWait = open ? (ofChannels?.waitMs(channelOf(asked)) ?? 0) : 0;
      if (channelWait > 0 && !command) return wait(asked, "channel", channelWait);
      ofUsers?.count(personOf(asked));
      // A command can be answered to its sender alone, which fills no channel.
      if (channelWait > 0) return { kind: "answer", discretion: "asker" };
      if (open) ofChannels?.count(channelOf(asked));
      return { kind: "answer", discretion };
    },
    discretion: (at) => discretionOf(policy, at),
  };
}

function discretionOf(policy: Policy, at: AskedAt): Discretion | undefined {
  if (isDirect(at)) return undefined;
  if (!isOpen(policy, at)) return "asker";
  return policy.ephemeral ? "asker-may-share" : undefined;
}

function isOpen({ channels: { answer, listed } }: Policy, { channelId }: AskedAt): boolean {
  return answer === "all" || (answer === "listed" && listed.includes(channelId));
}

/** Slack's direct messages are D…, or stand under the person's own id; Discord's belong to no server. */
function isDirect({ platform, workspaceId, channelId }: AskedAt): boolean {
  return platform === "slack" ? /^[DUW]/.test(channelId) : platform !== "discord" || workspaceId === "@me";
}

function personOf({ platform, workspaceId, userId }: AskedAt): string {
  return `${platform}:${workspaceId}:${userId}`;
}

function channelOf({ platform, workspaceId, channelId }: AskedAt): string {
  return `${platform}:${workspaceId}:${channelId}`;
}
