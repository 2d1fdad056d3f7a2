/** Puts the APIs behind one door: a route per path, monitoring per API, the sandbox's own API, and one place for whatever goes wrong. */
import { Hono } from 'hono';
import type { Workspace } from '../workspace/workspace.ts';
import { createAddresses } from './addresses.ts';
import { apiOwning, monitoredBases, mountApis, routesOf, type Api, type Served } from './api.ts';
import { allowedMethods } from './request/choose-operation.ts';
import type { Origins } from './callers/origins.ts';
import { controlApi } from '../control/control.ts';
import { controlPath } from './reserved.ts';
import { openIncoming, readUrl, type RequestUrl } from './request/incoming.ts';
import { ping, status } from './response/monitoring.ts';
import { decodePath, pathFault, routingPath } from './request/path.ts';
import { faultAnywhere } from './on-demand.ts';
import { createRequestPath } from './request-path.ts';
import { indexRoutes } from './request/route-index.ts';
import { respondWithProblem, send } from './response/respond.ts';
import { preflight, responseHeaders } from './response/response-headers.ts';
import { securityTxt, securityTxtPath } from './security-txt.ts';
import { selfChecker } from './response/self-check.ts';
import { unserved } from './unserved.ts';
import { openKeptRequests } from './works/kept-requests.ts';
import { workingLines } from './works/working-lines.ts';

export interface Gateway {
  fetch(request: Request, workspace: Workspace): Response | Promise<Response>;
  /** The answer to a request that nothing here serves, whatever is mounted at its path. */
  refuse(request: Request, workspace: Workspace): Response;
  readonly apis: readonly Api[];
}

export interface GatewayOptions {
  readonly apis: readonly Served[];
  /** Whose web pages may use `/_sandbox`; left out where nobody is a stranger, or where they have been kept away before. */
  readonly origins?: Origins;
  /** Where to report a vulnerability, for `/.well-known/security.txt`; left out where the host is not ours. */
  readonly securityContact?: string;
  /** Hold every answer to its contract, not a sample. */
  readonly checkEveryAnswer?: boolean;
  /** Told of every answer that breaks its contract. */
  readonly onDefect?: (line: string) => void;
  /** Told of a bug of ours, which the client sees as a 500 with a trace id. */
  readonly onBug?: (error: unknown) => void;
}

interface Env {
  Bindings: { request: Request; workspace: Workspace; url: RequestUrl };
}

export function createGateway(options: GatewayOptions): Gateway {
  const apis = mountApis(options.apis, (address, api) => addresses.pathOf(address, api));
  const routes = routesOf(apis);
  const index = indexRoutes(routes.flatMap((route) => route.targets));
  const addresses = createAddresses(apis, index);
  const selfCheck = selfChecker({ every: options.checkEveryAnswer ?? false, onDefect: options.onDefect });
  const kept = openKeptRequests();
  const { serve, prepare } = createRequestPath({
    index,
    selfCheck,
    onRefused: (incoming) => kept.keep(incoming),
    ...(options.onBug ? { onBug: options.onBug } : {}),
  });

  const app = new Hono<Env>({ getPath: (request, bound) => routingPath((bound?.env?.url ?? readUrl(request.url, '')).pathname) });
  app.route(controlPath, controlApi(apis, options.origins, workingLines({ index, prepare, kept })));
  app.options('*', (c) => {
    const { pathname } = c.env.url;
    const matches = index.find(decodePath(pathname) ?? []);
    const isDeclared = matches.some((match) => match.target.operation.method === 'options');
    if (isDeclared && c.req.header('access-control-request-method') === undefined) {
      const targets = matches.map((match) => match.target);
      return serve(openIncoming(c.req.raw, c.env.workspace, c.env.url), { honoPath: pathname, targets });
    }
    const incoming = openIncoming(c.req.raw, c.env.workspace, c.env.url);
    incoming.record.answeredBy = 'platform';
    return preflight(c.req.raw, matches.length > 0 ? allowedMethods(matches) : 'GET, HEAD, OPTIONS', responseHeaders(incoming));
  });
  for (const api of apis) {
    for (const base of monitoredBases(api)) {
      // A contract's own operations of these names win, since they are what its readers expect.
      for (const [path, body] of [
        ['/_ping', ping],
        ['/_status', status],
      ] as const) {
        if (!api.contract.operations.some((operation) => operation.path === path))
          app.get(base + path, (c) => monitor(c.req.raw, c.env.workspace, api, JSON.stringify(body(api))));
      }
    }
  }
  for (const route of routes)
    app.all(route.honoPath, ({ env: { request, workspace, url } }) => serve(openIncoming(request, workspace, url), route));
  const { securityContact } = options;
  // After the APIs, so that one which has this path of its own keeps it.
  if (securityContact !== undefined)
    app.get(securityTxtPath, ({ env: { workspace, url } }) =>
      securityTxt({ contact: securityContact, origin: url.origin, now: workspace.clock.now() }),
    );
  app.notFound((c) => {
    const incoming = openIncoming(c.req.raw, c.env.workspace, c.env.url);
    const { pathname } = incoming.url;
    const api = apiOwning(apis, pathname);
    if (api) incoming.api = api;
    const demanded = api && faultAnywhere(incoming);
    if (demanded) return respondWithProblem(incoming, demanded);
    if (decodePath(pathname) === undefined) return respondWithProblem(incoming, { problem: 'malformed-url', message: pathFault(pathname) });
    return respondWithProblem(
      incoming,
      api && api.mounts[0] !== ''
        ? { problem: 'unknown-path', message: 'This API has no operation at this path.' }
        : unserved(apis, pathname),
    );
  });
  app.onError((error, c) => {
    options.onBug?.(error);
    const incoming = openIncoming(c.req.raw, c.env.workspace, c.env.url);
    return respondWithProblem(incoming, {
      problem: 'internal',
      message: `The sandbox failed on this request; its trace id is ${incoming.record.id}.`,
    });
  });

  return {
    apis,
    refuse(request, workspace) {
      const incoming = openIncoming(request, workspace);
      return respondWithProblem(incoming, unserved(apis, incoming.url.pathname));
    },
    fetch: (request, workspace) => app.fetch(request, { request, workspace, url: readUrl(request.url, workspace.prefix) }),
  };
}

function monitor(request: Request, workspace: Workspace, api: Api, text: string): Response {
  const incoming = openIncoming(request, workspace);
  incoming.api = api;
  incoming.record.answeredBy = 'platform';
  return send(incoming, 200, text, responseHeaders(incoming), 'application/json');
}
