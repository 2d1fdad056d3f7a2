/** Pages of a sandbox in this process: at its own address, a folder included, and never at a host of the NHS. */
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox } from '../../src/runtimes/browser/msw.ts';
import { guardSocketsOnly } from '../runtimes/guard-sockets-only.ts';
import { browserAccept } from '../sandbox.ts';

const sandbox = createSandbox({ apis: ['personal-demographics'] });
const inFolder = createSandbox({ apis: ['personal-demographics'], origin: 'http://app.test/mock' });
const server = setupServer(...sandbox.handlers, ...inFolder.handlers);
beforeAll(() => {
  guardSocketsOnly();
  server.listen();
});
afterAll(() => server.close());

const open = (address: string, of: { fetch: typeof fetch } = globalThis) => of.fetch(address, { headers: { Accept: browserAccept } });

test.each(['http://localhost:8787/_portal', 'http://localhost:8787/', 'http://app.test/mock/_portal'])(
  '%s answers with a page',
  async (address) => {
    const page = await open(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Synthetic data');
  },
);

test('links and styles stay in the folder that the sandbox stands in', async () => {
  const html = await (await open('http://app.test/mock/_portal')).text();
  const own = [...html.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path = '']) => path);
  expect(own.filter((path) => !path.startsWith('/mock/'))).toEqual([]);
  const style = own.find((path) => path.endsWith('style.css')) ?? '';
  expect((await fetch(`http://app.test${style}`)).headers.get('content-type')).toBe('text/css; charset=utf-8');
});

test('are answered without handlers, too', async () => {
  expect((await open('http://localhost:8787/_portal', sandbox)).status).toBe(200);
});

test('leave no trace in the journal, and an exchange of a client is explained by one', async () => {
  await open('http://localhost:8787/_portal/exchanges');
  const answer = await fetch('http://localhost:8787/personal-demographics/FHIR/R4/Patient/9000000009');
  const page = await open(answer.headers.get('x-sandbox-trace') ?? '');
  expect(await page.text()).toContain('400 to GET /personal-demographics/FHIR/R4/Patient/9000000009');
  const { exchanges } = await (await fetch('http://localhost:8787/_sandbox/exchanges?with=sandbox')).json();
  expect(exchanges.some(({ request }: { readonly request: { readonly url: string } }) => request.url.includes('_portal'))).toBe(false);
});

test('do not stand at a host of the NHS, where the real service has none', async () => {
  const answer = await open('https://sandbox.api.service.nhs.uk/_portal');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('json')]);
});
