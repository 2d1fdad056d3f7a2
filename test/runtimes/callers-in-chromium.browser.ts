/** What pages in a real browser can do to a sandbox of the same machine: one's own may read and reset it, a stranger's may not, whatever it tries. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { chromiumPath, hasChromium, quiet } from './chromium.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const file = join(import.meta.dirname, 'parcels.yaml');
const contract = loadContract({ name: file, text: readFileSync(file, 'utf8') });

describe.skipIf(!hasChromium)('a page', () => {
  let sandbox: NodeSandbox;
  let pages: Server;
  let browser: Browser;
  let pagePort: number;
  beforeAll(async () => {
    const clock = frozenClock(Date.UTC(2026, 0, 1));
    sandbox = await startNode({ apis: [{ contract }], population: nobody, clock, seed: 1, host: '127.0.0.1', port: 0 });
    pages = createServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>page</title>'),
    );
    await new Promise<void>((done) => pages.listen(0, '127.0.0.1', done));
    const address = pages.address();
    pagePort = typeof address === 'object' && address ? address.port : 0;
    // As a name server of the stranger's would answer.
    const rules = 'MAP evil.example 127.0.0.1, MAP rebound.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
    browser = await chromium.launch({ executablePath: chromiumPath, args: [...quiet, `--host-resolver-rules=${rules}`] });
  });
  afterAll(async () => {
    await browser.close();
    pages.close();
    await sandbox.close();
  });

  const parcels = (): string => `${sandbox.url}/parcels/v1/parcels`;
  const count = async (): Promise<number> => ((await (await fetch(parcels())).json()) as unknown[]).length;
  let before: number;
  beforeEach(async () => {
    await fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' });
    before = await count();
    await fetch(parcels(), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"to":"Ada","grams":5}' });
  });

  async function open(url: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  }

  interface Sent {
    readonly method?: string;
    readonly mode?: 'no-cors';
    readonly headers?: Record<string, string>;
    readonly body?: string;
  }

  /** What a script of the page gets to see: status and text, or that it may see nothing. */
  const seen = (page: Page, url: string, init: Sent = {}): Promise<string> =>
    page.evaluate(
      ([to, how]) =>
        fetch(to, how).then(
          async (answer) => `${answer.type} ${answer.status} ${(await answer.text()).slice(0, 40)}`,
          (error: unknown) => String(error),
        ),
      [url, init] as const,
    );

  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };

  test('of another port of this machine reads the journal and the trace of its own request, and resets with JSON', async () => {
    for (const host of ['localhost', '127.0.0.1']) {
      const page = await open(`http://${host}:${pagePort}/`);
      expect(await seen(page, `${sandbox.url}/_sandbox/exchanges`)).toMatch(/^cors 200 \{"exchanges":\[/);
      const trace = await page.evaluate(async (url) => (await fetch(url)).headers.get('x-sandbox-trace') ?? '', `${parcels()}/p-1`);
      expect(await seen(page, trace)).toMatch(/^cors 200 \{"id":/);
      expect(await seen(page, `${sandbox.url}/_sandbox/reset`, json)).toBe('cors 204 ');
      await page.close();
    }
    expect(await count()).toBe(before);
  });

  test('of a stranger moves nothing and reads nothing', async () => {
    const page = await open(`http://evil.example:${pagePort}/`);
    const reset = `${sandbox.url}/_sandbox/reset`;
    for (const path of ['exchanges', 'catalogue', 'health'])
      expect(await seen(page, `${sandbox.url}/_sandbox/${path}`)).toBe('TypeError: Failed to fetch');
    expect(await seen(page, reset, json)).toBe('TypeError: Failed to fetch');
    expect(await seen(page, reset, { method: 'POST' })).toBe('TypeError: Failed to fetch');
    // These are sent without asking first; the answer is kept from the page.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect(await seen(page, reset, { method: 'POST', mode: 'no-cors', headers: { 'Content-Type': type }, body: '{}' })).toBe(
        'TypeError: Failed to fetch',
      );
    expect(await page.evaluate((url) => navigator.sendBeacon(url, '{}'), reset)).toBe(true);
    // A frame without an origin says `null`.
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      frame.srcdoc = `<script>fetch(${JSON.stringify(url)}, {method: 'POST', mode: 'no-cors'}).finally(() => parent.postMessage('done', '*'))</script>`;
      const done = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
      document.body.append(frame);
      return done.then(() => undefined);
    }, reset);
    // A form takes the whole page along.
    const [answer] = await Promise.all([
      page.waitForResponse(reset),
      page.evaluate((url) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = url;
        document.body.append(form);
        form.submit();
      }, reset),
    ]);
    expect(answer.status()).toBe(403);
    await page.close();
    expect(await count()).toBe(before + 1);
  });

  test('whose own name was made to lead here is not served', async () => {
    const port = new URL(sandbox.url).port;
    const page = await open(`http://rebound.example:${port}/_sandbox/exchanges`);
    expect(await page.textContent('body')).toContain('--allow-host rebound.example');
    // The page it was sent is inert as well, and may ask for nothing.
    const refused = /^(?:basic 421 |TypeError: Failed to fetch$)/;
    for (const path of ['/_sandbox/exchanges', '/parcels/v1/parcels'])
      expect(await seen(page, `http://rebound.example:${port}${path}`)).toMatch(refused);
    expect(await seen(page, `http://rebound.example:${port}/_sandbox/reset`, json)).toMatch(refused);
    await page.close();
    expect(await count()).toBe(before + 1);
  });
});
