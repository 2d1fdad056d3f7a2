/** The cookies of the pages: the key that a visitor gave, the code of an event, and what proves that a form is ours. Scripts see none, and no other site sends them. */
import type { PageVisit } from './visit.ts';

export const keyCookie = 'nhs-sandbox-key';
/** Sent to the pages for organisers alone. */
export const eventCookie = 'nhs-sandbox-event';
export const formCookie = 'nhs-sandbox-form';

/** What a management key or a token may look like; nothing else is looked at. */
const valueShape = /^[\w.-]{16,200}$/;

export function cookiesOf(request: Request): ReadonlyMap<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1).trim();
    return at > 0 && valueShape.test(value) ? [[pair.slice(0, at).trim(), value]] : [];
  });
  // A browser sends that of the longest path first.
  return new Map(pairs.reverse());
}

export const newFormToken = (): string => crypto.randomUUID();

/** The workspace that a management key opens, which stands in it. */
export const workspaceOf = (key: string): string | undefined => keyShape.exec(key)?.[1];
const keyShape = /^nhss_([0-9a-f]{48})_[0-9a-f]{64}_[0-9a-f]{8}$/;

type Place = Pick<PageVisit, 'prefix' | 'origin'>;

/** Kept until the browser closes, sent to the paths below the prefix only: those of a workspace. An empty value takes it back. */
export function cookie(name: string, value: string, { prefix, origin }: Place): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  const age = value === '' ? '; Max-Age=0' : '';
  return `${name}=${value}; Path=${prefix === '' ? '/' : prefix}; HttpOnly; SameSite=Strict${secure}${age}`;
}
