/** Which workspace a request to a deployment names: in its path, in a header, by a key. Whatever is there must agree. */
import { readUrl } from '../gateway/request/incoming.ts';
import { workspaceOfKey } from './workspace-id.ts';

export interface WorkspaceAddress {
  /** The workspace's id; undefined where the request names none. */
  readonly id?: string;
  /** A management key, its checksum right, nothing else known of it. */
  readonly key?: string;
}

/** What comes before the path of every request to a workspace by its address. */
export const workspacePath = /^\/w\/([^/]+)(?=\/|$)/;
const bearerShape = /^Bearer +(\S+)$/i;

/** Undefined where what it names does not agree. */
export function readAddress(request: Request): WorkspaceAddress | undefined {
  const [, inPath] = workspacePath.exec(readUrl(request.url, '').pathname) ?? [];
  const inHeader = request.headers.get('x-sandbox-workspace') ?? undefined;
  const authorization = request.headers.get('authorization');
  const [, bearer = ''] = authorization === null ? [] : (bearerShape.exec(authorization) ?? []);
  const ofKey = workspaceOfKey(bearer);
  const id = inPath ?? inHeader ?? ofKey;
  if ([inHeader, ofKey].some((other) => other !== undefined && other !== id)) return undefined;
  return { ...(id === undefined ? {} : { id }), ...(ofKey === undefined ? {} : { key: bearer }) };
}
