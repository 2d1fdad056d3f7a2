/** The list of exchanges in a browser: it goes on by itself until it is told not to, disturbs nobody, and takes nothing that was sent for markup. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { notebook, notes } from '../../gateway/notebook.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { launch, startPortal, type StartedPortal } from '../seen/opened-portal.ts';

describe.runIf(hasChromium)('the list of exchanges in Chromium', () => {
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });
  let browser: Browser;
  let page: Page;
  let sandbox: StartedPortal;
  beforeAll(async () => {
    sandbox = await startPortal([{ contract: notebook }]);
    browser = await launch();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });

  const ask = async (path: string): Promise<void> => {
    await fetch(sandbox.url + path);
  };
  const addresses = (): Promise<readonly string[]> => page.locator('tbody [data-part=address]').allTextContents();

  test('begins with nothing and goes on by itself, without moving the focus', async () => {
    await page.goto(`${sandbox.url}/_portal/exchanges`);
    await page.getByLabel('Text in the address').focus();
    await ask(`${notes}/first`);
    await page.getByText('1 new exchange.').waitFor();
    expect(await addresses()).toEqual([`${notes}/first`]);
    await ask('/elsewhere');
    await ask(`${notes}/first?q=2`);
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 3);
    expect(await addresses()).toEqual([`${notes}/first?q=2`, '/elsewhere', `${notes}/first`]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-text');
    expect(await page.getByText('Nothing has been asked yet').count()).toBe(0);
  });

  test('fills a row as the server does', async () => {
    const row = page.locator('tbody tr').nth(1);
    const byScript = await row.innerText();
    await page.reload();
    expect(await row.innerText()).toBe(byScript);
    await page.getByRole('link', { name: '/elsewhere' }).click();
    await page.getByRole('heading', { name: 'What was asked' }).waitFor();
  });

  test('stops and goes on by its button', async () => {
    await page.goto(`${sandbox.url}/_portal/exchanges`);
    const before = await addresses();
    await page.getByRole('button', { name: 'Stop looking for new ones' }).click();
    await ask(`${notes}/late`);
    await page.waitForTimeout(2_500);
    expect(await addresses()).toEqual(before);
    await page.getByRole('button', { name: 'Look for new ones' }).click();
    await page.getByText('1 new exchange.').waitFor();
    expect(await addresses()).toEqual([`${notes}/late`, ...before]);
  });

  test('keeps to its filters', async () => {
    await page.goto(`${sandbox.url}/_portal/exchanges?status=4xx&text=kept`);
    await ask('/dropped');
    await ask('/kept');
    await page.getByText('1 new exchange.').waitFor();
    expect(await addresses()).toEqual(['/kept']);
  });

  test('shows hostile texts as texts, whether the server or the script wrote them', async () => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url)) complaints.push(request.url());
    });
    await page.goto(`${sandbox.url}/_portal/exchanges?text=hostile`);
    for (const text of hostileTexts) await ask(`/hostile/${encodeURIComponent(text)}?${text.replaceAll('#', '')}`);
    await page.waitForFunction((count) => document.querySelectorAll('tbody tr').length === count, hostileTexts.length);
    const byScript = await addresses();
    await page.reload();
    expect(await addresses()).toEqual(byScript);
    await page.goto(`${sandbox.url}/_portal/exchanges?text=${encodeURIComponent(hostileTexts[1] ?? '')}`);
    expect(await page.getByLabel('Text in the address').inputValue()).toBe(hostileTexts[1]);
    expect(await page.title()).toBe('Exchanges – NHS API Sandbox (synthetic data)');
    expect(await page.locator('main :is(img, svg, iframe, base, meta, script, form form)').count()).toBe(0);
    expect(complaints.filter((line) => !/favicon/.test(line))).toEqual([]);
  });

  test.each([375, 1280])('does not scroll sideways at %d pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${sandbox.url}/_portal/exchanges`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth)).toBe(true);
  });
});
