/** A hackathon in a browser: forty teams, cards on paper, who is stuck as it happens, and a word that reaches everybody. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../../runtimes/chromium.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../seen/opened-portal.ts';

const patient = '/personal-demographics/FHIR/R4/Patient/9000000009';

describe.runIf(hasChromium)('an event of forty teams', () => {
  let browser: Browser;
  let portal: StartedPortal;
  let page: Page;
  let complaints: string[];
  let teams: readonly { readonly address: string; readonly key: string }[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal(), launch()]);
    ({ page, complaints } = await watchedPage(browser, portal.url));
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  const at = (place: string): string => `${portal.url}/_portal/organiser${place}`;

  test('is made by keyboard alone, with a card for each team, three to a page of A4', async () => {
    await page.goto(at('/new'));
    await page.getByLabel('What it is called').focus();
    await page.keyboard.type('Leeds hackathon');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Leeds hackathon is there' }).waitFor();
    await page.getByRole('link', { name: 'Make workspaces for the teams' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('How many', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '40 workspaces are there' }).waitFor();
    const cards = page.locator('.cards > li');
    const texts = (await cards.evaluateAll((all) =>
      all.map((card) => [...card.querySelectorAll('code')].map((code) => code.textContent)),
    )) as string[][];
    teams = texts.map(([address = '', key = '']) => ({ address, key }));
    expect(new Set(teams.map(({ key }) => key)).size).toBe(40);
    const paper = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(14);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the list' }).click()]);
    expect(download.suggestedFilename()).toBe('teams.csv');
  });

  test('shows who is stuck while it happens', async () => {
    await page.goto(at(''));
    await page.getByRole('link', { name: 'team-07' }).waitFor();
    for (let i = 0; i < 6; i++) await fetch(teams[6]?.address + patient);
    const first = page.locator('.teams tbody tr').first();
    await first.getByText('stuck: 6 of the last 6 requests refused, all for X-Request-ID').waitFor({ timeout: 10_000 });
    expect(await first.getByRole('link').textContent()).toBe('team-07');
  });

  test('tells a team something on the page that it has open', async () => {
    const { page: theirs } = await watchedPage(browser, portal.url);
    const [one] = teams;
    await theirs.goto(`${one?.address}/_portal/key`);
    await theirs.getByLabel('Key').fill(one?.key ?? '');
    await theirs.getByRole('button', { name: 'Use this key' }).click();
    await theirs.goto(`${one?.address}/_portal/inbox`);
    await page.goto(at('/everybody'));
    await page.getByLabel('Announcement').fill('Lunch is at one. <b>Really</b>');
    await page.getByRole('button', { name: 'Announce it' }).click();
    await page.getByText('It is shown to every team.').waitFor();
    // Nobody loads it again.
    await theirs.getByText('From the organiser: Lunch is at one. <b>Really</b>').waitFor({ timeout: 10_000 });
    await theirs.context().close();
  });

  test('lets a team begin again', async () => {
    await page.goto(at(''));
    await page.getByRole('link', { name: 'team-07' }).click();
    await page.getByRole('link', { name: 'Reset it' }).click();
    await page.getByRole('button', { name: 'Reset it' }).click();
    await page.getByText('It is as it was at the beginning.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('is seen without script, too', async () => {
    const { page: plain, complaints: wrong } = await watchedPage(browser, portal.url, { javaScriptEnabled: false });
    await plain.goto(at('/new'));
    await plain.getByLabel('What it is called').fill('Hull');
    await plain.getByRole('button', { name: 'Make the event' }).click();
    await plain.getByRole('link', { name: 'Make workspaces for the teams' }).click();
    await plain.getByText('Or their names').click();
    await plain.getByLabel('Or their names').fill('Owls\nCats');
    await plain.getByRole('button', { name: 'Make them' }).click();
    await plain.getByRole('heading', { name: '2 workspaces are there' }).waitFor();
    await plain.getByRole('link', { name: 'To the teams' }).click();
    await plain.getByRole('link', { name: 'Owls' }).waitFor();
    expect(wrong).toEqual([]);
  });
});
