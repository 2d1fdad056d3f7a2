/** Loaded into a measured server (`node --import`): tells the bench, when asked over the channel, what the process has used so far. */

process.on('message', (question) => {
  if (question !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
});
process.channel?.unref();
