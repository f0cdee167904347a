/** Loaded into every bot that is measured (`--import`): tells its parent what it has used whenever it is asked. */
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system, megabytes: process.memoryUsage.rss() / 2 ** 20 });
});
// Listening must not keep a bot alive that was told to stop.
process.channel?.unref();
// And no bot outlives who measures it.
process.on("disconnect", () => process.exit(1));
