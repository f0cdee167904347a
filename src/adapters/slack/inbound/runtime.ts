import type { WebClient } from "@slack/web-api";
import type { Conversations } from "../../../conversations/conversations.ts";
import type { Mentors } from "../../../conversations/mentors.ts";
import type { Log } from "../../log.ts";
import type { Poster } from "../outbound/post.ts";
import type { AnsweredMessages } from "./answered.ts";
import type { Talks } from "./talks.ts";

/** What every handler works with. */
export interface Runtime {
  conversations: Conversations;
  /** Where the policy names some. */
  mentors: Mentors | undefined;
  poster: Poster;
  talks: Talks;
  answered: AnsweredMessages;
  /** Threads that are being read from Slack just now. */
  reading: Map<string, Promise<void>>;
  /** Workspaces whose Messages tab is an agent's: there each message roots its own thread. */
  agents: Set<string>;
  /** Says once to each person how follow-ups work. */
  firstTime: FirstTimes;
  log: Log;
  now: () => number;
  /** Ids that a button's question may name: roles, skills and terms of the knowledge base. */
  knownIds: () => Iterable<string>;
  /** A workspace took the bot away: everything kept about it is to go. */
  forgetWorkspace: (teamId: string) => Promise<void>;
}

/** The workspace that an event came from. */
export interface Workspace {
  teamId: string;
  botUserId: string;
  client: WebClient;
}

/** Answers true the first time it is asked about somebody. Forgets the oldest above its size. */
export class FirstTimes {
  readonly #seen = new Set<string>();
  readonly #size: number;

  constructor(size = 10_000) {
    this.#size = size;
  }

  check(who: string): boolean {
    if (this.#seen.has(who)) return false;
    if (this.#seen.size >= this.#size) {
      const [oldest] = this.#seen;
      if (oldest !== undefined) this.#seen.delete(oldest);
    }
    this.#seen.add(who);
    return true;
  }
}
