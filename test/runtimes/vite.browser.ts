/** In a browser a page and the sandbox share one network: the worker lets pass at once what the page itself needs, its chunks and the sandbox's. */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { chromiumPath, hasChromium, quiet } from './chromium.ts';
import { viteApp, type ViteApp } from './vite-app.ts';

interface Answer {
  readonly status: number;
  readonly data: string | null;
  readonly text: string;
}

const patient = '/personal-demographics/FHIR/R4/Patient/9000000009';
const library = {
  name: 'lending-library',
  text: JSON.stringify({
    openapi: '3.1.0',
    servers: [{ url: 'https://{env}.library.example/assets/v2', variables: { env: { default: 'live' } } }],
    paths: { '/src': { get: { responses: { 200: { description: 'ok', content: { 'text/plain': { example: 'a book' } } } } } } },
  }),
};

describe.runIf(hasChromium)('an app that Vite splits', () => {
  let app: ViteApp;
  let browser: Browser;
  const urls: Record<string, string | undefined> = {};

  beforeAll(async () => {
    app = viteApp();
    const [opened] = await Promise.all([chromium.launch({ executablePath: chromiumPath, args: quiet }), app.build()]);
    browser = opened;
    [urls['built'], urls['in development']] = await Promise.all([app.serve('preview'), app.serve('dev')]);
  });
  afterAll(async () => {
    await browser.close();
    app.remove();
  });

  async function ask(url: string, options: object, ...addresses: string[]): Promise<readonly Answer[]> {
    const query = new URLSearchParams([['options', JSON.stringify(options)], ...addresses.map((address) => ['ask', address])]);
    // Each its own, since a worker belongs to a page's origin.
    const context = await browser.newContext();
    const page = await context.newPage();
    try {
      await page.goto(`${url}?${query.toString()}`);
      const text = await page.locator('output:not(:empty)').textContent({ timeout: 20_000 });
      return JSON.parse(text ?? '') as readonly Answer[];
    } finally {
      await context.close();
    }
  }

  describe.concurrent.each(['built', 'in development'])('%s', (mode) => {
    test('is answered for an NHS address, and keeps its own files', async ({ expect }) => {
      const [read, elsewhere, own] = await ask(
        urls[mode] ?? '',
        {},
        `https://sandbox.api.service.nhs.uk${patient}`,
        'https://int.api.service.nhs.uk/a/module.js',
        '/settings.json',
      );
      expect([read?.status, read?.data]).toEqual([200, 'synthetic']);
      expect([elsewhere?.status, elsewhere?.data]).toEqual([404, 'synthetic']);
      expect([own?.status, own?.data, own?.text]).toEqual([200, null, '{"from": "the page\'s own server"}']);
    });

    test('may give the sandbox its own origin, of which the sandbox takes what it serves', async ({ expect }) => {
      const url = urls[mode] ?? '';
      const [read, health, own] = await ask(url, { origin: '/' }, patient, '/_sandbox/health', '/settings.json');
      expect([read?.status, read?.data]).toEqual([200, 'synthetic']);
      expect(health?.text).toBe('{"status":"pass"}');
      expect(own?.data).toBeNull();
    });

    test('may give the sandbox a folder of its own origin, and all of that', async ({ expect }) => {
      const url = urls[mode] ?? '';
      const [read, nothing, own, official] = await ask(
        url,
        { origin: '/api' },
        `/api${patient}`,
        '/api/nothing',
        '/settings.json',
        `https://api.service.nhs.uk${patient}`,
      );
      expect([read?.status, read?.data]).toEqual([200, 'synthetic']);
      expect([nothing?.status, nothing?.data]).toEqual([404, 'synthetic']);
      expect(own?.data).toBeNull();
      expect(official?.status).toBe(200);
    });

    test('may bring a contract that is served at the page’s own origin', async ({ expect }) => {
      const url = urls[mode] ?? '';
      const text = library.text.replace(/"https:[^"]*"/, JSON.stringify(`${url}lending`));
      const [book, own] = await ask(url, { contracts: [{ name: 'library', text }] }, '/lending/src', '/settings.json');
      expect([book?.status, book?.text]).toEqual([200, 'a book']);
      expect([own?.status, own?.data]).toEqual([200, null]);
    });

    test('may bring a contract whose paths are called as the folders of its chunks', async ({ expect }) => {
      const url = urls[mode] ?? '';
      const [book, here, own] = await ask(
        url,
        { origin: '/', contracts: [library] },
        'https://live.library.example/assets/v2/src',
        '/assets/v2/src',
        '/settings.json',
      );
      expect([book?.status, book?.text]).toEqual([200, 'a book']);
      expect([here?.status, here?.text]).toEqual([200, 'a book']);
      expect(own?.data).toBeNull();
    });
  });
});
