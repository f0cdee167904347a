import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Interaction } from "../../test/support/discord-server/interactions.ts";
import { channelPayload } from "../../test/support/discord-server/payloads.ts";
import { type DiscordServer, startDiscordServer } from "../../test/support/discord-server/server.ts";
import { timeOf } from "../../test/support/discord-server/snowflake.ts";
import type { StoredMessage } from "../../test/support/discord-server/world.ts";

const EACH = 500;
const EVENTS_PER_SECOND = 80;
const TWICE_EVERY = 20;
const CHANNELS = 50;
const COMMANDS = 500;
const ROUNDS = 9;
const WAITING = 32;

interface Subject {
  name: string;
  server: DiscordServer;
  bot: ChildProcess;
  rounds: Round[];
}

interface Round {
  commandsPerSecond: number;
  /** CPU time of the bot for one command. */
  botMicros: number;
  /** CPU time of the local Discord for one command: where it is the larger, the bot was not what limited the speed. */
  serverMicros: number;
}

const subjects = [await start("echo"), await start("rolewise")];
console.log(`${cpus().length} cores, Node ${process.version}`);
const underFaults: Record<string, Faults> = {};
for (const { name, server } of subjects) underFaults[name] = await meetFaults(server);
console.table(underFaults);

// In turns, so that whatever else the machine does meets both alike; the first round warms up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const subject of subjects) {
    const measured = await atFullSpeed(subject);
    if (round > 0) subject.rounds.push(measured);
  }
}
const medians = subjects.map(({ name, rounds }) => [
  name,
  {
    commandsPerSecond: median(rounds.map((one) => one.commandsPerSecond)),
    botMicros: median(rounds.map((one) => one.botMicros)),
    serverMicros: median(rounds.map((one) => one.serverMicros)),
  },
]);
console.table(Object.fromEntries(medians));
const [echo, rolewise] = subjects;
const shares = rolewise!.rounds.map((one, at) => one.commandsPerSecond / echo!.rounds[at]!.commandsPerSecond);
console.log(`throughput of rolewise beside echo, median of ${ROUNDS} rounds: ${median(shares).toFixed(2)}`);
console.log(`each: ${shares.map((share) => share.toFixed(2)).join(" ")}`);
for (const { bot, server } of subjects) {
  bot.kill();
  await server.stop();
}

async function start(name: string): Promise<Subject> {
  const server = await startDiscordServer();
  const bot = fork(fileURLToPath(new URL("bots.js", import.meta.url)), [name, server.apiUrl, server.token]);
  await once(bot, "message");
  return { name, server, bot, rounds: [] };
}

interface Faults {
  answered: number;
  expected: number;
  moreThanOnce: number;
  /** Milliseconds to the first response. */
  p50: number;
  p99: number;
}

/** Mentions and commands in turn, with a reconnect in the middle and rate limits before and behind it. */
async function meetFaults(server: DiscordServer): Promise<Faults> {
  const by = server.world.addUser("ada");
  // Discord lets a bot post about once a second into a channel, so a crowd is spread over many.
  const channels = Array.from({ length: CHANNELS }, (_, at) =>
    server.world.addChannel(server.guild, `c${at}`),
  );
  for (const one of channels) server.gateway.dispatch("CHANNEL_CREATE", channelPayload(one), server.guild.id);
  const mentions: StoredMessage[] = [];
  const commands: Interaction[] = [];
  const start = Date.now();
  for (let at = 0; at < 2 * EACH; at++) {
    await sleep(Math.max(0, start + (at * 1000) / EVENTS_PER_SECOND - Date.now()));
    const twice = at % TWICE_EVERY < 2;
    const channel = channels[at % CHANNELS]!;
    if (at % 2 === 0) {
      const text = `<@${server.world.bot.id}> question ${at}`;
      const message = server.people.say({ in: channel, by, text });
      mentions.push(message);
      if (twice) server.people.deliver(message);
    } else {
      const command = server.people.command("role", { name: "data-engineer" }, { in: channel, by });
      commands.push(command);
      if (twice) server.people.redeliver(command);
    }
    if (at === EACH) server.gateway.askToReconnect();
    if (at === EACH / 2)
      server.faults.add({ method: "POST", path: /messages$/, what: "limited", retryAfter: 0.2 });
    if (at === (3 * EACH) / 2) {
      server.faults.add({
        method: "POST",
        path: /messages$/,
        what: "limited",
        retryAfter: 0.2,
        global: true,
      });
    }
  }
  await sleep(3_000);

  const replies = new Map<string, StoredMessage[]>();
  for (const reply of channels.flatMap(({ id }) => server.posted(id))) {
    const to = reply.message_reference?.message_id;
    if (to) replies.set(to, [...(replies.get(to) ?? []), reply]);
  }
  const waits = [
    ...mentions.flatMap(({ id }) => {
      const [first] = replies.get(id) ?? [];
      return first ? [timeOf(first.id) - timeOf(id)] : [];
    }),
    ...commands.flatMap(({ acknowledgedAfter }) =>
      acknowledgedAfter === undefined ? [] : [acknowledgedAfter],
    ),
  ].toSorted((a, b) => a - b);
  const twice =
    [...replies.values()].filter(({ length }) => length > 1).length +
    commands.filter(({ secondAcknowledgements }) => secondAcknowledgements > 0).length;
  return {
    answered: waits.length,
    expected: 2 * EACH,
    moreThanOnce: twice,
    p50: waits[Math.floor(waits.length / 2)] ?? Number.NaN,
    p99: waits[Math.floor(waits.length * 0.99)] ?? Number.NaN,
  };
}

/** As many commands as the bot can take, with a fixed number of them waiting for their answer at any time. */
async function atFullSpeed({ server, bot }: Subject): Promise<Round> {
  const by = server.world.addUser("bob");
  const channel = server.world.channels.get(server.guild.channelIds[0]!)!;
  const before = await cpuOf(bot);
  const serverBefore = process.cpuUsage();
  const start = Date.now();
  let left = COMMANDS;
  const asker = async () => {
    while (left-- > 0) {
      const command = server.people.command("role", { name: "data-engineer" }, { in: channel, by });
      await command.until((self) => self.acknowledgement !== undefined);
    }
  };
  await Promise.all(Array.from({ length: WAITING }, asker));
  const ms = Date.now() - start;
  const { user, system } = process.cpuUsage(serverBefore);
  const cpu = (await cpuOf(bot)) - before;
  return {
    commandsPerSecond: Math.round((COMMANDS * 1000) / ms),
    botMicros: Math.round(cpu / COMMANDS),
    serverMicros: Math.round((user + system) / COMMANDS),
  };
}

async function cpuOf(bot: ChildProcess): Promise<number> {
  bot.send("cpu");
  const [{ cpu }] = (await once(bot, "message")) as [{ cpu: number }];
  return cpu;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
