import { setTimeout as delay } from "node:timers/promises";
import type { ApiFault } from "../support/slack-server/faults.ts";
import type { Chance } from "./chance.ts";
import type { World } from "./world.ts";

const PAUSE_MS = [150, 900] as const;
const SLOW_MS = [300, 1_500] as const;
const HOLD_SECONDS = [0.2, 1] as const;
const POSTS = /^\/channels\/\d+\/messages$/;
const INTERACTIONS = /^\/(?:interactions|webhooks)\//;

/** What networks and platforms do all day: connections that drop, limits, errors, lost and slow answers. */
export class Weather {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #seen = new Map<string, number>();
  #blowing = true;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  /** How often each thing happened. */
  get seen(): ReadonlyMap<string, number> {
    return this.#seen;
  }

  async run(): Promise<void> {
    while (this.#blowing) {
      const [name, happen] = this.#chance.pick(this.#happenings);
      happen();
      this.#seen.set(name, (this.#seen.get(name) ?? 0) + 1);
      await delay(this.#chance.between(...PAUSE_MS));
    }
  }

  stop(): void {
    this.#blowing = false;
  }

  readonly #happenings: readonly (readonly [string, () => void])[] = [
    ["Slack sockets dropped", () => this.#world.slack.socket.drop()],
    ["Slack connections refreshed", () => this.#world.slack.socket.refresh()],
    ["Slack 429", () => this.#slackPost({ kind: "rate-limited", retryAfter: 1 })],
    ["Slack 500, nothing done", () => this.#slackPost({ kind: "server-error", done: false })],
    ["Slack 500, done", () => this.#slackPost({ kind: "server-error", done: true })],
    ["Slack answer lost", () => this.#slackPost({ kind: "lost-answer" })],
    ["Slack slow", () => this.#slackPost({ kind: "slow", ms: this.#chance.between(...SLOW_MS) })],
    ["Discord gateway dropped", () => this.#world.discord.gateway.close(0)],
    ["Discord gateway asked to reconnect", () => this.#world.discord.gateway.askToReconnect()],
    [
      "Discord 429",
      () => this.#discord({ what: "limited", retryAfter: this.#chance.between(...HOLD_SECONDS) }),
    ],
    ["Discord 502", () => this.#discord({ what: 502 })],
    ["Discord answer lost", () => this.#discord({ what: "lost" })],
    ["Discord slow", () => this.#discord({ what: "slow", ms: this.#chance.between(...SLOW_MS) })],
  ];

  #slackPost(fault: ApiFault): void {
    this.#world.slack.faults.plan("chat.postMessage", fault);
  }

  #discord(fault: { what: "limited" | "lost" | "slow" | 502; retryAfter?: number; ms?: number }): void {
    const path = this.#chance.holds(0.7) ? POSTS : INTERACTIONS;
    this.#world.discord.faults.add({ ...fault, path, method: "POST" });
  }
}
