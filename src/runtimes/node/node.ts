/** The Node runtime: one workspace behind an HTTP server on this machine. */
import { getRequestListener, RequestError } from '@hono/node-server';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { OWN_BODY_BYTES } from '../../contract/limits.ts';
import { originsOf, type Origin } from '../../gateway/callers/origins.ts';
import { securityContact } from '../../gateway/security-txt.ts';
import { createGateway, type Gateway } from '../../gateway/gateway.ts';
import type { Api, Served } from '../../gateway/api.ts';
import type { Visit } from '../../gateway/visit.ts';
import { owner } from '../../mock/caller.ts';
import { aloneIn } from '../../workspaces/alone.ts';
import { ownControl } from '../own-control.ts';
import { isReserved } from '../../gateway/reserved.ts';
import { headersLimit } from '../../gateway/policies/limits.ts';
import type { Population } from '../../population.ts';
import type { Clock } from '../../workspace/time/clock.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Settings } from '../../workspace/settings.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { badTarget, hostFault, refuse } from './server-faults.ts';
import { listen, type HandedConnections } from './server.ts';
import { openNodeStore } from './file-store.ts';
import { headersTooLarge, ourBug, responseOf } from '../platform-fault.ts';
import { tellOf, tellRefused, type Tell } from './tell-exchanges.ts';
import { allowOriginVariable, hostName, ownNames } from './own-names.ts';

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
  /** Where another process holds the port: it accepts the connections. */
  readonly connections?: HandedConnections;
  /** Names to answer to besides its own; `*.example.org` is every name below that one. */
  readonly allowHosts?: readonly string[];
  /** Whose web pages may use `/_sandbox`, besides those of this machine and its own. */
  readonly allowOrigins?: readonly Origin[];
  /** A certificate and its key, in PEM: HTTPS then, and nothing else. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Told of every exchange. */
  readonly onExchange?: Tell;
  readonly onBug?: (error: unknown) => void;
}

export interface NodeSandbox {
  /** The origin: `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly port: number;
  /** What is served, as it is understood. */
  apis(): readonly Api[];
  /** Serves other APIs, or the same ones changed, from the next request on. The workspace stays as it is. */
  serve(apis: readonly Served[]): void;
  /** Takes no more connections, lets requests in flight finish, then stores what is only in memory and lets go of the file. */
  close(): Promise<void>;
}

/** How long a quiet sandbox keeps its last exchanges in memory only, in milliseconds. */
const flushEvery = 1_000;

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
    ...(onBug && { onBug }),
  });
  const origins = originsOf(
    options.allowOrigins ?? [],
    (origin) => `start the sandbox with --allow-origin ${origin}, or with ${allowOriginVariable}=${origin} in its environment.`,
  );
  const own = ownControl(aloneIn(workspace));
  const gatewayOf = (apis: readonly Served[]): Gateway => createGateway({ apis, own, origins, securityContact, ...(onBug && { onBug }) });
  let gateway = gatewayOf(options.apis);
  const visit: Visit = { workspace, prefix: '', caller: owner };

  const names = ownNames({ host, allowed: options.allowHosts ?? [] });
  const failed = (error: unknown): void => onBug?.(error);
  const { onExchange, tls, connections } = options;
  const serve = (request: Request): Response | Promise<Response> => gateway.fetch(request, visit);
  const told = onExchange ? tellOf(onExchange, () => gateway, visit) : serve;
  const listener = getRequestListener(tls ? withoutPromise(told) : told, {
    hostname: hostName(host),
    errorHandler(error) {
      if (error instanceof RequestError) return badTarget(clock.now());
      failed(error);
      return responseOf(ourBug(clock.now()));
    },
  });
  const admit = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = headersSize(request) > headersLimit ? headersTooLarge(clock.now()) : hostFault(request, names, clock);
    if (!fault) return listener(request, response);
    if (onExchange) tellRefused(onExchange, request, fault.status);
    refuse(response, fault);
  };
  const answer: RequestListener = (request, response) => {
    admit(request, response).catch((error: unknown) => {
      failed(error);
      refuse(response, ourBug(clock.now()));
    });
  };
  const flushing = setInterval(() => workspace.flush(), flushEvery).unref();
  const server = await listen(answer, { host, port, clock, failed, ...(tls && { tls }), ...(connections && { connections }) }).catch(
    (error: unknown) => {
      clearInterval(flushing);
      workspace.close();
      throw error;
    },
  );

  return {
    url: server.url,
    port: server.port,
    apis: () => gateway.apis,
    serve(apis) {
      gateway = gatewayOf(apis);
    },
    async close() {
      await server.close();
      clearInterval(flushing);
      workspace.close();
    },
  };
}

/**
 * A browser keeps the promise of HTTPS for a name on all its ports and for a year: not one to make for `localhost`. Only the sandbox's own pages make it; the answers of
 * APIs are left alone, since headers that are looked at here go out with another spelling and order than over HTTP.
 */
function withoutPromise(serve: (request: Request) => Response | Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await serve(request);
    if (isReserved(new URL(request.url).pathname) && response.headers.has('strict-transport-security'))
      response.headers.delete('strict-transport-security');
    return response;
  };
}

/** Bytes of names and values: Node gives them one character a byte. */
function headersSize({ rawHeaders }: IncomingMessage): number {
  let size = 0;
  for (const text of rawHeaders) size += text.length;
  return size;
}
