/** The trace as a page: asked for by browsers, readable by everybody, and deaf to whatever was written into it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { brought } from '../../runtimes/conversation.ts';
import { browserAccept, sandboxOf } from '../../sandbox.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { launch, startPortal, type StartedPortal } from '../seen/opened-portal.ts';

/** A contract whose own words are hostile too. */
const hostile = brought.text
  .replace('title: Lending library', `title: ${JSON.stringify(hostileTexts[0])}`)
  .replace('operationId: lend\n', `operationId: ${JSON.stringify(hostileTexts[1])}\n`);

const requests = hostileTexts.flatMap((payload): readonly RequestInit[] => [
  { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ [payload]: payload, title: payload }) },
  { method: 'POST', headers: { 'Content-Type': payload.replace(/[^\x20-\x7e]/g, '') }, body: payload },
  { method: 'POST', headers: { 'Content-Type': 'application/json', Prefer: payload }, body: payload },
]);

describe('the trace', () => {
  const sandbox = sandboxOf(hostile, { tolerateDefects: true });
  const traceOf = async (path: string, init?: RequestInit) => (await sandbox.request(path, init)).headers.get('x-sandbox-trace') ?? '';

  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['text/html', 'text/html; charset=utf-8'],
    [browserAccept, 'text/html; charset=utf-8'],
    ['application/json, text/html;q=0.5', 'application/json'],
  ])('answers Accept: %s with %s', async (accept, type) => {
    const asked = { headers: { ...(accept !== undefined && { Accept: accept }) } };
    const answer = await (accept === undefined ? sandbox.request : sandbox.visit)(await traceOf('/nothing'), asked);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  });

  test('as a page forbids whatever is not of its own origin, and frames', async () => {
    const page = await sandbox.visit(await traceOf('/nothing'));
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', 'same-origin'],
      ['x-robots-tag', 'noindex'],
      ['cache-control', 'no-store'],
      ['x-sandbox-data', 'synthetic'],
    ]) {
      expect([name, page.headers.get(name ?? '')]).toEqual([name, value]);
    }
    expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=/);
  });

  test('as a page holds no markup that was sent, nor that a contract brought', async () => {
    for (const init of requests) {
      const page = await sandbox.visit(await traceOf('/lending/v2/loans?status=%3Cscript%3E', init));
      // What a page of ours is made of; hostile text would add others, or attributes that run.
      const html = await page.text();
      const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
      expect(scripts).toEqual([expect.stringMatching(/^<script type="module" src="\/_portal\/assets\/[0-9a-f]{12}\/portal\.js">$/)]);
      const elements = new Set([...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name));
      const own =
        'html head meta title link script body a header p nav ul li main h1 h2 h3 dl dt dd table caption thead tbody tr th td code pre strong time span button details summary footer div form input mark'.split(
          ' ',
        );
      expect([...elements].filter((name) => !own.includes(name ?? ''))).toEqual([]);
    }
  });

  test('as a page says what was asked, what answered and why, and that the data are synthetic', async () => {
    const url = await traceOf('/lending/v2/loans?limit=0&unknown=1');
    const text = await (await sandbox.visit(url)).text();
    for (const said of [
      'Synthetic data',
      '400 to GET /lending/v2/loans?limit=0',
      'The request was refused: what was wrong with it is said below.',
      'Everything that was found wrong',
      'In the query <code>limit</code>',
      'must be 1 or more',
      'A request that works',
      'curl -i',
    ]) {
      expect(text).toContain(said);
    }
  });
});

describe.runIf(hasChromium)('the trace page in Chromium', () => {
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });
  let browser: Browser;
  let page: Page;
  let sandbox: StartedPortal;
  beforeAll(async () => {
    sandbox = await startPortal([{ contract: loadContract({ name: brought.name, text: hostile }) }]);
    browser = await launch();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });

  const traceOf = async (path: string, init?: RequestInit) => (await fetch(sandbox.url + path, init)).headers.get('x-sandbox-trace') ?? '';

  test('executes nothing that was sent, goes nowhere, and breaks no policy of its own', async () => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url)) complaints.push(request.url());
    });
    for (const init of requests) {
      const url = await traceOf(`/lending/v2/loans?status=${encodeURIComponent(String(init.body))}`, init);
      await page.goto(url);
      expect(page.url()).toBe(url);
      expect(await page.title()).toContain('NHS API Sandbox (synthetic data)');
    }
    // The browser asks for an icon by itself; the sandbox has none.
    expect(complaints.filter((line) => !/favicon|404/.test(line))).toEqual([]);
  });

  test('reads well to everybody: language, headings, table headers, and no sideways scrolling on a narrow screen (WCAG 2.2 1.3.1, 1.4.10, 2.4.2, 3.1.1)', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(await traceOf(`/lending/v2/loans?limit=0&status=${'long'.repeat(40)}`));
    const seen = await page.evaluate(() => ({
      language: document.documentElement.lang,
      headings: [...document.querySelectorAll('h1, h2')].map(({ tagName }) => tagName).join(' '),
      landmark: document.querySelectorAll('main').length,
      unscoped: document.querySelectorAll('th:not([scope])').length,
      uncaptioned: document.querySelectorAll('table:not(:has(caption))').length,
      sideways: document.documentElement.scrollWidth > globalThis.innerWidth,
      zoomable: !document.querySelector('meta[name=viewport]')?.getAttribute('content')?.includes('scalable'),
    }));
    expect(seen).toEqual({
      language: 'en-GB',
      headings: 'H1 H2 H2 H2 H2 H2 H2',
      landmark: 1,
      unscoped: 0,
      uncaptioned: 0,
      sideways: false,
      zoomable: true,
    });
  });

  test('keeps a contrast of 4.5 to 1 in light and in dark (WCAG 2.2 1.4.3)', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(await traceOf('/lending/v2/loans?limit=0'));
      const pairs = await page.evaluate(() =>
        [...document.querySelectorAll('body, .synthetic, h1, dd, td, pre')].map((element) => {
          const { color } = getComputedStyle(element);
          let behind: Element | null = element;
          while (behind && /^rgba\(0, 0, 0, 0\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
          return [color, behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)'] as const;
        }),
      );
      for (const [text, behind] of pairs) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** WCAG 2.2, contrast ratio of two CSS colours. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/[\d.]+/g)].slice(0, 3).map(([part]) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
