/** Waits for a signal, a word of the process that holds the port, the end of one that handed over (see launch.ts), or that of the shell in which npm ran it. */
import { ending } from './start/handed-connections.ts';

/** Whoever started this: read at once, since it may be gone before everything is ready. */
const parent = process.ppid;

/** Does what goes on until its end, or until somebody stops it: it is told so, and not waited for. */
export async function untilAskedToStop(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  await Promise.race([work(stopping.signal), askedToStop()]);
  stopping.abort();
}

export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    // A signal to npm ends its shell and goes no further.
    const watch =
      process.env['npm_lifecycle_event'] === undefined ? undefined : setInterval(() => process.ppid !== parent && stop(), 500).unref();
    const stop = () => {
      clearInterval(watch);
      process.off('disconnect', stop);
      if (process.connected) process.disconnect();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    process.on('disconnect', stop);
    if (process.send !== undefined) process.on('message', (message) => message === ending && stop());
  });
}
