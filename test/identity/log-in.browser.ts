/** The log-in pages in a browser, of an application on another port: by keyboard, without script, and as axe-core finds them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasChromium } from '../runtimes/chromium.ts';
import { notebook } from '../gateway/notebook.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../portal/seen/opened-portal.ts';
import { query } from './signing-in.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.runIf(hasChromium)('the log-in pages in Chromium', () => {
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });
  let browser: Browser;
  let sandbox: StartedPortal;
  let application: Readonly<Record<'apiKey' | 'clientSecret', string>>;
  /** The application: whatever comes back to it, it shows. */
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><html lang="en"><title>The application</title><p id="back"></p>');
    if (url.startsWith('/callback')) came.push(new URL(url, 'http://localhost'));
  });
  const came: URL[] = [];
  let callback: string;

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    callback = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`; // it listens to a port
    [sandbox, browser] = await Promise.all([startPortal([{ contract: notebook }]), launch()]);
    const added = await fetch(`${sandbox.url}/_sandbox/applications`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Ward board <b>', callbackUrls: [callback] }),
    });
    application = (await added.json()) as typeof application;
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
    server.close();
  });

  const asked = (more: Readonly<Record<string, string | undefined>>) =>
    query({ client_id: application.apiKey, redirect_uri: callback, response_type: 'code', state: '"><script>alert(1)</script>', ...more });
  const byPlatform = (scope?: string) => `${sandbox.url}/oauth2/authorize?${asked({ scope })}`;
  const byProvider = (name: string, more: Readonly<Record<string, string>>) =>
    `${sandbox.url}/${name}/authorize?${asked({ scope: 'openid profile selectedrole', nonce: 'n', ...more })}`;

  /** Presses Tab until the focus is on a button or a field of this name, and Enter; there is another page then. */
  async function choose(page: Page, name: RegExp, typed?: string): Promise<void> {
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return ((element instanceof HTMLInputElement ? element.labels?.[0] : element)?.textContent ?? '').trim();
      });
      if (!name.test(focused)) continue;
      if (typed !== undefined) await page.keyboard.type(typed);
      // The next Tab is for the page that comes.
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      return;
    }
    throw new Error(`no Tab leads to ${name}`);
  }

  async function back(page: Page): Promise<URLSearchParams> {
    await page.waitForURL(/\/callback\?/);
    return came.pop()?.searchParams ?? new URLSearchParams();
  }

  /** Without script, and nothing complains: what Chromium refuses a form, it says in its console. */
  async function opened(): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    const { page, complaints } = await watchedPage(browser, sandbox.url, { javaScriptEnabled: true });
    return { page, complaints };
  }
  const ofSandbox = (complaints: readonly string[]) => complaints.filter((one) => !one.includes(`asked ${new URL(callback).origin}`));

  test('a patient is chosen by keyboard, and the application, on another port, gets a code that gives tokens', async () => {
    const { page, complaints } = await opened();
    await page.goto(byPlatform('nhs-login'));
    await choose(page, /Maya Curlew/);
    const answer = await back(page);
    expect(answer.get('state')).toBe('"><script>alert(1)</script>');
    const tokens = await fetch(`${sandbox.url}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: answer.get('code') ?? '',
        redirect_uri: callback,
        client_id: application.apiKey,
        client_secret: application.clientSecret,
      }),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(await tokens.json()).toMatchObject({ token_type: 'Bearer', refresh_count: '0' });
    expect(ofSandbox(complaints)).toEqual([]);
    await page.context().close();
  });

  test('a member of staff is chosen by keyboard, and then the role in which they act', async () => {
    const { page, complaints } = await opened();
    await page.goto(byProvider('cis2', {}));
    await choose(page, /Piers Dunnock/);
    await page.getByRole('heading', { name: 'In which role?' }).waitFor();
    await choose(page, /At RZ1/);
    expect((await back(page)).get('code')).toEqual(expect.any(String));
    expect(ofSandbox(complaints)).toEqual([]);
    await page.context().close();
  });

  test('whoever has not proved enough goes on or gives up, and anybody signs in by NHS number', async () => {
    const { page, complaints } = await opened();
    const start = byProvider('nhs-login', { vtr: '["P9.Cp.Cd"]' });
    await page.goto(start);
    await choose(page, /\(P0\)/);
    await page.getByRole('heading', { name: 'Prove who you are' }).waitFor();
    await choose(page, /^Stop here/);
    expect((await back(page)).get('error')).toBe('access_denied');
    await page.goto(start);
    await choose(page, /\(P5\).*partly proved/);
    await page.getByRole('heading', { name: 'Prove who you are' }).waitFor();
    await choose(page, /^Go on/);
    expect((await back(page)).get('code')).toEqual(expect.any(String));
    await page.goto(start);
    await choose(page, /^NHS number/, '9000000009');
    expect((await back(page)).get('code')).toEqual(expect.any(String));
    expect(ofSandbox(complaints)).toEqual([]);
    await page.context().close();
  });

  test('without script the same pages do the same', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(byPlatform());
    await page.getByRole('button', { name: /Oriole Fieldfare/ }).click();
    expect((await back(page)).get('code')).toEqual(expect.any(String));
    await context.close();
  });

  test.each([
    ['choosing a patient', () => byPlatform('nhs-login'), undefined],
    ['choosing staff', () => byPlatform(), undefined],
    ['choosing a role', () => byProvider('cis2', {}), /Piers Dunnock/],
    ['proving more', () => byProvider('nhs-login', {}), /\(P0\)/],
    ['a number that nobody has', () => byProvider('nhs-login', {}), 'typed'],
  ] as const)('%s: nothing that axe finds wrong, no password, and no sideways scrolling (XSS-6)', async (_, at, first) => {
    // axe is no script of ours, so the policy of the pages forbids it; the other tests hold the policy.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(at());
    if (first === 'typed') {
      await page.getByLabel('NHS number').fill('9111231130');
      await page.getByRole('button', { name: 'Sign in as this person' }).click();
      await page.getByText('Nobody in this sandbox has this number').waitFor();
    } else if (first) await page.getByRole('button', { name: first }).click();
    await page.evaluate(axe);
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [375, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate((): Promise<AxeResults> => Reflect.get(globalThis, 'axe').run(document));
      expect(found.violations.map(({ id, nodes }) => `${width} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(await page.locator('input[type=password]').count()).toBe(0);
    await expect.poll(() => page.getByRole('note').innerText()).toContain('A sandbox, not');
    await context.close();
  });
});
