/**
 * Keeps the pages of strangers away from the sandbox's own API. A browser sends what any page asks it to, and this API asks for no password
 * on one's own machine: what tells a page from a program is the origin that the browser adds. A program adds none, and is trusted.
 */
import { isJsonType } from '../../contract/media-type.ts';
import { controlProblem } from '../../control/control-problem.ts';
import { readOrigin, type Origins } from './origins.ts';

/** What a page may use besides GET, HEAD and what a form could send. */
const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE';
/** Seconds for which a browser need not ask again. */
const remembered = '600';

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const token = /^[\w!#$%&'*+.^`|~-]+(?:\s*,\s*[\w!#$%&'*+.^`|~-]+)*$/;

/** What may be sent besides JSON, and where: like JSON, it is nothing that a form could send. */
const otherBodies: readonly (readonly [path: RegExp, type: RegExp])[] = [
  [/\/contracts\/[^/]+$/, /^(?:application|text)\/(?:[\w.-]+[+-])?yaml\b/i],
  [/\/import$/, /^application\/x-ndjson\b/i],
];

interface Asked {
  readonly request: Request;
  /** The origin that the request was sent to. */
  readonly own: string;
  readonly pathname: string;
}

export async function guardControl(asked: Asked, origins: Origins, answer: () => Response | Promise<Response>): Promise<Response> {
  const { request, own } = asked;
  const origin = request.headers.get('origin');
  const mayRead = origin !== null && origins.allows(origin, own);
  if (request.method === 'OPTIONS') return shared(preflight(request, origin, mayRead, origins), origin, mayRead);
  const refusal = reads.has(request.method) ? undefined : refusalOf(asked, origin, mayRead, origins);
  return shared(refusal ?? (await answer()), origin, mayRead);
}

function refusalOf({ request, pathname }: Asked, origin: string | null, isAllowed: boolean, origins: Origins): Response | undefined {
  const site = request.headers.get('sec-fetch-site');
  if (origin === null && site === null) return undefined;
  // A browser that tells where a request began, but not the page: `same-origin`, or `none` for what a person typed.
  if (origin === null ? site !== 'same-origin' && site !== 'none' : !isAllowed) return foreign(origin, origins);
  const type = request.headers.get('content-type') ?? '';
  if (!hasBody(request) || isJsonType(type) || otherBodies.some(([path, other]) => path.test(pathname) && other.test(type)))
    return undefined;
  return controlProblem({
    status: 415,
    title: 'Unsupported media type',
    detail:
      'From a web page, a body must be JSON: send it with the header Content-Type: application/json, so that the browser asks first whether the page may.',
  });
}

/** As HTTP says it before anything is read. */
function hasBody({ headers }: Request): boolean {
  const length = headers.get('content-length');
  return length === null ? headers.has('transfer-encoding') : length !== '0';
}

function foreign(origin: string | null, origins: Origins): Response {
  const known = origin === null ? undefined : readOrigin(origin);
  const shown = known === undefined || origin === null || origin.length > 200 ? undefined : origin.toLowerCase();
  const who =
    shown !== undefined
      ? `A page of ${shown} may not change this sandbox. If the page is yours, ${origins.howToAllow(shown)}`
      : `A page without an origin that can be named (a file, a sandboxed frame, another site) may not change this sandbox. Serve the page from http://localhost, or ${origins.howToAllow('<its origin>')}`;
  return controlProblem({ status: 403, title: 'Forbidden', detail: who });
}

/** What a browser asks before it sends a request that no form could send (Fetch §3.2). */
function preflight(request: Request, origin: string | null, isAllowed: boolean, origins: Origins): Response {
  const headers = new Headers({ Allow: `${methods}, OPTIONS` });
  if (origin === null || request.headers.get('access-control-request-method') === null) return new Response(null, { status: 204, headers });
  if (!isAllowed) return foreign(origin, origins);
  const wanted = request.headers.get('access-control-request-headers') ?? '';
  headers.set('Access-Control-Allow-Methods', methods);
  headers.set('Access-Control-Allow-Headers', token.test(wanted) && wanted.length < 2_000 ? wanted : 'Authorization, Content-Type');
  headers.set('Access-Control-Max-Age', remembered);
  for (const network of ['private', 'local'] as const) {
    if (request.headers.get(`access-control-request-${network}-network`) === 'true')
      headers.set(`Access-Control-Allow-${network === 'private' ? 'Private' : 'Local'}-Network`, 'true');
  }
  return new Response(null, { status: 204, headers });
}

/** The answer as pages of other origins may see it: those that are allowed, and without credentials, since no cookie opens anything here. */
function shared(response: Response, origin: string | null, mayRead: boolean): Response {
  // One by one: msw, between, copies of headers only those that it saw written.
  const headers = new Headers([...response.headers]);
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.append('Vary', 'Origin');
  if (origin !== null && mayRead) {
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Expose-Headers', '*');
  }
  return new Response(response.body, { status: response.status, headers });
}
