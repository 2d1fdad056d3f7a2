/**
 * The pages: what a person sees who opens the sandbox. They ask the sandbox's own API for all that they show, as any program could.
 * Who answers what:
 *   `/_portal/…`                       always a page
 *   `/`, and what no API owns          a page for a browser (Accept decides), else the gateway's answer
 *   `/_sandbox/trace/{id}`             the same
 *   whatever is an API's               the API, whoever asks
 */
import { Hono } from 'hono';
import { negotiate } from '../contract/media-type.ts';
import { apiPages } from './apis/api-pages.tsx';
import { asset } from './assets.ts';
import { askControl } from './control.ts';
import { controlProxy } from './control-proxy.ts';
import { exchangePages } from './exchanges/exchange-pages.tsx';
import { homePages } from './home/home-pages.tsx';
import { keyPages } from './key/key-pages.tsx';
import { notFoundPage } from './page/not-found.tsx';
import { peoplePages } from './people/people-pages.tsx';
import type { Pages } from './pages.ts';
import { controlPath, portalPath } from '../gateway/places.ts';
import { openVisit, type PageHome, type PageVisit } from './visit.ts';

/** A page, or undefined where the sandbox itself is to answer. */
export async function answerWithPage(request: Request, home: PageHome): Promise<Response | undefined> {
  const visit = openVisit(request, home);
  if (isAt(portalPath, visit.path)) return shown(visit);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || !wantsPage(request)) return undefined;
  if (visit.path.startsWith(`${controlPath}/trace/`)) return shown(visit);
  if (isAt(controlPath, visit.path)) return undefined;
  const atRoot = await apisAtRoot(visit);
  if (visit.path === '/' && atRoot.length === 0) return shown(visit);
  const answer = await home.ask(request);
  return (await isNobodys(answer, visit, atRoot)) ? shown(visit) : answer;
}

const isAt = (place: string, path: string): boolean => path === place || path.startsWith(`${place}/`);

/** JSON for a program, which asks for it or for anything; a page for a browser, which asks for HTML. */
const wantsPage = ({ headers }: Request): boolean => negotiate(headers.get('accept'), ['application/json', 'text/html']) === 'text/html';

/** The slugs of APIs without a base path. */
async function apisAtRoot(visit: PageVisit): Promise<readonly string[]> {
  const found = await askControl<'catalogue'>(visit, '/catalogue?curl=false');
  return found.ok ? found.body.apis.filter(({ base }) => base === '').map(({ slug }) => slug) : [];
}

/** The explanation of an answer that no API gave names none; one at the root owns the paths of its operations and no others. */
async function isNobodys(answer: Response, visit: PageVisit, atRoot: readonly string[]): Promise<boolean> {
  if (answer.status !== 404) return false;
  const id = answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';
  const trace = await askControl<'explain-exchange'>(visit, `/trace/${id}`);
  if (!trace.ok) return true;
  const { api, operation } = trace.body;
  return api?.slug === undefined || (operation === undefined && atRoot.includes(api.slug));
}

async function shown(visit: PageVisit): Promise<Response> {
  const response = await pages.fetch(visit.request, visit);
  return visit.request.method === 'HEAD' ? new Response(null, response) : response;
}

const pages: Pages = new Hono({ getPath: (_, bound) => bound?.env?.path ?? '/' });
pages.get(`${portalPath}/assets/:path{.+}`, ({ env: visit, req }) => asset(req.param('path')) ?? notFoundPage(visit));
controlProxy(pages);
homePages(pages);
apiPages(pages);
peoplePages(pages);
exchangePages(pages);
keyPages(pages);
pages.notFound(({ env: visit }) => notFoundPage(visit));
