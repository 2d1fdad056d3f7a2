/** The inbox in a browser: what is sent appears by itself, disturbs nobody, is read, and is sent again; and how parts that are live behave anywhere. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { openReceiver } from '../../runtimes/callbacks/receiver.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { goTo } from '../seen/keyboard.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../seen/opened-portal.ts';
import { textsToRead } from './pages.ts';

describe.runIf(hasChromium)('the inbox in Chromium', () => {
  vi.setConfig({ hookTimeout: 90_000, testTimeout: 90_000 });
  let browser: Browser;
  let sandbox: StartedPortal;
  beforeAll(async () => {
    sandbox = await startPortal(await ownApis(['notify']));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });

  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(sandbox.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const send = (body: unknown): Promise<Response> => post('/_sandbox/callbacks', { api: 'notify', name: 'message-status', body });
  const rows = (page: Page): Promise<number> => page.locator('#messages tbody tr').count();

  async function opened(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${sandbox.url}/_portal${path}`);
    return page;
  }

  test('shows what is sent without being loaded again, and leaves alone where somebody is', async () => {
    await send({ status: 'first' });
    const page = await opened('/inbox');
    await page.evaluate(() => Reflect.set(globalThis, 'isLoadedOnce', true));
    const before = await rows(page);
    await page.getByLabel('Type').focus();
    await send({ status: 'second' });
    await page.getByText('status: second').waitFor();
    expect([await rows(page), await page.evaluate(() => document.activeElement?.id)]).toEqual([before + 1, 'type']);
    await page.getByRole('link', { name: 'Webhook message-status' }).first().focus();
    await send({ status: 'third' });
    await page.getByText('Something is new.').waitFor();
    expect(await page.getByText('status: third').count()).toBe(0);
    await page.getByLabel('Type').focus();
    await page.getByText('status: third').waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'isLoadedOnce'))).toBe(true);
    await page.close();
  });

  test('is told no more than that of a page that is the same, and stops and goes on by its button', async () => {
    const page = await opened('/inbox');
    const answers: number[] = [];
    page.on('response', (response) => answers.push(response.status()));
    await expect.poll(() => answers, { timeout: 15_000 }).toEqual([200, 304]);
    await page.getByRole('button', { name: 'Stop updating' }).click();
    await send({ status: 'late' });
    const asked = answers.length;
    await page.waitForTimeout(2_500);
    expect([answers.length, await page.getByText('status: late').count()]).toEqual([asked, 0]);
    await page.getByRole('button', { name: 'Go on updating' }).click();
    await page.getByText('status: late').waitFor();
    await page.close();
  });

  test('says that the sandbox is away, goes on once it is back, and stops where the key was taken away', async () => {
    const page = await opened('/inbox');
    await page.route('**/inbox', (route) => route.abort());
    await page.getByText('The sandbox does not answer now.').waitFor();
    await page.unroute('**/inbox');
    await page.getByText('New messages appear here by themselves.').waitFor();
    await page.route('**/inbox', (route) => route.fulfill({ status: 401, contentType: 'text/html', body: '<p>no</p>' }));
    await page.getByText('This can be seen no longer.').waitFor();
    expect(await page.getByRole('button', { name: 'Go on updating' }).count()).toBe(1);
    await page.close();
  });

  test('leaves no trace of its reading in any journal', async () => {
    const kept = (): Promise<readonly string[]> =>
      Promise.all(
        ['apis', 'sandbox'].map(async (side) => (await fetch(`${sandbox.url}/_sandbox/exchanges?with=${side}&limit=200`)).text()),
      );
    const page = await opened('/inbox');
    const before = await kept();
    await page.waitForResponse((response) => response.status() === 304);
    const [ofApis, ofSandbox] = await kept();
    expect(ofApis).toBe(before[0]);
    expect(ofSandbox).not.toMatch(/_portal|GET[^{}]*_sandbox\/inbox/);
    await page.close();
  });

  test('is read by keyboard alone: the text as a patient would have seen it, the person, and what led to it', async () => {
    await textsToRead(sandbox.url);
    const { page, complaints } = await watchedPage(browser, sandbox.url);
    await page.goto(`${sandbox.url}/_portal/inbox`);
    await goTo(page, /^Text message to/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What it is' }).waitFor();
    expect(await page.locator('.bubble').innerText()).toBe('Your eye clinic is on Monday at 9.');
    await goTo(page, 'the request that led to it');
    await page.keyboard.press('Enter');
    await page.getByText('POST /comms/v1/messages').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('sends a delivery again, and shows what came of it as it comes', async () => {
    const receiver = await openReceiver();
    receiver.answer(500, 202);
    await post('/_sandbox/subscriptions', { url: receiver.url });
    const { id } = await (await send({ status: 'wanted' })).json();
    const page = await opened(`/inbox/${id}`);
    await page.getByText('the receiver answered 500').waitFor();
    await page.getByRole('button', { name: /^Send it again/ }).click();
    await page.getByText('It is sent once more.').waitFor();
    await page.getByText('the receiver answered 202').waitFor();
    await page.close();
  });

  test('shows hostile texts as texts', async () => {
    const { page, complaints } = await watchedPage(browser, sandbox.url);
    for (const text of hostileTexts.filter((_, i) => i % 3 === 0)) {
      await textsToRead(sandbox.url, text);
      await send({ status: text, [text]: text });
    }
    await page.goto(`${sandbox.url}/_portal/inbox?api=notify`);
    const links = await page.locator('#messages a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    for (const link of links.slice(0, 15)) {
      await page.goto(sandbox.url + link);
      expect(await page.locator('main :is(img, svg, iframe, base, meta, script, style, form form)').count()).toBe(0);
      expect(await page.title()).toMatch(/ – NHS API Sandbox \(synthetic data\)$/);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
