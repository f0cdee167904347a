import { setTimeout as delay } from "node:timers/promises";
import type { User } from "../support/discord-server/world.ts";
import type { Chance } from "./chance.ts";
import { TEAM, type World } from "./world.ts";

/** By the names that the bot shows them under. */
const SKILLS = ["dbt", "Snowflake", "Databricks", "BigQuery", "Tableau", "Looker", "PyTorch", "TensorFlow"];
const GOES_ON_AFTER_MS = 4_000;
const LAST_TRIES = 10;
const PAUSE_MS = [50, 400] as const;
const LOOK_MS = 20;

/** Somebody who writes to the bot directly, one line after the other. */
interface Writer {
  name: string;
  /** Says something; resolves with all that the bot has said to them since, as soon as `done` holds of it. */
  say(text: string, done: (said: string) => boolean): Promise<string>;
}

interface Kept {
  writer: Writer;
  chance: Chance;
  /** They agreed to be remembered. */
  kept: boolean;
  /** By skill, whether they were told last that they have it. */
  confirmed: Map<string, boolean>;
}

/** People who let the bot keep a profile, change it all the time, and know what was confirmed to them. */
export class Profiles {
  readonly #people: readonly Kept[];
  #changing = true;
  confirmations = 0;
  unconfirmed = 0;

  constructor(world: World, chances: readonly Chance[]) {
    this.#people = chances.map((chance, at) => ({
      writer: at % 2 === 0 ? slackWriter(world, `UKEPT${at}`) : discordWriter(world, at),
      chance,
      kept: false,
      confirmed: new Map(),
    }));
  }

  async run(): Promise<void> {
    await Promise.all(this.#people.map((person) => this.#change(person)));
  }

  stop(): void {
    this.#changing = false;
  }

  /** How many people agreed to be remembered. */
  get kept(): number {
    return this.#people.filter(({ kept }) => kept).length;
  }

  /** Asks everybody's profile and says which confirmed changes are not in it. */
  async problems(): Promise<string[]> {
    const each = this.#people.map(async ({ writer, kept, confirmed }) => {
      if (!kept) return [];
      let shown = "";
      for (let tries = 0; tries < LAST_TRIES && !shown.includes(WHAT_I_KEEP); tries++)
        shown = await writer.say("show my data", (said) => said.includes(WHAT_I_KEEP));
      return [...confirmed].flatMap(([skill, added]) =>
        has(shown, skill) === added ? [] : [`${writer.name} ${added ? "lost" : "got back"} ${skill}`],
      );
    });
    return (await Promise.all(each)).flat();
  }

  async #change(person: Kept): Promise<void> {
    const { writer, chance, confirmed } = person;
    // On a slow machine some need longer until anything is confirmed to them.
    for (let late = 0; this.#changing || (confirmed.size === 0 && late < LAST_TRIES); ) {
      late += Number(!this.#changing);
      if (!person.kept) {
        await writer.say(INTRODUCTION, (said) => said.includes("May I remember this?"));
        const agreed = await writer.say("remember me", (said) => said.includes(REMEMBERED));
        person.kept = agreed.includes(REMEMBERED);
        continue;
      }
      const skill = chance.pick(SKILLS);
      const adds = confirmed.get(skill) !== true;
      // Until it is confirmed it may have been done or not.
      confirmed.delete(skill);
      const isDone = (said: string) => said.includes(DONE) && has(said, skill) === adds;
      if (isDone(await writer.say(`${adds ? "add" : "remove"} ${skill}`, isDone))) {
        confirmed.set(skill, adds);
        this.confirmations += 1;
      } else this.unconfirmed += 1;
      await delay(chance.between(...PAUSE_MS));
    }
  }
}

/** Leaves nothing for the bot to ask after. */
const INTRODUCTION =
  "I'm a BI analyst with 3 years of experience, I know SQL 3 and Git, I want to become a data engineer, 6 hours a week";
const REMEMBERED = "I remember this from now on";
const DONE = "Done. This is what I have of you now";
const WHAT_I_KEEP = "What I keep about you";

/** A skill is shown with its level. */
function has(said: string, skill: string): boolean {
  return said.includes(`${skill} (`);
}

function slackWriter({ slack }: World, user: string): Writer {
  const { id } = slack.world.directMessage(TEAM, user);
  const posts = () => slack.world.posts.filter(({ channel }) => channel === id);
  return {
    name: user,
    async say(text, done) {
      const before = posts().length;
      void slack.people.direct(TEAM, user, text).catch(() => undefined);
      return heard(
        () =>
          posts()
            .slice(before)
            .map(({ blocks }) => blocks),
        done,
      );
    },
  };
}

function discordWriter({ discord }: World, number: number): Writer {
  const by: User = discord.world.addUser(`kept${number}`);
  const channel = discord.world.dmWith(by);
  return {
    name: by.username,
    async say(text, done) {
      const { id } = discord.people.say({ in: channel, by, text });
      const replies = () =>
        discord.posted(channel.id).filter(({ message_reference: to }) => to?.message_id === id);
      return heard(() => replies().map(({ components }) => components), done);
    },
  };
}

/** What was said, once it is what was waited for, or after a while in any case. */
async function heard(said: () => readonly unknown[], done: (said: string) => boolean): Promise<string> {
  const end = Date.now() + GOES_ON_AFTER_MS;
  for (;;) {
    const so = JSON.stringify(said());
    if (done(so) || Date.now() > end) return so;
    await delay(LOOK_MS);
  }
}
