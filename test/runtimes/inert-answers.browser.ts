/** What a contract or a client puts into an answer does nothing in a browser: no script runs, no worker registers, nothing of the sandbox's own is read. In Chromium, where it is. */
import { createServer, type Server } from 'node:http';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { realClock } from '../../src/workspace/time/clock.ts';
import { chromiumPath, hasChromium, quiet } from './chromium.ts';

/** Says that it ran by asking for `/attack/ran/…`, then reads what is not its own and tells that too. */
const attack = (from: string): string =>
  `fetch('/attack/ran/${from}').catch(() => {});
   navigator.serviceWorker?.register('/attack/worker', { scope: '/attack/' }).then(() => fetch('/attack/ran/${from}-registered')).catch(() => {});
   fetch('/_sandbox/exchanges').then((answer) => answer.text()).then((text) => fetch('/attack/ran/${from}-read?' + text.length)).catch(() => {});`;

const worker = `self.addEventListener('fetch', (event) => event.respondWith(new Response('taken over')));`;

const bodies: Readonly<Record<string, readonly [type: string, text: string]>> = {
  html: ['text/html', `<!doctype html><title>page</title><script>${attack('html')}</script><img src=x onerror="fetch('/attack/ran/img')">`],
  frame: [
    'text/html',
    `<!doctype html><iframe srcdoc="<script>fetch('/attack/ran/frame')</script>"></iframe><iframe src="/attack/html"></iframe>`,
  ],
  loading: ['text/html', `<!doctype html><script src="/attack/script"></script><link rel="stylesheet" href="/attack/ran/style">`],
  refresh: ['text/html', `<!doctype html><meta http-equiv="refresh" content="0; url=javascript:fetch('/attack/ran/refresh')">`],
  svg: [
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('/attack/ran/onload')"><script>${attack('svg')}</script></svg>`,
  ],
  xhtml: [
    'application/xhtml+xml',
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><script>${attack('xhtml')}</script></head></html>`,
  ],
  xml: ['application/xml', `<a><script xmlns="http://www.w3.org/1999/xhtml">${attack('xml')}</script></a>`],
  script: ['text/javascript', attack('script')],
  worker: ['text/javascript', worker],
};
/** One page that says Hello. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 39>>stream
BT /F1 24 Tf 40 100 Td (HELLO) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`;
const pages = ['html', 'frame', 'loading', 'refresh', 'svg', 'xhtml', 'xml'];

const header = (example: string): object => ({ required: true, schema: { type: 'string' }, example });
const hostileHeaders = {
  'Service-Worker-Allowed': header('/'),
  'Content-Security-Policy': header("default-src * 'unsafe-inline'"),
  'X-Content-Type-Options': header('off'),
  Refresh: header('0; url=/attack/ran/header'),
};
const any = { 'text/html': {}, 'image/svg+xml': {}, '*/*': {} };
const contract = loadContract({
  name: 'attack.json',
  text: JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Attack', version: '1' },
    servers: [{ url: '/attack' }],
    paths: {
      ...Object.fromEntries(
        Object.entries(bodies).map(([name, [type, example]]) => [
          `/${name}`,
          { get: { responses: { 200: { description: 'Served', headers: hostileHeaders, content: { [type]: { example } } } } } },
        ]),
      ),
      '/pdf': { get: { responses: { 200: { description: 'Shown', content: { 'application/pdf': { example: pdf } } } } } },
      '/ran/{who}': {
        get: {
          operationId: 'ran',
          parameters: [{ name: 'who', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: { description: 'Told', content: { 'application/json': { example: 'told' } } } },
        },
      },
      '/files': { post: { requestBody: { content: any }, responses: { 201: { description: 'Kept' } } } },
      '/files/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: { description: 'As sent', content: any } },
        },
      },
    },
  }),
});

