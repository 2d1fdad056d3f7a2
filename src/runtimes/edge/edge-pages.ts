/** Pages at the edge. They are made by the Worker, and ask the workspace's object as any program would, in the visitor's name. */
import { controlProblem } from '../../control/control-problem.ts';
import { mayBePage, withPages } from '../pages.ts';
import type { EdgeSettings } from './edge-settings.ts';
import { isOneHost, isPortal, portalHost, type PortalHost } from './portal-host.ts';

type Answer = (request: Request, isUnseen: boolean) => Response | Promise<Response>;

export function withPagesAtTheEdge(request: Request, settings: EdgeSettings, answer: Answer): Response | Promise<Response> {
  const host = portalHost(settings);
  if (host && isPortal(host, request.url)) return atThePortal(request, settings, { host, answer });
  if (!mayBePage(request.url, request.headers.get('accept'))) return answer(request, false);
  const shows = isOneHost(settings, request.url) ? 'all' : 'explanations';
  return withPages(request, { ...homeFor(request, settings, answer), shows, portalOrigin: host?.portalOrigin }, () =>
    answer(request, false),
  );
}

function atThePortal(
  request: Request,
  settings: EdgeSettings,
  { host, answer }: { readonly host: PortalHost; readonly answer: Answer },
): Response | Promise<Response> {
  const { portalOrigin, mockOrigin } = host;
  const noApi = (): Response =>
    controlProblem({
      status: 404,
      title: 'Not found',
      detail: `This address shows pages to people. Mock APIs are served at ${mockOrigin}.`,
    });
  if (!mayBePage(request.url, request.headers.get('accept'))) return noApi();
  return withPages(request, { ...homeFor(request, settings, answer), origin: portalOrigin, mockOrigin, shows: 'pages' }, noApi);
}

function homeFor(request: Request, settings: EdgeSettings, answer: Answer) {
  const asVisitor = (asked: Request): Request => (asked === request ? request : sentBy(request, asked, settings));
  return {
    folder: '',
    hasDemonstration: true,
    ask: async (asked: Request) => answer(asVisitor(asked), false),
    read: async (asked: Request) => answer(asVisitor(asked), true),
  };
}

/** What tells who a visitor is goes along, so that nobody who makes workspaces by a page has more of them than others. */
function sentBy(visitor: Request, asked: Request, { CLIENT_ADDRESS_HEADER: named }: EdgeSettings): Request {
  const name = named || 'cf-connecting-ip';
  const address = visitor.headers.get(name);
  const headers = new Headers(asked.headers);
  if (address !== null) headers.set(name, address);
  const { cf } = visitor as Request & { readonly cf?: object }; // what the types of browsers leave out
  const init: RequestInit & { readonly cf?: object | undefined } = { headers, cf };
  return new Request(asked, init);
}
