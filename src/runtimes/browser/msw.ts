/** `nhs-api-sandbox/msw`: request handlers for msw 2 and 3, in Node and in browsers, that answer from a sandbox in this process. */
import { DroppedConnection } from '../../gateway/faults/faulty-response.ts';
import { HttpHandler, type HttpRequestParsedResult } from 'msw';
import type { Api } from '../../gateway/api.ts';
import { claimsOf, isBelow } from './claims.ts';
import { createInProcessSandbox, type StandingSandbox } from './in-process.ts';
import type { InProcessSandbox, SandboxOptions } from './in-process-sandbox.ts';
import { addressOf, defaultOrigin } from './sandbox-origin.ts';

export interface MswOptions extends SandboxOptions {
  /**
   * The address that is the sandbox, all of it; the one that `nhs-sandbox start` has unless you say otherwise. On a page it may be
   * relative: `/api` is a folder of the page's own origin, and of `/` the sandbox takes the paths of its APIs and `/_sandbox`.
   */
  readonly origin?: string;
  /**
   * Lets what the sandbox does not serve out to the hosts of the NHS, and to those of contracts you bring: to all of them, or to those
   * named. Otherwise it is answered with 404 here, and nothing is sent to them.
   */
  readonly passthrough?: boolean | readonly string[];
}

export interface MswSandbox extends InProcessSandbox {
  /** For `setupServer(...handlers)` or `setupWorker(...handlers)`. What they do not answer passes through. */
  readonly handlers: readonly HttpHandler[];
  fork(): MswSandbox;
}

export function createSandbox(options: MswOptions = {}): MswSandbox {
  return withHandlers(createInProcessSandbox(options, addressOf(options.origin ?? defaultOrigin)), options);
}

function withHandlers(inProcess: StandingSandbox, options: MswOptions): MswSandbox {
  return {
    ...inProcess,
    handlers: handlersOf(inProcess, options, (request) => inProcess.fetch(request)),
    fork: () => withHandlers(inProcess.fork(), options),
  };
}

/** Handlers that take what is for this sandbox, and have `answer` answer it: this one, or a fork of it. */
export function handlersOf(
  sandbox: StandingSandbox,
  options: MswOptions,
  answer: (request: Request) => Promise<Response>,
): readonly HttpHandler[] {
  const { origin = defaultOrigin, passthrough = false } = options;
  const address = addressOf(origin);
  const own = new URL(address);
  const page = pageBehindWorker();
  const claim = claimsOf({ ...options, own, page });
  const mayPass = (host: string): boolean => (typeof passthrough === 'boolean' ? passthrough : passthrough.includes(host));

  /** Never a promise for what must pass: it may be a part of the sandbox itself that a page is loading. */
  function isOurs(url: URL): boolean | Promise<boolean> {
    const claimed = claim(url);
    if (claimed === 'elsewhere') return false;
    if (claimed === 'own' || (claimed === 'nhs' && !mayPass(url.hostname))) return true;
    if (isBelow(url.origin + url.pathname, address))
      return sandbox.ready().then(({ apis }) => isMounted(url.pathname.slice(address.length - own.origin.length), apis));
    // A contract may name the page's own origin: all else of it is the page's.
    const isPage = url.origin === page?.origin;
    return sandbox.standing(url).then((found) => found === 'served' || (found === 'refused' && !isPage && !mayPass(url.hostname)));
  }

  /** By its own class, since msw takes a function in the place of a path from 2.11 on only. */
  class SandboxHandler extends HttpHandler {
    override async parse(asked: Parameters<HttpHandler['parse']>[0]): Promise<HttpRequestParsedResult> {
      const parsed = await super.parse(asked);
      const matches = parsed.match.matches && (await isOurs(new URL(asked.request.url)));
      return { ...parsed, match: { ...parsed.match, matches } };
    }
  }
  const handler = new SandboxHandler(/.+/, '*', async ({ request }) => {
    // msw may read the request again, for its log and its life-cycle events.
    const response = await answer(request.clone()).catch(closedConnection);
    if (response.type === 'error') return response;
    // A page that is only made believe (happy-dom) wants the leave of an origin that it asks without saying its own.
    if (page === undefined && 'location' in globalThis && !response.headers.has(leave)) response.headers.set(leave, '*');
    return response;
  });
  return [handler];
}

/** As msw has a connection closed. */
function closedConnection(error: unknown): Response {
  if (error instanceof DroppedConnection) return Response.error();
  throw error;
}

const leave = 'Access-Control-Allow-Origin';

/** An API that would answer at the root of a page's origin has only what lies below its own name. */
const isMounted = (path: string, apis: readonly Api[]): boolean =>
  apis.some(({ mounts }) => mounts.some((mount) => mount !== '' && isBelow(path, mount)));

/** The page that this runs in, if its requests can be caught before they leave it. */
function pageBehindWorker(): Location | undefined {
  const { navigator, location } = globalThis as Partial<Pick<typeof globalThis, 'navigator' | 'location'>>; // neither is everywhere
  return navigator !== undefined && 'serviceWorker' in navigator ? location : undefined;
}
