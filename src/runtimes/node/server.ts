/** The HTTP server of this machine: how it listens, by which address it is called, and how it ends without cutting anybody off. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { headersLimit, urlLimit } from '../../gateway/policies/limits.ts';
import type { Clock } from '../../workspace/time/clock.ts';
import { carefulResponses } from './careful-response.ts';
import { answerBrokenConnections } from './server-faults.ts';
import { hostName } from './own-names.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** A certificate and its key, in PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Where another process holds the port: nothing is listened to here then. */
  readonly connections?: HandedConnections;
  readonly clock: Clock;
  /** Told of an answer whose head could not be written. */
  readonly failed: (error: unknown) => void;
}

/** Connections that another process accepts and hands over. */
export interface HandedConnections {
  readonly port: number;
  receive(take: (connection: Socket) => void): void;
}

export interface Listening {
  readonly port: number;
  /** `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no more connections, and resolves once the requests in flight are answered. */
  close(): Promise<void>;
}

/** Longest wait for requests in flight when closing, in milliseconds. */
const patience = 5_000;
const sweepEvery = 25;
/** How long connections that were handed over are left open: a client in the middle of its work goes on, and finds the server that comes next. */
const handedGrace = 250;

/** Room for the headers and for a URL a little beyond the gateway's own limit; and an end for clients that never finish what they send, in milliseconds. */
const limits = {
  maxHeaderSize: headersLimit + 2 * urlLimit,
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 30_000,
  // Refused by us, with a body that says so.
  requireHostHeader: false,
};

export async function listen(answer: RequestListener, { host, port, tls, connections, clock, failed }: ServerOptions): Promise<Listening> {
  const settings = { ...limits, ServerResponse: carefulResponses(failed, () => clock.now()) };
  let isClosing = false;
  const answerLast: RequestListener = (request, response) => {
    // The client then sends its next request elsewhere, instead of down a connection that is about to go.
    if (isClosing) response.shouldKeepAlive = false;
    return answer(request, response);
  };
  const server = tls ? createSecureServer({ ...settings, ...tls }, answerLast) : createServer(settings, answerLast);
  // Node would answer with an empty body: the gateway says in the API's own words what cannot be expected.
  server.on('checkExpectation', answer);
  answerBrokenConnections(server, clock);
  const open = openConnections(server);
  const own = connections ? connections.port : await bind(server, host, port);
  // Node begins to keep track of connections, so as to find the idle ones, when a server listens.
  if (connections) server.emit('listening');
  connections?.receive((connection) => {
    server.emit('connection', connection);
    connection.resume();
  });
  const url = `${tls ? 'https' : 'http'}://${reachable(host)}:${own}`;
  return {
    port: own,
    url,
    close() {
      isClosing = true;
      return closeServer(server, open, connections ? handedGrace : 0);
    },
  };
}

async function bind(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** The server itself counts those only that it has accepted. */
function openConnections(server: Server): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  server.on('connection', (connection: Socket) => {
    open.add(connection);
    connection.once('close', () => open.delete(connection));
  });
  return open;
}

/** The name for a URL on this machine. */
function reachable(host: string): string {
  const name = hostName(host);
  return name === '0.0.0.0' || name === '[::]' ? 'localhost' : name;
}

async function closeServer(server: Server, open: ReadonlySet<Socket>, grace: number): Promise<void> {
  // Not http's own `close`, which drops every connection whose request has been sent but not read.
  NetServer.prototype.close.call(server);
  // A connection that was busy when closing began becomes idle once its answer has gone out.
  const begun = performance.now();
  while (open.size > 0 && performance.now() < begun + patience) {
    await wait(sweepEvery);
    if (performance.now() >= begun + grace) server.closeIdleConnections();
  }
  for (const connection of open) connection.destroy();
}
