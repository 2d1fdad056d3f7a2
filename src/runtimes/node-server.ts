/** The HTTP server of this machine: how it listens, by which address it is called, and how it ends without cutting anybody off. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { Server as NetServer } from 'node:net';
import { headersLimit, urlLimit } from '../gateway/policies/limits.ts';
import type { Clock } from '../workspace/clock.ts';
import { carefulResponses } from './careful-response.ts';
import { answerBrokenConnections } from './node-faults.ts';
import { hostName } from './own-names.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** A certificate and its key, in PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly clock: Clock;
  /** Told of an answer whose head could not be written. */
  readonly failed: (error: unknown) => void;
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

/** Room for the headers and for a URL a little beyond the gateway's own limit; and an end for clients that never finish what they send, in milliseconds. */
const limits = {
  maxHeaderSize: headersLimit + 2 * urlLimit,
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 30_000,
  // Refused by us, with a body that says so.
  requireHostHeader: false,
};

export async function listen(answer: RequestListener, { host, port, tls, clock, failed }: ServerOptions): Promise<Listening> {
  const settings = { ...limits, ServerResponse: carefulResponses(failed, () => clock.now()) };
  const server = tls ? createSecureServer({ ...settings, ...tls }, answer) : createServer(settings, answer);
  // Node would answer with an empty body: the gateway says in the API's own words what cannot be expected.
  server.on('checkExpectation', answer);
  answerBrokenConnections(server, clock);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject).on('error', failed);
      resolve();
    });
  });
  const address = server.address();
  const own = typeof address === 'object' && address ? address.port : 0;
  return { port: own, url: `${tls ? 'https' : 'http'}://${reachable(host)}:${own}`, close: () => closeServer(server) };
}

/** The name for a URL on this machine. */
function reachable(host: string): string {
  const name = hostName(host);
  return name === '0.0.0.0' || name === '[::]' ? 'localhost' : name;
}

async function closeServer(server: Server): Promise<void> {
  // Not http's own `close`, which drops every connection whose request has been sent but not read.
  const closed = new Promise<void>((resolve) => void NetServer.prototype.close.call(server, () => resolve()));
  // A connection that was busy when closing began becomes idle once its answer has gone out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(impatient);
}
