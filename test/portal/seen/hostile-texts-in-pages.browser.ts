/** What strangers wrote, on every page that shows it, in a browser that would run it: in contracts, requests, bodies and addresses. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { fillWorkspace } from './filled-workspace.ts';
import { hostileContract } from './hostile-contract.ts';
import { launch, startPortal, watchedPage, type StartedPortal, type WatchedPage } from './opened-portal.ts';
import { exampleRequests, pagesThereAre } from './pages-there-are.ts';

const contract = loadContract({ name: 'hostile.json', text: hostileContract(hostileTexts) });

/** What no page of ours is made of, and what a hostile text would add. */
const foreign = [
  'iframe',
  'img',
  'base',
  'style',
  'object',
  'embed',
  'meta[http-equiv]',
  'script:not([src^="/_portal/assets/"])',
  '[onload], [onerror], [onclick], [style]',
  'svg[onload]',
  '[href^="javascript:" i], [action^="https:" i], [src^="http" i]',
].join(', ');

describe.runIf(hasChromium)('hostile texts (XSS-1)', () => {
  let browser: Browser;
  let portal: StartedPortal;
  let watched: WatchedPage;
  const traces: string[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([
      ownApis(['personal-demographics', 'notify']).then((own) => startPortal([...own, { contract }])),
      launch(),
    ]);
    watched = await watchedPage(browser, portal.url);
    for (const text of hostileTexts) {
      const body = JSON.stringify({ [text]: text, [hostileTexts[6] ?? '']: text });
      const headers = { 'Content-Type': 'application/json', Prefer: text };
      for (const query of [`limit=${encodeURIComponent(text)}`, ''])
        await keep(await fetch(`${portal.url}/hostile/things0?${query}&${encodeURIComponent(text)}=1`, { method: 'POST', headers, body }));
      await keep(await fetch(`${portal.url}/hostile/${encodeURIComponent(text)}`));
    }
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function keep(answer: Response): Promise<void> {
    const id = answer.headers.get('x-sandbox-trace')?.split('/').at(-1);
    if (id !== undefined) traces.push(`/exchanges/${id}`);
    await answer.body?.cancel();
  }

  /** Everything on it is text, and it is still the page that was asked for. */
  async function expectHarmless(address: string, place = portal.url): Promise<void> {
    const { page } = watched;
    await page.goto(`${place}/_portal${address}`);
    // What was folded away is seen too, and a text that runs by itself has had its time.
    const seen = await page.evaluate((selector) => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
      return {
        foreign: [...document.querySelectorAll(selector)].map((element) => element.outerHTML),
        title: document.title,
        // What a script could read of a visitor, if one ran.
        kept: [document.cookie, localStorage.length, sessionStorage.length],
      };
    }, foreign);
    expect([address, page.url().startsWith(`${place}/_portal`), seen.foreign]).toEqual([address, true, []]);
    expect([address, seen.kept]).toEqual([address, ['', 0, 0]]);
    expect(seen.title).toMatch(/ – NHS API Sandbox \(synthetic data\)$/);
  }

  test('of a contract do nothing on the pages about it', async () => {
    for (const address of ['', '/apis', '/apis/hostile']) await expectHarmless(address);
    for (const { id } of contract.operations) await expectHarmless(`/apis/hostile/${encodeURIComponent(id)}`);
    expect(watched.complaints).toEqual([]);
  });

  test('of a contract do nothing where it is checked', async () => {
    const { page } = watched;
    await page.goto(`${portal.url}/_portal/check`);
    await page.getByLabel('Or its text').fill(hostileContract(hostileTexts));
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByRole('button', { name: 'Serve it' }).waitFor();
    expect(await page.locator(foreign).count()).toBe(0);
    expect(watched.complaints).toEqual([]);
  });

  test('of requests do nothing in their list and their explanations', async () => {
    expect(traces.length).toBe(3 * hostileTexts.length);
    // Of each text one of the three requests that it was in.
    for (const address of ['/exchanges', ...traces.filter((_, i) => i % 4 === 0), ...traces.slice(0, 3)]) await expectHarmless(address);
    expect(watched.complaints).toEqual([]);
  });

  test('of the name of a workspace do nothing at its home', async () => {
    for (const name of hostileTexts.filter((_, i) => i % 3 === 0)) {
      const made = await fetch(`${portal.url}/_sandbox/workspaces`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name }),
      });
      const workspace: unknown = await made.json();
      const { baseUrl, managementKey } = workspace as { readonly baseUrl: string; readonly managementKey: string };
      await watched.page.goto(`${baseUrl}/_portal/key`);
      await watched.page.getByLabel('Key').fill(managementKey);
      await watched.page.getByRole('button', { name: 'Use this key' }).click();
      await expectHarmless('', baseUrl);
      expect(await watched.page.locator('main').innerText()).toContain(name);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('of everything that somebody may put into a workspace do nothing on any page that there is', async () => {
    const filled = await fillWorkspace(portal.url, hostileTexts);
    expect(filled.refused).toEqual([]);
    const { baseUrl, managementKey, eventCode, addresses } = filled;
    await watched.page.context().addCookies(
      [
        { name: 'nhs-sandbox-key', value: managementKey, url: baseUrl },
        { name: 'nhs-sandbox-event', value: eventCode, url: `${portal.url}/_portal/organiser` },
      ].map(({ url, ...cookie }) => ({
        ...cookie,
        domain: new URL(url).hostname,
        path: new URL(url).pathname,
        httpOnly: true,
        sameSite: 'Strict' as const,
      })),
    );
    const examples = await exampleRequests(baseUrl, testPerson.janeSmith);
    // Of what there are many, some of each text.
    const some = Object.values(Object.groupBy(addresses, (address) => address.split('/')[1] ?? '')).flatMap((those = []) =>
      those.filter((_, i) => i % Math.ceil(those.length / hostileTexts.length) === 0),
    );
    for (const address of new Set([...pagesThereAre.map(({ at }) => at(examples)), ...some]))
      await expectHarmless(address, address.startsWith('/organiser') ? portal.url : baseUrl);
    expect(watched.complaints).toEqual([]);
  });

  test('of an address do nothing on any page that repeats it', async () => {
    for (let i = 0; i < hostileTexts.length; i += 3) {
      const said = encodeURIComponent(hostileTexts.slice(i, i + 3).join(' '));
      const repeats = [
        `/people?q=${said}&family=${said}&born=${said}`,
        `/people/${said}`,
        `/exchanges?text=${said}&status=${said}&operation=${said}`,
        `/exchanges/${said}`,
        `/apis/${said}`,
        `/apis/hostile/${said}?person=${said}`,
        `/${said}?${said}`,
      ];
      for (const address of repeats) await expectHarmless(address);
    }
    expect(watched.complaints).toEqual([]);
  });
});
