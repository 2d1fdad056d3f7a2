/** A browser without script that keeps cookies, each for the paths that it is for, and sends forms as a page of ours does. */
import { browserAccept } from '../../sandbox.ts';

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface CookieJar {
  see(path: string): Promise<Seen>;
  send(path: string, fields?: Readonly<Record<string, string>>): Promise<Seen>;
  /** What would be sent to a path. */
  cookiesFor(path: string): string;
}

export function cookieJar(origin: string): CookieJar {
  const kept = new Map<string, { readonly path: string; readonly value: string }>();

  const cookiesFor = (path: string): string =>
    [...kept]
      .filter(([, cookie]) => cookie.path === '/' || path === cookie.path || path.startsWith(`${cookie.path}/`))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');

  async function ask(path: string, init: RequestInit = {}): Promise<Seen> {
    const headers = { Accept: browserAccept, Cookie: cookiesFor(new URL(origin + path).pathname) };
    const response = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /; Path=([^;]*)/.exec(line)?.[1] ?? '/';
      if (value === '') kept.delete(name);
      else kept.set(name, { path, value });
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  return {
    cookiesFor,
    see: (path) => ask(path),
    async send(path, fields = {}) {
      if (!kept.has('nhs-sandbox-form')) await ask('/_portal/key');
      const token = kept.get('nhs-sandbox-form')?.value ?? '';
      return ask(path, { method: 'POST', body: new URLSearchParams({ ...fields, _token: token }) });
    },
  };
}
