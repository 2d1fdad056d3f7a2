/** Which workspace a request names: in its path, in a header, by a host name, by a key. Whatever is there must agree; nothing in a query string counts. */
import { readUrl } from '../gateway/request/incoming.ts';
import { readKey } from './keys/keys.ts';

export interface WorkspaceAddress {
  /** The workspace's id, or its name where names open one; undefined where the request names none. */
  readonly id?: string;
  /** What its path begins with before the path of an API: `/w/{id}`, or ''. */
  readonly prefix: string;
  /** A management key, its checksum right, nothing else known of it. */
  readonly key?: string;
  /** The same of an event's code. */
  readonly code?: string;
  /** Whatever stands in `Authorization: Bearer`. */
  readonly bearer?: string;
}

/** What comes before the path of every request to a workspace by its address. */
export const workspacePath = /^\/w\/([^/]+)(?=\/|$)/;
const bearerShape = /^Bearer +(\S+)$/i;

export interface HomeAddress {
  /** Which workspace a host name means, where a home serves them by host. */
  readonly idOfHost?: (authority: string) => string | undefined;
  /** What stands before all its paths: '' or a folder. */
  readonly folder?: string;
}

/** Undefined where what the request names does not agree. */
export function readAddress(request: Request, { idOfHost, folder = '' }: HomeAddress = {}): WorkspaceAddress | undefined {
  const { origin, pathname } = readUrl(request.url, folder);
  const [ownPrefix = '', inPath] = pathname.startsWith('/w/') ? (workspacePath.exec(pathname) ?? []) : [];
  const prefix = folder + ownPrefix;
  const inHeader = request.headers.get('x-sandbox-workspace') ?? undefined;
  const authorization = request.headers.get('authorization');
  const [, bearer] = authorization === null ? [] : (bearerShape.exec(authorization) ?? []);
  const read = bearer === undefined ? undefined : readKey(bearer);
  const ofKey = read?.kind === 'workspace' ? read.id : undefined;
  const ofHost = idOfHost?.(origin.slice(origin.indexOf('://') + 3));
  const named = [inPath, inHeader, ofKey, ofHost].filter((id) => id !== undefined);
  const [id] = named;
  if (named.some((other) => other !== id)) return undefined;
  return {
    prefix,
    ...(id !== undefined && { id }),
    ...(ofKey !== undefined && bearer !== undefined && { key: bearer }),
    ...(read?.kind === 'event' && bearer !== undefined && { code: bearer }),
    ...(bearer !== undefined && { bearer }),
  };
}
