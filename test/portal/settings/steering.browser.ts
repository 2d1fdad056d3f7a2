/** Somebody makes a bad day, an answer and strict access on the pages, and a client of the mock APIs meets them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { goTo, through } from '../seen/keyboard.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../seen/opened-portal.ts';

describe.runIf(hasChromium)('whoever steers the sandbox from its pages', () => {
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 90_000 });
  let browser: Browser;
  let portal: StartedPortal;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([ownApis(['personal-demographics']).then(startPortal), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  const ask = (path = `Patient/${testPerson.janeSmith}`): Promise<Response> =>
    fetch(`${portal.url}/personal-demographics/FHIR/R4/${path}`, { headers: { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' } });
  const idOf = (answer: Response): string => answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const open = (page: Page, path: string) => page.goto(`${portal.url}/_portal${path}`);

  test('turns a bad day on, sees a request fail and the fault named, and turns it off again', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await open(page, '/faults');
    await press(page, 'Turn outage on');
    await page.getByText('The bad day is on').waitFor();
    const failed = await ask();
    expect(failed.status).toBe(503);
    await page.getByText('met by 1 request.').waitFor();
    await open(page, `/exchanges/${idOf(failed)}`);
    await page.getByText('The fault outage-1 is for this request').waitFor();
    await open(page, '/faults');
    await press(page, 'Turn outage off');
    await page.getByText('Nothing: every request is answered as usual.').waitFor();
    expect((await ask()).status).toBe(200);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('without script makes a fault by the form, of which only the chosen kind has fields', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url, { javaScriptEnabled: false });
    await open(page, '/faults');
    await page.getByRole('link', { name: 'Add a fault' }).click();
    await page.getByLabel('Method', { exact: true }).selectOption('GET');
    expect(await page.getByLabel('Milliseconds').isVisible()).toBe(false);
    await page.getByLabel('429: too many requests').check();
    await page.getByLabel('Which limit').selectOption('spike-arrest');
    await page.getByLabel('Name (optional)').fill('too-fast');
    await press(page, 'Have it go wrong');
    await page.getByText('It goes wrong from the next request on.').waitFor();
    expect((await ask()).headers.get('x-sandbox-fault')).toBe('too-fast');
    await page.getByRole('link', { name: 'Remove fault too-fast' }).click();
    await press(page, 'Remove it');
    await page.getByText('The fault is gone.').waitFor();
    expect((await ask()).status).toBe(200);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('has a request answered next time as an exchange was, but for what is changed', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await open(page, `/stubs?from=${idOf(await ask('Patient?family=Smith&birthdate=never'))}`);
    await page.getByLabel('Status').fill('418');
    await page.getByLabel('Name (optional)').fill('teapot');
    await press(page, 'Answer so from now on');
    await page.getByRole('heading', { name: 'Stub teapot' }).waitFor();
    expect((await ask('Patient?family=Smith&birthdate=never')).status).toBe(418);
    expect((await ask()).status).toBe(200);
    await page.getByRole('link', { name: 'Delete it' }).click();
    await press(page, 'Delete it');
    await page.getByText('The stub is gone.').waitFor();
    expect((await ask('Patient?family=Smith&birthdate=never')).status).toBe(400);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('makes access strict by keyboard alone, is refused, and opens it again', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await open(page, '/settings');
    await goTo(page, 'Make access strict');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Access is strict' }).waitFor();
    expect((await ask()).status).toBe(401);
    await goTo(page, 'Make access open');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Access is open' }).waitFor();
    expect((await ask()).status).toBe(200);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each(['/faults', '/faults/new', '/stubs', '/stubs/new', '/settings'])(
    'reaches everything on %s by keyboard, in its order',
    async (address) => {
      const { page, complaints } = await watchedPage(browser, portal.url);
      await open(page, address);
      expect((await through(page)).filter(({ isSeen, inOrder }) => !isSeen || !inOrder)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('is harmed by no hostile text in faults and stubs (XSS-1)', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    const put = (path: string, body: unknown): Promise<Response> =>
      fetch(`${portal.url}/_sandbox${path}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const [index, said] of hostileTexts.entries()) {
      const match = { path: `/${said}`, query: { [said]: said }, headers: { 'X-Said': said } };
      expect((await put(`/faults/hostile-${index}`, { match, effect: { type: 'gateway', status: 503 } })).status).toBe(200);
      const answer = { headers: { 'X-Said': said }, body: { [said]: said } };
      expect((await put(`/stubs/hostile-${index}`, { about: said, match, answer })).status).toBe(200);
    }
    const addresses = [
      '/faults',
      '/stubs',
      ...hostileTexts.flatMap((_, index) => [`/stubs/hostile-${index}`, `/faults/hostile-${index}/remove`]),
    ];
    for (const said of hostileTexts.slice(0, 4))
      for (const form of ['/faults/new', '/stubs/new'])
        addresses.push(`${form}?${new URLSearchParams({ path: said, headers: said, 'answer-body': said })}`);
    for (const address of addresses) {
      await open(page, address);
      expect(await page.title()).toMatch(/ – NHS API Sandbox \(synthetic data\)$/);
      expect(await page.locator('main :is(img, iframe, svg, script, style, base, meta, object, [onload], [onerror])').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
