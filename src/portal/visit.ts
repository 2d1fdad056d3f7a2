/** One visit to a page: where the visitor stands, and how the sandbox is asked on the visitor's behalf. */
import { cookiesOf, formCookie, keyCookie, newFormToken } from './cookies.ts';
import { controlPath, portalPath } from '../gateway/places.ts';

/** What a home offers to the pages that stand in it. */
export interface PageHome {
  /** What stands before all its paths: '' or a folder. */
  readonly folder: string;
  /** Where mock APIs stand, if not on the host of the pages. */
  readonly mockOrigin?: string;
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
  /** What goes before the path of an API, in addresses that are shown: `http://localhost:8787/w/{id}`. */
  readonly base: string;
  /** The management key that the visitor has given here, where one was. */
  readonly key: string | undefined;
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
export const to = ({ prefix }: Pick<PageVisit, 'prefix'>, page: string): string => `${prefix}${portalPath}${page}`;

const workspacePath = /^\/w\/[^/]+(?=\/|$)/;

export function openVisit(request: Request, home: PageHome): PageVisit {
  const { origin, pathname, searchParams } = new URL(request.url);
  const { folder, mockOrigin = origin } = home;
  const below = pathname.startsWith(folder) ? pathname.slice(folder.length) || '/' : pathname;
  const [ofWorkspace = ''] = workspacePath.exec(below) ?? [];
  const prefix = folder + ofWorkspace;
  const base = mockOrigin + prefix;
  const cookies = cookiesOf(request);
  const key = cookies.get(keyCookie);
  const token = cookies.get(formCookie);
  return {
    request,
    origin,
    prefix,
    folder,
    path: below.slice(ofWorkspace.length) || '/',
    query: searchParams,
    mockOrigin,
    base,
    key,
    formToken: token ?? newFormToken(),
    knowsToken: token !== undefined,
    async ask(path, init = {}) {
      const headers = new Headers(init.headers);
      const isOwn = path.startsWith(`${controlPath}/`);
      if (isOwn && key !== undefined && !headers.has('authorization')) headers.set('Authorization', `Bearer ${key}`);
      if (!headers.has('accept')) headers.set('Accept', 'application/json');
      const asked = new Request(base + path, { ...init, headers });
      return isOwn && asked.method === 'GET' ? home.read(asked) : home.ask(asked);
    },
  };
}