/** The same bytes from a server that does nothing about it: what shows that the attack would work. */
async function careless(): Promise<{ readonly url: string; readonly asked: readonly string[]; close(): void }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const [type, text] = bodies[path.replace('/attack/', '')] ?? ['application/json', '{}'];
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe.skipIf(!hasChromium)('in a browser', () => {
  let browser: Browser;
  let sandbox: NodeSandbox;
  let other: Awaited<ReturnType<typeof careless>>;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: quiet,
    });
    const options = { population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0 };
    sandbox = await startNode({ ...options, apis: [{ contract }] });
    other = await careless();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
    other.close();
  });

  /** What ran so far, in the words of the sandbox's own journal. */
  async function ran(): Promise<readonly string[]> {
    const { exchanges } = (await (await fetch(`${sandbox.url}/_sandbox/exchanges?limit=500`)).json()) as {
      readonly exchanges: readonly { readonly request: { readonly url: string } }[];
    };
    return exchanges.map(({ request }) => request.url).filter((url) => url.includes('/ran/'));
  }

  /** Stays on the page for as long as an attack takes, or until it has done what is waited for. */
  async function visited(url: string, isDone?: () => boolean): Promise<void> {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' }).catch(() => {}); // some are downloads
    for (let waits = isDone ? 60 : 2; waits > 0; waits--) {
      await page.waitForTimeout(250);
      if (isDone?.()) break;
    }
    await page.close();
  }

  const onOrigin = async (url: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${url}/.well-known/security.txt`);
    return page;
  };

  test('the attack works where nobody does anything about it', { timeout: 60_000 }, async () => {
    const deeds = ['html', 'img', 'frame', 'script', 'svg', 'onload', 'xhtml', 'xml', 'html-read?2', 'html-registered'].map(
      (who) => `/attack/ran/${who}`,
    );
    const isDone = (): boolean => deeds.every((deed) => other.asked.includes(deed));
    await Promise.all(pages.map((name) => visited(`${other.url}/attack/${name}`, isDone)));
    for (const deed of deeds) expect(other.asked).toContain(deed);
  });

  test('nothing of it runs on the sandbox, served by a contract', { timeout: 60_000 }, async () => {
    await Promise.all(pages.map((name) => visited(`${sandbox.url}/attack/${name}`)));
    expect(await ran()).toEqual([]);
  });

  test('nor where a client has stored it', { timeout: 60_000 }, async () => {
    const stored = await Promise.all(
      pages.map(async (name) => {
        const [type, body] = bodies[name] ?? ['', ''];
        const made = await fetch(`${sandbox.url}/attack/files`, { method: 'POST', headers: { 'Content-Type': type }, body });
        expect(made.status).toBe(201);
        return made.headers.get('location') ?? '';
      }),
    );
    await Promise.all(stored.map((url) => visited(url)));
    expect(await ran()).toEqual([]);
  });

  test('no mock answer becomes a worker or a script, whoever asks for it on this origin', { timeout: 60_000 }, async () => {
    const tryAll = (page: Page): Promise<readonly string[]> =>
      page.evaluate(async () => {
        const started = await new Promise<string>((done) => {
          const worker = new Worker('/attack/script');
          worker.addEventListener('error', () => done('refused'));
          setTimeout(() => done('started'), 1_000);
        });
        const loaded = await new Promise<string>((done) => {
          const script = document.createElement('script');
          script.src = '/attack/script';
          script.addEventListener('load', () => done('loaded'));
          script.addEventListener('error', () => done('refused'));
          document.documentElement.append(script);
        });
        const registered = await navigator.serviceWorker.register('/attack/worker', { scope: '/attack/' }).then(
          () => 'registered',
          () => 'refused',
        );
        return [registered, started, loaded];
      });
    const there = await onOrigin(other.url);
    expect(await tryAll(there)).toEqual(['registered', 'started', 'loaded']);
    await there.close();
    const here = await onOrigin(sandbox.url);
    expect(await tryAll(here)).toEqual(['refused', 'refused', 'refused']);
    await here.close();
    expect(await ran()).toEqual([]);
  });

  test('a PDF can be looked at, in the browser’s own viewer', { timeout: 60_000 }, async () => {
    // The old headless mode has no viewer.
    const whole = await chromium.launch({ executablePath: chromiumPath, args: [...quiet, '--headless=new'] });
    const page = await whole.newPage();
    await page.goto(`${sandbox.url}/attack/pdf`);
    const { headers } = await fetch(`${sandbox.url}/attack/pdf`);
    expect([headers.get('content-type'), headers.get('content-security-policy')]).toEqual([
      'application/pdf',
      "sandbox; default-src 'none'",
    ]);
    await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('chrome-extension://')), { timeout: 20_000 }).toBe(true);
    await whole.close();
  });
});
