/** Whether a person or a program asks: pages stand where no API does, and an API answers everybody in its own shape. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pages } from '../../src/portal/portal.tsx';
import { openVisit } from '../../src/portal/visit.ts';
import { sandboxFor, sandboxOf } from '../sandbox.ts';
import { notebook, notes } from '../gateway/notebook.ts';

const kindOf = (response: Response): string => `${response.status} ${response.headers.get('content-type')?.split(';')[0] ?? ''}`;

describe('a browser', () => {
  const sandbox = sandboxOf(notebook);
  test.each([
    ['/', '200 text/html'],
    ['/_portal', '200 text/html'],
    ['/_portal/no-such-page', '404 text/html'],
    ['/nothing/here', '404 text/html'],
    ['/_sandbox/trace/unknown', '404 text/html'],
    [`${notes}/first`, '200 application/json'],
    ['/notebook/no-such-path', '404 application/json'],
    [`${notes}?page[size]=x`, '400 application/json'],
    ['/_sandbox/catalogue', '200 application/json'],
  ])('that opens %s is answered %s', async (path, kind) => {
    expect(kindOf(await sandbox.visit(path))).toBe(kind);
  });

  test('that asks for the head of a page gets no body', async () => {
    const answer = await sandbox.visit('/', { method: 'HEAD' });
    expect([kindOf(answer), await answer.text()]).toEqual(['200 text/html', '']);
  });

  test('leaves nothing in the journals by looking at pages', async () => {
    const { visit, request } = sandboxOf(notebook);
    await visit('/');
    await visit('/_portal/exchanges');
    expect((await (await request('/_sandbox/exchanges')).json()).exchanges).toEqual([]);
    const own = await (await request('/_sandbox/exchanges?with=sandbox')).json();
    expect(own.exchanges.map((exchange: { request: { url: string } }) => exchange.request.url)).toEqual(['/_sandbox/exchanges']);
  });
});

test('a page that fails leaves it to its home to tell so, without what was sent', async () => {
  const request = new Request('http://sandbox.test/_portal/apis');
  const failing = {
    folder: '',
    ask: () => Promise.reject(new TypeError('what was sent')),
    read: () => Promise.reject(new TypeError('what was sent')),
  };
  await expect(pages.fetch(request, openVisit(request, failing))).rejects.toThrow('what was sent');
});

describe('a program', () => {
  test.each(['*/*', 'application/json', 'application/fhir+json'])(
    'that accepts %s is told in JSON that nothing is at /',
    async (accept) => {
      const answer = await (await sandboxFor('personal-demographics')).visit('/', { headers: { Accept: accept } });
      expect(kindOf(answer)).toBe('404 application/json');
    },
  );
});

describe('an API at the root', () => {
  const text = readFileSync(new URL('../gateway/notebook.yaml', import.meta.url), 'utf8');
  const atRoot = text.replace(/^servers:[\s\S]*?\n(?=\S)/m, 'servers: [{ url: https://example.org/ }]\n');
  const sandbox = sandboxOf(atRoot);
  test('keeps the paths of its operations, whoever asks', async () => {
    expect(kindOf(await sandbox.visit('/notes/first'))).toBe('200 application/json');
  });
  test.each(['/', '/nothing'])('leaves %s to the pages', async (path) => {
    expect(await (await sandbox.visit(path)).text()).toMatch(/^<!doctype html>/);
  });
});

describe('styles and scripts', () => {
  test('may be kept for good, since their addresses change with what is in them', async () => {
    const { visit } = sandboxOf(notebook);
    const html = await (await visit('/')).text();
    const paths = [...html.matchAll(/(?:href|src)="(\/_portal\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const answer = await visit(path, { headers: { Accept: '*/*' } });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect((await visit(path.replace(/assets\/./, 'assets/x'))).status).toBe(404);
    }
  });
});

describe('a form', () => {
  const { visit } = sandboxOf(notebook);
  const key = { method: 'POST', body: new URLSearchParams({ key: 'nhss_x', _token: 'guessed-by-somebody' }) };
  test.each([
    ['without the token of this browser', {}],
    ['from a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from another origin', { Origin: 'https://elsewhere.example' }],
  ])('%s is not taken', async (_, headers) => {
    expect((await visit('/_portal/key', { ...key, headers })).status).toBe(403);
  });

  // Browsers say null where a page tells nobody where its visitor comes from, as ours do.
  test.each(['http://sandbox.test', 'null'])('with the token that its page held is, from %s', async (Origin) => {
    const page = await visit('/_portal/key');
    const [cookie = ''] = page.headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /name="_token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const answer = await visit('/_portal/key', {
      method: 'POST',
      headers: { Cookie: cookie.split(';')[0] ?? '', Origin, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ key: 'nhss_x', _token: token }),
    });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('This is no key of a workspace')]);
  });
});
