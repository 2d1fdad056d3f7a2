/** The form of an operation in a browser: it sends by itself, answers beside it, and the code beside it follows what is typed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { notebook, notes } from '../../gateway/notebook.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { launch, startPortal, watchedPage, type StartedPortal, type WatchedPage } from '../seen/opened-portal.ts';

describe.runIf(hasChromium)('an operation that is tried in Chromium', () => {
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });
  let browser: Browser;
  let sandbox: StartedPortal;
  let watched: WatchedPage;
  beforeAll(async () => {
    sandbox = await startPortal([{ contract: notebook }]);
    browser = await launch();
    watched = await watchedPage(browser, sandbox.url);
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });

  const open = (operation: string) => watched.page.goto(`${sandbox.url}/_portal/apis/notebook/${operation}`);
  const answered = (heading: string) => watched.page.locator('#try-answer h3', { hasText: heading }).waitFor();

  test('is answered on the page itself, which says so aloud', async () => {
    const { page } = watched;
    await open('read-note');
    const address = page.url();
    await page.getByRole('button', { name: 'Send the request', exact: true }).click();
    await answered('Answer: 200');
    expect(page.url()).toBe(address);
    expect(await page.locator('#try-said').textContent()).toContain('Answer: 200');
    expect(await page.locator('#try-answer pre').textContent()).toContain('"id": "first"');
  });

  test('marks the field that is wrong, and puts it right and sends it again where that is asked for', async () => {
    const { page } = watched;
    await open('list-notes');
    await page.locator('[name="query.page"]').fill('page[size]=x');
    await page.getByRole('button', { name: 'Send the request', exact: true }).click();
    await answered('Answer: 400');
    const field = page.locator('[name="query.page"]');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const fault = page.locator(`[id="${await field.getAttribute('id')}-fault"]`);
    expect(await fault.textContent()).not.toBe('');
    await page.locator('#try-answer li a').first().click();
    expect(await field.evaluate((element) => element.matches(':target'))).toBe(true);
    await page.getByRole('button', { name: 'Send the request that works' }).click();
    await answered('Answer: 200');
    expect([await field.getAttribute('aria-invalid'), await field.inputValue()]).toEqual([
      null,
      expect.stringMatching(/^page\[size\]=\d+$/),
    ]);
  });

  test('has code in tabs that follow the fields, and are gone through by arrows', async () => {
    const { page } = watched;
    await open('list-notes');
    await page.locator('[name="query.q"]').fill(`it's "bread"`);
    const panel = page.getByRole('tabpanel');
    expect(await panel.textContent()).toContain(`${notes}?q=it'\\''s%20%22bread%22'`);
    await page.getByRole('tab', { name: 'curl' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('JavaScript');
    expect(await panel.textContent()).toContain('await fetch(');
    await page.keyboard.press('End');
    expect(await panel.textContent()).toContain('Invoke-RestMethod');
  });

  test('does not send what would be another address', async () => {
    const { page } = watched;
    await open('read-note');
    await page.locator('[name="path.id"]').fill('..');
    await page.keyboard.press('Enter');
    await answered('This was not sent');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('path.id');
  });

  test('leaves what the browser may not send to the server of the page', async () => {
    const { page } = watched;
    await open('read-note');
    await page.getByText('Which answer, and other headers').click();
    await page.locator('[name="headers"]').fill('User-Agent: mine');
    await page.getByRole('button', { name: 'Send the request', exact: true }).click();
    await page.waitForURL(/\/try/);
    await answered('Answer: 200');
  });

  test('that is cut off says so, and is not sent twice', async () => {
    const { page } = watched;
    await open('add-note');
    let sent = 0;
    await page.route('**/notebook/notes', (route) => ((sent += 1), route.abort('connectionreset')));
    await page.getByRole('button', { name: 'Send the request', exact: true }).click();
    await answered('No answer came');
    expect([sent, await page.locator('#try-said').textContent()]).toEqual([1, 'No answer came.']);
    await page.unroute('**/notebook/notes');
  });

  test('shows as text whatever was stored', async () => {
    const { page } = watched;
    await open('add-note');
    await page.locator('[name="body"]').fill(JSON.stringify({ id: 'hostile', text: hostileTexts.join('\n') }));
    await page.getByRole('button', { name: 'Send the request', exact: true }).click();
    await answered('Answer: 201');
    expect(await page.locator('#try-answer').locator('script, img, iframe, svg').count()).toBe(0);
  });

  test('breaks no rule of its page, and says nothing in the console', () => {
    expect(watched.complaints).toEqual([]);
  });
});
