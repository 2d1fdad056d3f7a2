/** For tests with msw 3, which answers below `fetch`, at the socket: the guard before `fetch` would refuse what never leaves. */

/** Takes that guard away; sockets and look-ups stay guarded. */
export function guardSocketsOnly(): void {
  const guarded = globalThis.fetch;
  const unguarded = 'unguarded' in guarded ? guarded.unguarded : undefined;
  if (typeof unguarded === 'function') globalThis.fetch = unguarded as typeof fetch; // the network guard keeps it there
}
