/** One visit to a page: where the visitor stands, and how the sandbox is asked on the visitor's behalf. */
import { cookiesOf, eventCookie, formCookie, keyCookie, newFormToken, workspaceOf } from './cookies.ts';
import { controlPath, portalPath } from '../gateway/places.ts';

/** What a home offers to the pages that stand in it. */
export interface PageHome {
  /** What stands before all its paths: '' or a folder. */
  readonly folder: string;
  /** The origin that browsers see, where a proxy before this home may say another. */
  readonly origin?: string;
  /** Where mock APIs stand, if not on the host of the pages. */
  readonly mockOrigin?: string;
  /**
   * `all`, unless it says otherwise, beside mock APIs; `pages` on a host of their own, where no mock API is; `explanations` on the host of
   * the mock APIs of a deployment, where nobody signs in and nothing runs: only why an answer is as it is.
   */
  readonly shows?: 'all' | 'pages' | 'explanations';
  /** Where all pages are, if not here. */
  readonly portalOrigin?: string | undefined;
  /** Whoever names no workspace is in a demonstration that keeps nothing. */
  readonly hasDemonstration?: boolean;
  /** Asks the sandbox for whoever sent the request for the page, as a program would. */
  ask(request: Request): Promise<Response>;
  /** The same for what is only read off the sandbox's own API, and which nobody wants to find in the journal. */
  read(request: Request): Promise<Response>;
}

export interface PageVisit {
  readonly request: Request;
  /** Of the host that shows the pages: `http://localhost:8787`. */
  readonly origin: string;
  /** What links to pages begin with: '' or `/w/{id}`, after the folder where the home stands in one. */
  readonly prefix: string;
  /** What links to styles and scripts begin with, which all workspaces share. */
  readonly folder: string;
  /** Below the prefix: `/_portal/people`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly mockOrigin: string;
  readonly shows: 'all' | 'pages' | 'explanations';
  readonly portalOrigin?: string | undefined;
  /** Nothing is kept here; there are workspaces for that. */
  readonly isDemonstration: boolean;
  /** What goes before the path of an API, in addresses that are shown: `http://localhost:8787/w/{id}`. */
  readonly base: string;
  /** The management key that the visitor has given here, where one was. */
  readonly key: string | undefined;
  /** The code of an event that the visitor has given to the pages for organisers, which alone are sent it. */
  readonly eventCode: string | undefined;
  /** What every form of a page sends, so that no page of somebody else can. */
  readonly formToken: string;
  /** The visitor's browser knows the token already. */
  readonly knowsToken: boolean;
  /**
   * Asks the sandbox's own API or a mock API in this workspace, as a program would, with the visitor's key: `/_sandbox/catalogue`.
   */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

/** The address of a page: `to(visit, '/people')`. */
export const to = ({ prefix, portalOrigin = '' }: Pick<PageVisit, 'prefix' | 'portalOrigin'>, page: string): string =>
  `${portalOrigin}${prefix}${portalPath}${page}`;

/** Events are of no workspace, so their pages are below none. */
export const organiserPage = ({ folder, portalOrigin = '' }: Pick<PageVisit, 'folder' | 'portalOrigin'>, page = ''): string =>
  `${portalOrigin}${folder}${portalPath}/organiser${page}`;

const workspacePath = /^\/w\/([^/]+)(?=\/|$)/;

export function openVisit(request: Request, home: PageHome): PageVisit {
  const { origin: asked, pathname, searchParams } = new URL(request.url);
  const { folder, origin = asked, mockOrigin = origin, shows = 'all', portalOrigin, hasDemonstration = false } = home;
  const below = pathname.startsWith(folder) ? pathname.slice(folder.length) || '/' : pathname;
  const [ofWorkspace = '', workspace] = workspacePath.exec(below) ?? [];
  const prefix = folder + ofWorkspace;
  const base = mockOrigin + prefix;
  const cookies = cookiesOf(request);
  const kept = shows === 'explanations' ? undefined : cookies.get(keyCookie);
  // That of another workspace opens nothing here, and would close what is open to everybody.
  const key = kept !== undefined && workspace !== undefined && workspaceOf(kept) === workspace ? kept : undefined;
  const token = cookies.get(formCookie);
  return {
    request,
    origin,
    prefix,
    folder,
    path: below.slice(ofWorkspace.length) || '/',
    query: searchParams,
    mockOrigin,
    shows,
    portalOrigin,
    isDemonstration: hasDemonstration && workspace === undefined,
    base,
    key,
    eventCode: shows === 'explanations' ? undefined : cookies.get(eventCookie),
    formToken: token ?? newFormToken(),
    knowsToken: token !== undefined,
    async ask(path, init = {}) {
      const headers = new Headers(init.headers);
      const isOwn = path.startsWith(`${controlPath}/`);
      if (isOwn && key !== undefined && !headers.has('authorization')) headers.set('Authorization', `Bearer ${key}`);
      if (!headers.has('accept')) headers.set('Accept', 'application/json');
      const sent = new Request(base + path, { ...init, headers });
      return isOwn && sent.method === 'GET' ? home.read(sent) : home.ask(sent);
    },
  };
}
