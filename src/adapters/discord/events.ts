import { Events } from "discord.js";
import type { SetupError } from "../adapter.ts";
import { asRequest } from "../request.ts";
import type { Signals } from "../signals.ts";
import { onEdit } from "./inbound/edit.ts";
import { onGuildJoin, onGuildLeave } from "./inbound/guild.ts";
import { onInteraction } from "./inbound/interaction.ts";
import { onMessage } from "./inbound/message.ts";
import { RecentIds } from "./inbound/recent-ids.ts";
import { faultFields } from "./outbound/faults.ts";
import type { Runtime } from "./runtime.ts";
import { closeFault } from "./setup-fault.ts";

export interface Bound {
  /** Whether new events are still taken. */
  accepting: () => boolean;
  signals: Signals;
  /** Discord will not have us until somebody mends the set-up. */
  onFatal: (error: SetupError) => void;
}

/** Binds the client's events to their handlers. Each runs by itself: a fault is logged and disturbs no other. */
export function bindEvents(runtime: Runtime, { accepting, signals, onFatal }: Bound): void {
  const { client, inHand, log } = runtime;
  const seen = new RecentIds();
  const run = (what: string, id: string, handle: () => Promise<void>) => {
    if (!accepting()) return;
    void asRequest(() =>
      inHand.run(id, () =>
        handle().catch((error) =>
          log.error({ what, ...faultFields(error) }, "an event could not be handled"),
        ),
      ),
    );
  };

  client.on(Events.MessageCreate, (message) => {
    if (seen.first(message.id)) run("message", message.id, () => onMessage(runtime, message));
  });
  client.on(Events.MessageUpdate, (before, after) => {
    // A link's preview arrives as an update too, without the text having been edited.
    const edited = after.editedTimestamp !== null && after.editedTimestamp !== before.editedTimestamp;
    if (edited) run("edit", `${after.id}/edit`, () => onEdit(runtime, after));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (seen.first(interaction.id))
      run("interaction", interaction.id, () => onInteraction(runtime, interaction));
  });
  client.on(Events.GuildCreate, (guild) => run("join", guild.id, () => onGuildJoin(runtime, guild)));
  client.on(Events.GuildDelete, (guild) => run("leave", guild.id, () => onGuildLeave(runtime, guild)));

  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    const fault = closeFault(code);
    if (fault) onFatal(fault);
    else log.error({ shard, code }, "Discord closed the connection for good");
  });
  client.on(Events.ShardReconnecting, (shard) => {
    // discord.js says so of a connection that we close ourselves, too.
    if (!accepting()) return;
    log.info({ shard }, "reconnecting to Discord");
    signals.reconnecting();
  });
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, "resumed at Discord"));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, ...faultFields(error) }, "connection fault"),
  );
  client.on(Events.Error, (error) => log.error(faultFields(error), "client fault"));
  client.on(Events.Warn, (said) => log.warn({}, said));
  client.rest.on("rateLimited", ({ global, method, timeToReset }) =>
    log.debug({ global, method, waitMs: timeToReset }, "waiting for a rate limit"),
  );
}
