/**
 * APIs that are served side by side: a route per path, monitoring per API, and one place for whatever goes wrong. There are two realms: the
 * mock APIs, and the sandbox's own.
 */
import { Hono } from 'hono';
import { createAddresses } from './addresses.ts';
import { asAsked } from './as-asked.ts';
import type { Mountable } from './announced.ts';
import { apiOwning, monitoredBases, type Api, type Route } from './api.ts';
import { checkGate } from './policies/gate.ts';
import { atTheGate } from './policies/order.ts';
import { mountApis, unlessServed } from './mount.ts';
import { faultAnywhere } from './on-demand.ts';
import { createRequestPath, type RequestPath } from './request-path.ts';
import { allowedMethods } from './request/choose-operation.ts';
import { note, openIncoming, type Incoming, type RequestUrl } from './request/incoming.ts';
import { decodePath, pathFault, routingPath } from './request/path.ts';
import type { RouteIndex } from './request/route-index.ts';
import { controlPath } from './places.ts';
import { ping, refusedStatus, status, statusKey } from './response/monitoring.ts';
import { respondWithProblem, send } from './response/respond.ts';
import { isPreflight, preflight, responseHeaders } from './response/response-headers.ts';
import { selfChecker } from './response/self-check.ts';
import { openRoutings, type Arrival } from './routing.ts';
import { securityTxt, securityTxtPath } from './security-txt.ts';
import { unserved } from './unserved.ts';
import type { Visit } from './visit.ts';
import { accessHeader, isStrictlyAsked } from '../workspace/strict-access.ts';

export interface Realm {
  readonly apis: readonly Api[];
  /** With what comes with the sandbox, which stands last. */
  readonly served: readonly Api[];
  /** Of APIs that are open. */
  readonly index: RouteIndex;
  readonly prepare: RequestPath['prepare'];
  fetch(request: Request, visit: Visit, url: RequestUrl): Response | Promise<Response>;
}

export interface RealmOptions {
  readonly apis: readonly Mountable[];
  /** What comes with the sandbox and is served like them, and is none of the APIs that it is for. */
  readonly besides?: readonly Mountable[] | undefined;
  /** These are the sandbox's own: nobody's preferences, settings or faults on demand apply to them, and their journal is another. */
  readonly isOwn: boolean;
  /** Where to report a vulnerability, for `/.well-known/security.txt`; left out where the host is not ours. */
  readonly securityContact?: string | undefined;
  /** Hold every answer to its contract, not a sample. */
  readonly checkEveryAnswer?: boolean | undefined;
  /** Told of every answer that breaks its contract. */
  readonly onDefect?: ((line: string) => void) | undefined;
  /** Told of a bug of ours, which the client sees as a 500 with a trace id. */
  readonly onBug?: ((error: unknown) => void) | undefined;
  /** Told of every request that was refused. */
  readonly onRefused: (incoming: Incoming) => void;
}

