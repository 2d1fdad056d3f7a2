/** On a page that shares its origin with the sandbox, what the page needs to run passes at once, and what an API answers does not. */
import { getResponse } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { createSandbox, type MswOptions } from '../../src/runtimes/browser/msw.ts';

const site = 'http://127.0.0.1:5173';
const base = '/personal-demographics/FHIR/R4';

/** As a page has it that a service worker can stand before. */
function onPage(path: string): void {
  vi.stubGlobal('location', new URL(path, site));
  vi.stubGlobal('navigator', { serviceWorker: {} });
}
afterEach(() => vi.unstubAllGlobals());

async function answered(options: MswOptions, paths: readonly string[]): Promise<readonly string[]> {
  const { handlers } = createSandbox(options);
  const answers = await Promise.all(paths.map((path) => getResponse([...handlers], new Request(new URL(path, site)))));
  return paths.filter((_, i) => answers[i] !== undefined);
}

/** What pages load, from development servers and from builds. */
const pages = [
  '/',
  '/index.html',
  '/main.tsx',
  '/@vite/client',
  '/node_modules/.vite/deps/msw.js?v=1',
  '/assets/own-apis-a1b2.js',
  '/style.css',
];
const files = [...pages, '/_next/static/chunks/1.js', '/settings.json', '/logo.svg', '/@id/virtual', '/personal-demographics-guide.html'];

test('of the page’s whole origin the sandbox has its APIs and its own paths', async () => {
  onPage('/index.html');
  const apis = [
    `${base}/Patient/9000000009`,
    '/personal-demographics/_ping',
    '/personal-demographics/nothing',
    '/_sandbox/health',
    '/_sandbox',
  ];
  for (const origin of ['/', '', site]) expect(await answered({ origin }, [...apis, ...files])).toEqual(apis);
});

test('of a folder that the page itself lies in it has no more than that', async () => {
  onPage('/ward/index.html');
  const below = (path: string): string => `/ward${path}`;
  const apis = [`${base}/_ping`, '/_sandbox/health'].map(below);
  expect(await answered({ origin: '/ward/' }, [...apis, ...files.map(below), ...files, `${base}/_ping`])).toEqual(apis);
});

test('a folder beside the page is the sandbox’s, all of it but modules', async () => {
  onPage('/index.html');
  const own = ['/api', '/api/nothing', `/api${base}/_ping`];
  expect(await answered({ origin: '/api' }, [...own, '/api/client.js', '/apis', '/apiary', ...files])).toEqual(own);
});

test('an API of a brought contract is answered below its base, or below its name where it has none', async () => {
  onPage('/index.html');
  const paths = '"paths":{"/assets":{"get":{"responses":{"200":{"description":"ok"}}}}}';
  const at = (servers: string) => ({ contracts: [{ name: 'wards.json', text: `{"openapi":"3.1.0",${servers}${paths}}` }] });
  expect(await answered({ origin: '/', ...at('') }, ['/wards/assets', '/assets', ...files])).toEqual(['/wards/assets']);
  const based = at('"servers":[{"url":"/assets/v2"}],');
  expect(await answered({ origin: '/', ...based }, ['/assets/v2/assets', '/assets', ...files])).toEqual(['/assets/v2/assets']);
  onPage('/ward/');
  expect(await answered({ origin: '/ward', ...based }, ['/ward/assets/v2/assets', '/assets/v2/assets', ...files])).toEqual([
    '/ward/assets/v2/assets',
  ]);
});

test('a sandbox elsewhere leaves the page’s origin alone', async () => {
  onPage('/index.html');
  expect(await answered({}, [`${base}/_ping`, '/_sandbox/health', ...files])).toEqual([]);
  expect(await answered({}, ['http://localhost:8787/a.js', 'https://api.service.nhs.uk/a.js'])).toHaveLength(2);
});

test('a page that is only made believe may read every answer, though it does not say where it is', async () => {
  const ask = () =>
    getResponse([...createSandbox().handlers], new Request(`https://int.api.service.nhs.uk${base}/_ping`, { method: 'OPTIONS' }));
  expect((await ask())?.headers.get('access-control-allow-origin')).toBeNull();
  vi.stubGlobal('location', new URL(site));
  expect((await ask())?.headers.get('access-control-allow-origin')).toBe('*');
});
