/** The Node runtime: one workspace behind an HTTP server on this machine. */
import { getRequestListener, RequestError } from '@hono/node-server';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { OWN_BODY_BYTES } from '../contract/limits.ts';
import { createGateway, type Gateway } from '../gateway/gateway.ts';
import type { Api, Served } from '../gateway/api.ts';
import { headersLimit, urlLimit } from '../gateway/policies/limits.ts';
import type { Population } from '../population.ts';
import type { Clock } from '../workspace/clock.ts';
import { createMemoryStore } from '../workspace/store/memory-store.ts';
import type { Settings } from '../workspace/settings.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { carefulResponses } from './careful-response.ts';
import { answerBrokenConnections, badTarget, hasOneHost, refuse, refuseHost } from './node-faults.ts';
import { openNodeStore } from './node-store.ts';
import { headersTooLarge, ourBug, responseOf } from './platform-fault.ts';

export interface NodeOptions {
  readonly apis: readonly Served[];
  readonly population: Population;
  readonly clock: Clock;
  readonly seed: number;
  readonly settings?: Partial<Settings>;
  /** The SQLite file that keeps what is written; without one everything is forgotten at the end. */
  readonly data?: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly onBug?: (error: unknown) => void;
}

export interface NodeSandbox {
  /** The origin: `http://127.0.0.1:8787`. */
  readonly url: string;
  /** What is served, as it is understood. */
  apis(): readonly Api[];
  /** Serves other APIs, or the same ones changed, from the next request on. The workspace stays as it is. */
  serve(apis: readonly Served[]): void;
  /** Takes no more connections, lets requests in flight finish, then stores what is only in memory and lets go of the file. */
  close(): Promise<void>;
}

/** How long a quiet sandbox keeps its last exchanges in memory only, in milliseconds. */
const flushEvery = 1_000;

/** Longest wait for requests in flight when closing, in milliseconds. */
const patience = 5_000;

/** Room for the headers and for a URL a little beyond the gateway's own limit; and an end for clients that never finish what they send, in milliseconds. */
const serverOptions = {
  maxHeaderSize: headersLimit + 2 * urlLimit,
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 30_000,
  // Refused by us, with a body that says so.
  requireHostHeader: false,
};

export async function startNode(options: NodeOptions): Promise<NodeSandbox> {
  const { population, clock, seed, settings = {}, host, port, onBug } = options;
  const store = options.data === undefined ? createMemoryStore() : openNodeStore(options.data);
  // The secret hides a tenant's traces from other tenants; a server on one's own machine has one tenant, and repeatable ids are worth more.
  const workspace = openWorkspace({
    id: 'default',
    secret: `seed ${seed}`,
    seed,
    clock,
    store,
    population,
    settings: { maxBody: OWN_BODY_BYTES, ...settings },
  });
  const gatewayOf = (apis: readonly Served[]): Gateway => createGateway({ apis, ...(onBug && { onBug }) });
  let gateway = gatewayOf(options.apis);

  const failed = (error: unknown): void => onBug?.(error);
  const listener = getRequestListener((request) => gateway.fetch(request, workspace), {
    hostname: host,
    errorHandler(error) {
      if (error instanceof RequestError) return badTarget(clock.now());
      failed(error);
      return responseOf(ourBug(clock.now()));
    },
  });
  const answer: RequestListener = (request, response) => {
    if (headersSize(request) > headersLimit) return refuse(response, headersTooLarge(clock.now()));
    if (!hasOneHost(request)) return refuseHost(response, clock.now());
    listener(request, response).catch((error: unknown) => {
      failed(error);
      refuse(response, ourBug(clock.now()));
    });
  };
  const server = createServer({ ...serverOptions, ServerResponse: carefulResponses(failed, () => clock.now()) }, answer);
  // Node would answer with an empty body: the gateway says in the API's own words what cannot be expected.
  server.on('checkExpectation', answer);
  answerBrokenConnections(server, clock);
  const flushing = setInterval(() => workspace.flush(), flushEvery).unref();
  try {
    await listen(server, host, port);
  } catch (error) {
    clearInterval(flushing);
    workspace.close();
    throw error;
  }

  return {
    url: originOf(server, host),
    apis: () => gateway.apis,
    serve(apis) {
      gateway = gatewayOf(apis);
    },
    async close() {
      await closeServer(server);
      clearInterval(flushing);
      workspace.close();
    },
  };
}

/** Bytes of names and values: Node gives them one character a byte. */
function headersSize({ rawHeaders }: IncomingMessage): number {
  let size = 0;
  for (const text of rawHeaders) size += text.length;
  return size;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function originOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
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
