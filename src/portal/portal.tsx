/**
 * The pages: what a person sees who opens the sandbox. They ask the sandbox's own API for all that they show, as any program could.
 * Who answers what:
 *   `/_portal/…`                       always a page
 *   `/`, and what no API owns          a page for a browser (Accept decides), else the gateway's answer
 *   `/_sandbox/trace/{id}`             the same
 *   whatever is an API's               the API, whoever asks
 * On a host of the pages' own there is nothing but pages. Beside the APIs of a deployment only the last exchanges are explained, and
 * everything else says where the pages are.
 */
import { Hono } from 'hono';
import { negotiate } from '../contract/media-type.ts';
import { apiPages } from './apis/api-pages.tsx';
import { applicationPages } from './applications/applications-pages.tsx';
import { asset } from './assets.ts';
import { callbackPages } from './callbacks/callback-pages.tsx';
import { checkPages } from './check/check-pages.tsx';
import { clockPages } from './clock/clock-pages.tsx';
import { contractPages } from './contracts/contracts-pages.tsx';
import { askControl } from './control.ts';
import { controlProxy } from './control-proxy.ts';
import { elsewherePage } from './elsewhere/elsewhere-page.tsx';
import { exchangePages } from './exchanges/exchange-pages.tsx';
import { faultPages } from './faults/faults-pages.tsx';
import { homePages } from './home/home-pages.tsx';
import { keyPages } from './key/key-pages.tsx';
import { markdownPages } from './markdown/markdown-pages.ts';
import { organiserPages } from './organiser/organiser-pages.tsx';
import { notFoundPage } from './page/not-found.tsx';
import { peoplePages } from './people/people-pages.tsx';
import type { Pages } from './pages.ts';
import { reportPages } from './report/report-pages.tsx';
import { settingsPages } from './settings/settings-pages.tsx';
import { snapshotPages } from './snapshots/snapshots-pages.tsx';
import { stubPages } from './stubs/stubs-pages.tsx';
import { tokenPages } from './tokens/tokens-pages.tsx';
import { workspacePages } from './workspace/workspace-pages.tsx';
import { controlPath, portalPath } from '../gateway/places.ts';
import { tryPages } from './try/try-pages.tsx';
import { openVisit, type PageHome, type PageVisit } from './visit.ts';

/** A page, or undefined where the sandbox itself is to answer. */
export async function answerWithPage(request: Request, home: PageHome): Promise<Response | undefined> {
  const visit = openVisit(request, home);
  if (visit.shows === 'pages') return shown(visit);
  if (isAt(portalPath, visit.path)) return shown(visit);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || !wantsPage(request)) return undefined;
  if (visit.path.startsWith(`${controlPath}/trace/`)) return shown(visit);
  if (isAt(controlPath, visit.path)) return undefined;
  if (visit.path === '/' && !(await apisHere(visit)).some(({ base }) => base === '')) return shown(visit);
  const answer = await home.ask(request);
  return (await isNobodys(answer, visit)) ? shown(visit) : answer;
}

const isAt = (place: string, path: string): boolean => path === place || path.startsWith(`${place}/`);

/** JSON for a program, which asks for it or for anything; a page for a browser, which asks for HTML. */
const wantsPage = ({ headers }: Request): boolean => negotiate(headers.get('accept'), ['application/json', 'text/html']) === 'text/html';

/** One without a base path stands at the root. */
type Apis = readonly { readonly slug: string; readonly base: string }[];

async function apisHere(visit: PageVisit): Promise<Apis> {
  const found = await askControl<'catalogue'>(visit, '/catalogue?curl=false');
  return found.ok ? found.body.apis : [];
}

/** The explanation of an answer that no API gave names none; one at the root owns the paths of its operations and no others. */
async function isNobodys(answer: Response, visit: PageVisit): Promise<boolean> {
  if (answer.status !== 404) return false;
  const id = answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';
  const trace = await askControl<'explain-exchange'>(visit, `/trace/${id}`);
  const apis = await apisHere(visit);
  // Where nothing is kept, the path alone can tell.
  if (!trace.ok) return !apis.some(({ base }) => base !== '' && isAt(base, visit.path));
  const { api, operation } = trace.body;
  return api?.slug === undefined || (operation === undefined && apis.some(({ base, slug }) => base === '' && slug === api.slug));
}

async function shown(visit: PageVisit): Promise<Response> {
  const isElsewhere = visit.shows === 'explanations' && !besideApis.test(visit.path);
  const response = await (isElsewhere ? elsewherePage(visit) : pages.fetch(visit.request, visit));
  return visit.request.method === 'HEAD' ? new Response(null, response) : response;
}

/** What is shown on the host of the mock APIs where the pages have one of their own. */
const besideApis = new RegExp(`^(?:${portalPath}/assets|${controlPath}/trace)/`);

/** By its routes tests find every page. */
export const pages: Pages = new Hono({ getPath: (_, bound) => bound?.env?.path ?? '/' });
pages.get(`${portalPath}/assets/:path{.+}`, ({ env: visit, req }) => asset(req.param('path')) ?? notFoundPage(visit));
controlProxy(pages);
markdownPages(pages);
homePages(pages);
checkPages(pages);
apiPages(pages);
tryPages(pages);
peoplePages(pages);
exchangePages(pages);
keyPages(pages);
workspacePages(pages);
clockPages(pages);
faultPages(pages);
stubPages(pages);
settingsPages(pages);
snapshotPages(pages);
contractPages(pages);
applicationPages(pages);
tokenPages(pages);
callbackPages(pages);
reportPages(pages);
organiserPages(pages);
pages.notFound(({ env: visit }) => notFoundPage(visit));
// The home tells of a bug without its words, which may quote what was sent.
pages.onError((error) => {
  throw error;
});
