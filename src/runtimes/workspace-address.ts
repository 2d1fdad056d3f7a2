/** Which workspace a request to a deployment names: in its path, in a header, by a key. Whatever is there must agree (ISO-2). */
import { readUrl } from '../gateway/incoming.ts';
import { workspaceOfKey } from './workspace-id.ts';

export interface Address {
  /** The workspace's id; undefined where the request names none. */
  readonly id?: string;
  /** What the request's path begins with because of it: `/w/{id}`, or ''. */
  readonly prefix: string;
  /** A management key, its checksum right, nothing else known of it. */
  readonly key?: string;
}

const pathShape = /^\/w\/([^/]+)(?=\/|$)/;

/** Undefined where what it names does not agree. */
export function readAddress(request: Request): Address | undefined {
  const [prefix = '', inPath] = pathShape.exec(readUrl(request.url, '').pathname) ?? [];
  const [, bearer = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const ofKey = workspaceOfKey(bearer);
  const named = [inPath, request.headers.get('x-sandbox-workspace') ?? undefined, ofKey].filter((id) => id !== undefined);
  const [id] = named;
  if (named.some((other) => other !== id)) return undefined;
  return { prefix, ...(id === undefined ? {} : { id }), ...(ofKey === undefined ? {} : { key: bearer }) };
}
