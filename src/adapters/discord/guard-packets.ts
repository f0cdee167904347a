import { type Client, Events } from "discord.js";

/**
 * Lets no event of the gateway end the process: discord.js builds its structures from whatever arrives, and what that
 * throws is caught nowhere. The one that cannot be built is ignored, and said so without a word of it.
 */
export function guardPackets(client: Client): void {
  const manager = client.ws as unknown as { handlePacket(packet: unknown, shard: unknown): boolean };
  const handle = manager.handlePacket.bind(manager);
  manager.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch {
      client.emit(Events.Warn, "an event of Discord could not be read; ignored");
      return false;
    }
  };
}
