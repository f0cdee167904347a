import { setTimeout as delay } from "node:timers/promises";
import type { Chance } from "./chance.ts";
import type { Ledger } from "./ledger.ts";
import { QUESTIONS } from "./questions.ts";
import { TEAM, type World } from "./world.ts";

/** No more is asked while so much is open, so that a slow machine is asked less. */
const MOST_OPEN = 12;
const PAUSE_MS = [20, 120] as const;
/** The share of messages that the platform delivers twice, and how much later, in milliseconds. */
const TWICE = 0.2;
const LATER_MS = [0, 1_500] as const;

/** People who ask on both platforms, in channels, directly and by commands, until they are told to stop. */
export class Traffic {
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #chance: Chance;
  readonly #ada: ReturnType<World["discord"]["world"]["addUser"]>;
  readonly #deliveries = new Set<Promise<unknown>>();
  #people = 0;
  #asking = true;
  twice = 0;

  constructor(world: World, ledger: Ledger, chance: Chance) {
    this.#world = world;
    this.#ledger = ledger;
    this.#chance = chance;
    this.#ada = world.discord.world.addUser("ada");
  }

  async run(): Promise<void> {
    const doings = [
      () => this.#inSlackChannel(),
      () => this.#inSlackChannel(),
      () => this.#inSlackDirectly(),
      () => this.#bySlackCommand(),
      () => this.#inDiscordChannel(),
      () => this.#inDiscordChannel(),
      () => this.#inDiscordDirectly(),
      () => this.#byDiscordCommand(),
    ];
    while (this.#asking) {
      if (this.#ledger.open().length < MOST_OPEN) this.#chance.pick(doings)();
      await delay(this.#chance.between(...PAUSE_MS));
    }
  }

  /** Asks no more; resolves when all is delivered. */
  async stop(): Promise<void> {
    this.#asking = false;
    await Promise.all(this.#deliveries);
  }

  #inSlackChannel(): void {
    const { user, asked } = this.#slackAsker("mention in Slack", "once");
    const channel = this.#chance.pick(this.#world.slackChannels);
    this.#bySlackPeople((people) => people.mention(channel, user, asked.text));
  }

  #inSlackDirectly(): void {
    const { user, asked } = this.#slackAsker("direct message in Slack", "once");
    this.#bySlackPeople((people) => people.direct(TEAM, user, asked.text));
  }

  #bySlackCommand(): void {
    const { user, asked } = this.#slackAsker("command in Slack", "most-once");
    const channel = this.#chance.pick(this.#world.slackChannels);
    this.#delivery(this.#world.slack.people.command(channel, user, "/role", asked.text));
  }

  #inDiscordChannel(): void {
    const { discord, discordChannels } = this.#world;
    const asked = this.#chance.pick(QUESTIONS);
    const text = `<@${discord.world.bot.id}> ${asked.text}`;
    const message = discord.people.say({ in: this.#chance.pick(discordChannels), by: this.#ada, text });
    this.#ledger.add({ key: message.id, kind: "mention in Discord", owed: "once", shows: asked.shows });
    this.#sometimesAgain(() => discord.people.deliver(message));
  }

  #inDiscordDirectly(): void {
    const { discord } = this.#world;
    const asked = this.#chance.pick(QUESTIONS);
    const channel = discord.world.dmWith(this.#ada);
    const message = discord.people.say({ in: channel, by: this.#ada, text: asked.text });
    this.#ledger.add({
      key: message.id,
      kind: "direct message in Discord",
      owed: "once",
      shows: asked.shows,
    });
    this.#sometimesAgain(() => discord.people.deliver(message));
  }

  #byDiscordCommand(): void {
    const { discord, discordChannels } = this.#world;
    const { role, topic, text, shows } = this.#chance.pick(QUESTIONS);
    const asked = { in: this.#chance.pick(discordChannels), by: this.#ada };
    const interaction = this.#chance.holds(0.5)
      ? discord.people.command("role", { name: role, topic }, asked)
      : discord.people.command("ask", { question: text }, asked);
    this.#ledger.add({ key: interaction.id, kind: "command in Discord", owed: "most-once", shows });
    this.#sometimesAgain(() => discord.people.redeliver(interaction));
  }

  #slackAsker(kind: string, owed: "once" | "most-once") {
    this.#people += 1;
    const user = `U${String(this.#people).padStart(7, "0")}`;
    const asked = this.#chance.pick(QUESTIONS);
    this.#ledger.add({ key: user, kind, owed, shows: asked.shows });
    return { user, asked };
  }

  #bySlackPeople(act: (people: World["slack"]["people"]) => Promise<unknown>): void {
    const { people } = this.#world.slack;
    people.doubled = this.#chance.holds(TWICE);
    if (people.doubled) this.twice += 1;
    this.#delivery(act(people));
    people.doubled = false;
  }

  #sometimesAgain(deliver: () => void): void {
    if (!this.#chance.holds(TWICE)) return;
    this.twice += 1;
    this.#delivery(delay(this.#chance.between(...LATER_MS)).then(deliver));
  }

  /** What was never acknowledged shows in the ledger. */
  #delivery(work: Promise<unknown>): void {
    const done = work.catch(() => undefined).finally(() => this.#deliveries.delete(done));
    this.#deliveries.add(done);
  }
}