export function openRealm(options: RealmOptions): Realm {
  const { isOwn, onBug, onRefused, securityContact } = options;
  const served = mountApis(
    options.apis,
    (address, api) => addresses.pathOf(address, api),
    unlessServed(options.besides ?? [], options.apis),
  );
  const apis = served.slice(0, options.apis.length);
  const addresses = createAddresses(served);
  const selfCheck = selfChecker({ every: options.checkEveryAnswer ?? false, onDefect: options.onDefect });
  const routings = openRoutings(served, routed);
  const { serve, prepare } = createRequestPath({ routings, selfCheck, onRefused, ...(onBug && { onBug }) });
  const open = ({ request, visit, url }: Arrival): Incoming => openIncoming(request, visit, { url, isOwn });

  return {
    apis,
    served,
    index: routings.index,
    prepare,
    fetch(request, visit, url) {
      const routing = routings.at(url.pathname);
      const opening = routing.opening(request.method);
      const answer = (): Response | Promise<Response> => routing.answer({ request, visit, url });
      return opening ? opening.then(answer) : answer();
    },
  };

  /** The app of APIs whose bases lie above each other: of one alone, as a rule, or of none. */
  function routed(near: readonly Api[], routes: readonly Route[], index: RouteIndex): (arrival: Arrival) => Response | Promise<Response> {
    const app = new Hono<{ Bindings: Arrival }>({ getPath: (_, bound) => routingPath(bound?.env?.url.pathname ?? '/') });
    app.options('*', ({ env }): Response | Promise<Response> => {
      const { pathname } = env.url;
      const matches = index.find(decodePath(pathname) ?? []);
      const isDeclared = matches.some((match) => match.target.operation.method === 'options');
      const incoming = open(env);
      if (isDeclared && env.request.headers.get('access-control-request-method') === null)
        return serve(incoming, { honoPath: pathname, targets: matches.map((match) => match.target) });
      const allowed = matches.length > 0 ? allowedMethods(matches) : 'GET, HEAD, OPTIONS';
      const answer = (api?: Api): Response => {
        if (api) incoming.api = api;
        const turnedAway = isPreflight(env.request) ? undefined : checkGate(incoming);
        if (turnedAway) return withoutBody(respondWithProblem(incoming, turnedAway));
        incoming.record.answeredBy = 'platform';
        return preflight(env.request, allowed, responseHeaders(incoming), api?.mock?.preflight);
      };
      const owner = matches[0]?.target.api ?? apiOwning(served, pathname);
      const api = owner && asAsked(incoming, owner);
      return api instanceof Promise ? api.then(answer) : answer(api);
    });
    for (const api of isOwn ? [] : near) {
      for (const base of monitoredBases(api)) {
        // A contract's own operations of these names win, since they are what its readers expect.
        for (const [path, answer] of [
          ['/_ping', (incoming: Incoming) => monitor(incoming, 200, ping(api))],
          ['/_status', (incoming: Incoming) => statusOf(incoming, api)],
        ] as const) {
          if (api.contract.operations.some((operation) => operation.path === path)) continue;
          app.get(base + path, ({ env }) => {
            const incoming = open(env);
            incoming.api = api;
            return answer(incoming);
          });
        }
      }
    }
    for (const route of routes) app.all(route.honoPath, ({ env }) => serve(open(env), route));
    // After the APIs, so that one which has this path of its own keeps it.
    if (securityContact !== undefined)
      app.get(securityTxtPath, ({ env: { visit, url } }) =>
        securityTxt({ contact: securityContact, origin: url.origin, now: visit.workspace.clock.now() }),
      );
    app.notFound(({ env }) => {
      const incoming = open(env);
      const { pathname } = incoming.url;
      const api = apiOwning(served, pathname) ?? apiOwning(apis, pathname);
      if (api) incoming.api = api;
      const demanded = api && faultAnywhere(incoming);
      if (demanded) return respondWithProblem(incoming, demanded);
      const turnedAway = api && atTheGate(incoming);
      if (turnedAway) return respondWithProblem(incoming, turnedAway);
      if (decodePath(pathname) === undefined)
        return respondWithProblem(incoming, { problem: 'malformed-url', message: pathFault(pathname) });
      return respondWithProblem(
        incoming,
        api && api.mounts[0] !== ''
          ? {
              problem: 'unknown-path',
              message: isOwn
                ? `The sandbox’s own API has no operation at this path. ${whereToBegin(incoming.prefix)}`
                : 'This API has no operation at this path.',
            }
          : unserved(apis, { pathname, prefix: incoming.prefix }),
      );
    });
    app.onError((error, { env }) => {
      onBug?.(error);
      const incoming = open(env);
      return respondWithProblem(incoming, {
        problem: 'internal',
        message: `The sandbox failed on this request; its trace id is ${incoming.record.id}.`,
      });
    });
    return (arrival) => app.fetch(arrival.request, arrival);
  }
}

const withoutBody = ({ status, headers }: Response): Response => new Response(null, { status, headers });

const whereToBegin = (prefix: string): string =>
  `Begin with ${prefix}${controlPath}/catalogue, which lists the mock APIs; ${prefix}${controlPath}/contracts/sandbox-control.json describes all that it can do.`;

/** For whoever has the platform's key, where access is strict. An official sandbox asks nobody for it. */
function statusOf(incoming: Incoming, api: Api): Response | Promise<Response> {
  const { request, settings, record } = incoming;
  const isOpen = !isStrictlyAsked(settings, request.headers.get(accessHeader)) || request.headers.get('apikey') === statusKey;
  if (isOpen) return monitor(incoming, 200, status(api));
  const answer = (like: Api): Response => {
    if (like.mode !== undefined) return monitor(incoming, 200, status(api));
    note(incoming, `Where access is strict, the header apikey has to be ${statusKey}: at the platform it is a secret of its monitoring.`);
    return monitor(incoming, 401, refusedStatus(record.id));
  };
  const like = asAsked(incoming, api);
  return like instanceof Promise ? like.then(answer) : answer(like);
}

function monitor(incoming: Incoming, status: 200 | 401, body: { readonly [name: string]: unknown }): Response {
  incoming.record.answeredBy = 'platform';
  return send(incoming, status, JSON.stringify(body), responseHeaders(incoming), 'application/json');
}
