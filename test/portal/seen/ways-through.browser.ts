/** The way of a newcomer through the pages, as different people go it: by keyboard alone, without script, and with it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { brought } from '../../runtimes/conversation.ts';
import { goTo, next, through } from './keyboard.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from './opened-portal.ts';

const apis = ['personal-demographics', 'immunisation-history', 'gp-connect-record'];
const jane = { name: 'Mrs Jane Smith MBE', number: '9000000009' };

describe.runIf(hasChromium)('a newcomer', () => {
  let browser: Browser;
  let portal: StartedPortal;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([
      ownApis(apis).then((own) => startPortal([...own, { contract: loadContract(brought) }])),
      launch(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const follow = (page: Page, name: string | RegExp): Promise<void> =>
    page
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click();
  const heading = async (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).first().waitFor();

  describe('with a keyboard alone', () => {
    test.each(['', '/apis/lending-library/lend', '/people', `/people/${jane.number}`, '/exchanges', '/check'])(
      'reaches everything on %s in its order, sees where they are, and gets out again',
      async (address) => {
        const { page, complaints } = await watchedPage(browser, portal.url);
        await page.goto(`${portal.url}/_portal${address}`);
        const reached = await through(page);
        expect(reached.slice(0, 7).map(({ name }) => name)).toEqual([
          'Skip to the content',
          'NHS API Sandbox',
          'Home',
          'APIs',
          'People',
          'Exchanges',
          'Workspace',
        ]);
        expect(reached.filter(({ isSeen, inOrder }) => !isSeen || !inOrder)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    test('skips the menu, finds a person, opens them, tries an API about them and sees it refused', async () => {
      const { page, complaints } = await watchedPage(browser, portal.url);
      await page.goto(`${portal.url}/_portal`);
      await next(page);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.goto(`${portal.url}/_portal`);
      await goTo(page, 'People');
      await page.keyboard.press('Enter');
      await heading(page, 'People');
      await goTo(page, /^Find a person/);
      await page.keyboard.type('Jane Smith 2010');
      await page.keyboard.press('Enter');
      await page.getByRole('table').waitFor();
      await goTo(page, jane.name);
      await page.keyboard.press('Enter');
      await heading(page, jane.name);
      await goTo(page, /^Personal Demographics/);
      await page.keyboard.press('Enter');
      await page.getByText('Why it answered so').waitFor();
      await goTo(page, 'Try it with this person');
      await page.keyboard.press('Enter');
      await heading(page, 'Read a patient');
      await goTo(page, /^X-Request-ID/);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await goTo(page, 'Send the request');
      await page.keyboard.press('Enter');
      await heading(page, 'Answer: 400');
      await goTo(page, 'Send the request that works');
      await page.keyboard.press('Enter');
      await heading(page, 'Answer: 200');
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  test('without script finds a person, reads an API, tries a call, reads why it was refused, mends it, and begins anew', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url, { javaScriptEnabled: false });
    await page.goto(portal.url);
    await follow(page, 'People');
    await page.getByLabel('Find a person').fill('Jane Smith 2010');
    await press(page, 'Search');
    await follow(page, jane.name);
    await heading(page, jane.name);
    const told = page.locator('#told-personal-demographics');
    await told.locator('summary').first().click();
    await told.getByRole('link', { name: 'ask it now' }).click();
    await told.getByRole('link', { name: 'Why it answered so' }).waitFor();
    await follow(page, 'APIs');
    await follow(page, /^Personal Demographics/);
    await follow(page, 'Read a patient');
    await heading(page, 'Read a patient');
    await page.getByLabel('About whom').fill(jane.number);
    await press(page, 'Fill this person in');
    await page.getByLabel('X-Request-ID').fill('');
    await press(page, 'Send the request');
    await heading(page, 'Answer: 400');
    expect(await page.locator('#try-answer').innerText()).toContain('X-Request-ID header must be supplied');
    await press(page, 'Send the request that works');
    await heading(page, 'Answer: 200');
    await follow(page, 'Exchanges');
    await page.getByLabel(/^Status/).fill('4xx');
    await press(page, 'Show these');
    await page
      .getByRole('table')
      .getByRole('link', { name: /Patient\/9000000009/ })
      .first()
      .click();
    await heading(page, 'A request that works');
    await follow(page, 'Home');
    await follow(page, 'Reset this workspace');
    await press(page, 'Reset it');
    await page.getByText('Everything is as it was at the beginning').waitFor();
    await follow(page, 'Exchanges');
    await heading(page, 'Nothing has been asked yet');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('with script goes the same way on fewer pages, copies what there is to copy, and sees what programs send as they send it', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.url });
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(portal.url);
    await press(page, 'Copy the address');
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await copied()).toBe(portal.url);
    await follow(page, 'People');
    await page.getByLabel('Find a person').fill(jane.number);
    await page.keyboard.press('Enter');
    await follow(page, jane.name);
    await heading(page, jane.name);
    await page.getByRole('button', { name: /^Copy/ }).first().click();
    await expect.poll(copied).toBe(jane.number);
    for (const api of apis) {
      const told = page.locator(`#told-${api}`);
      await told.locator('summary').first().click();
      await told.getByText('200', { exact: true }).waitFor();
    }
    await page.locator('#told-personal-demographics').getByRole('link', { name: 'Try it with this person' }).click();
    await heading(page, 'Read a patient');
    const address = page.url();
    await page.getByLabel('X-Request-ID').fill('');
    await press(page, 'Send the request');
    await heading(page, 'Answer: 400');
    await press(page, 'Send the request that works');
    await heading(page, 'Answer: 200');
    expect(page.url()).toBe(address);
    await follow(page, 'Exchanges');
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    const before = await rows.count();
    await fetch(`${portal.url}/lending/v2/loans/LN-000123`);
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(before + 1);
    expect(await rows.first().innerText()).toContain('/lending/v2/loans/LN-000123');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
