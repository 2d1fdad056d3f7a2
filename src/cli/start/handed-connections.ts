/** The ways in which a process that watches the clone, and holds the port, speaks with the one that serves: see watch-clone.ts. */
import { Socket } from 'node:net';
import type { HandedConnections } from '../../runtimes/node/server.ts';

/** Says in the serving process's environment which port the other holds for it. */
export const heldPortVariable = 'NHS_SANDBOX_HELD_PORT';

/** Told by the one that holds the port: here is a connection; finish what you have and end. In this order, so that none is lost. */
export const handing = 'connection';
export const ending = 'end';
/** Told by the one that serves. */
export const serving = 'serving';

/** Undefined where this process is to listen for itself. */
export function handedConnections(): HandedConnections | undefined {
  const port = Number(process.env[heldPortVariable] ?? 0);
  if (process.send === undefined || !(port > 0)) return undefined;
  return {
    port,
    receive(take) {
      process.on('message', (message, connection) => {
        // It is gone where the client left meanwhile.
        if (message === handing && connection instanceof Socket) take(connection);
      });
      process.send?.(serving);
    },
  };
}
