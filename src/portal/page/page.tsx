/** A page as a response: whole HTML under a strict content security policy. Whatever was stored or sent is text in it and never markup. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Child } from 'hono/jsx';
import { askControl } from '../control.ts';
import { cookie, formCookie } from '../cookies.ts';
import { twinOf } from '../markdown/twin.ts';
import type { PageVisit } from '../visit.ts';
import { PageLayout } from './layout.tsx';

export interface ShownPage {
  /** What the page is about, for its tab and for whoever cannot see it. */
  readonly title: string;
  /** Which entry of the menu it belongs to. */
  readonly section?: Section;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly main: Child;
}

export type Section = 'home' | 'apis' | 'people' | 'exchanges' | 'workspace';

export async function page(visit: PageVisit, { status = 200, headers, ...shown }: ShownPage): Promise<Response> {
  const said = await announcementTo(visit);
  const markup = await (<PageLayout visit={visit} said={said} twin={status === 200 ? twinOf(visit) : undefined} {...shown} />).toString();
  const text = `<!doctype html>${markup}`;
  const known = visit.request.headers.get('if-none-match');
  // Only our script names a tag, every two seconds: whoever loads a page keeps nothing to compare.
  const tag = status === 200 && known !== null ? tagOf(text) : undefined;
  const all = { ...pageHeaders(visit), ...headers, ...(tag !== undefined && { ETag: tag }) };
  const response =
    tag !== undefined && tag === known ? new Response(null, { status: 304, headers: all }) : new Response(text, { status, headers: all });
  if (!visit.knowsToken && visit.shows !== 'explanations')
    response.headers.append('Set-Cookie', cookie(formCookie, visit.formToken, visit));
  return response;
}

/** What the organiser has to say to whoever has the key of one of their workspaces; undefined for everybody else. */
async function announcementTo(visit: PageVisit): Promise<string | undefined> {
  if (visit.key === undefined) return undefined;
  const workspace = await askControl<'read-workspace'>(visit, '/workspace?bytes=false');
  return workspace.ok ? (workspace.body.announcement ?? '') : undefined;
}

const tagOf = (text: string): string => `"${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)}"`;

function contentSecurityPolicy({ origin, mockOrigin, shows }: PageVisit): string {
  if (shows === 'explanations')
    return "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
  const connect = mockOrigin === origin ? "'self'" : `'self' ${mockOrigin}`;
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src ${connect}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'`;
}

function pageHeaders(visit: PageVisit): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy(visit),
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    'X-Sandbox-Data': 'synthetic',
    Vary: 'Accept, Cookie',
  };
}
