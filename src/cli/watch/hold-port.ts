/** Holds a port for whoever serves at the moment. Between one and the next, connections wait. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface HeldPort {
  readonly port: number;
  /** Connections go to this one from now on, those first that waited. */
  handTo(take: (connection: Socket) => void): void;
  /** Connections wait from now on. */
  keepWaiting(): void;
  /** Nobody serves, and nobody will soon: connections are closed at once. */
  turnAway(): void;
  close(): void;
}

export async function holdPort({ host, port }: { readonly host: string; readonly port: number }): Promise<HeldPort> {
  const waiting = new Set<Socket>();
  const wait = (connection: Socket): void => {
    waiting.add(connection);
    connection.once('close', () => waiting.delete(connection)).on('error', () => waiting.delete(connection));
  };
  const away = (connection: Socket): void => void connection.destroy();
  let take = wait;
  function change(next: (connection: Socket) => void): void {
    take = next;
    if (next === wait) return;
    const those = [...waiting];
    waiting.clear();
    those.forEach(next);
  }

  // Not a byte is read here: whoever serves reads them all.
  const server = createServer({ pauseOnConnect: true }, (connection) => take(connection));
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    handTo: (serving) => change(serving),
    keepWaiting: () => change(wait),
    turnAway: () => change(away),
    close() {
      server.close();
      change(away);
    },
  };
}
