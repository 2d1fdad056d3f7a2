import type { Page } from 'playwright-core';
import type { ThereIs } from '../seen/there-is.ts';

const unlinked = 'wants the code of an event, which a browser gets by making one';

/** A new event, whose code the browser has from then on, and as many workspaces; some of them sent requests, which were refused. */
async function anEvent(page: Page, teams: number): Promise<void> {
  const at = (place: string): string => new URL(`/_portal/organiser${place}`, page.url()).href;
  await page.goto(at('/new'));
  await page.getByLabel('What it is called').fill('Leeds hackathon');
  await page.getByRole('button', { name: 'Make the event' }).click();
  await page.getByRole('heading', { name: 'Leeds hackathon is there' }).waitFor();
  if (teams === 0) return;
  await page.goto(at('/make'));
  await page.getByLabel('How many', { exact: true }).fill(String(teams));
  await page.getByRole('button', { name: 'Make them' }).click();
  await page.getByRole('heading', { name: 'there' }).waitFor();
}

async function stuckTeams(page: Page): Promise<void> {
  await anEvent(page, 12);
  const addresses = await page.locator('.cards dd:first-of-type code').allTextContents();
  for (const address of addresses.slice(0, 3))
    for (let i = 0; i < 5; i++) await fetch(`${address}/personal-demographics/FHIR/R4/Patient/9000000009`);
  await page.goto(new URL('/_portal/organiser', page.url()).href);
  await page.getByText('all for X-Request-ID').first().waitFor();
}

async function aTeam(page: Page): Promise<void> {
  await stuckTeams(page);
  await page.getByRole('link', { name: 'team-02' }).click();
  await page.getByRole('heading', { name: 'team-02' }).waitFor();
}

const then = (place: string, heading: string) => async (page: Page) => {
  await anEvent(page, 0);
  await page.goto(new URL(`/_portal/organiser${place}`, page.url()).href);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
};

const refused = (page: Page, name: string) => async () => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('alert').waitFor();
};

const team = /^\/organiser\/teams\/[^/]+$/;
const at = (): string => '/organiser/open';

export const organiserPages: readonly ThereIs[] = [
  { name: 'organiser', pattern: /^\/organiser$/, at: () => '/organiser' },
  { name: 'organiser, to give a code', pattern: /^\/organiser\/open$/, at },
  {
    name: 'organiser, no code',
    pattern: /^\/organiser\/open$/,
    at,
    then: async (page) => {
      await page.getByLabel('Code of the event').fill('nhse_none');
      await page.getByRole('button', { name: 'Open the event' }).click();
      await page.getByText('This is no code of an event').waitFor();
    },
  },
  { name: 'organiser, an event to be made', pattern: /^\/organiser\/new$/, at: () => '/organiser/new' },
  { name: 'organiser, an event that was made', pattern: /^\/organiser\/new$/, at, then: (page) => anEvent(page, 0) },
  { name: 'organiser, workspaces to be made', pattern: /^\/organiser\/make$/, at, then: then('/make', 'Make workspaces'), unlinked },
  {
    name: 'organiser, workspaces that cannot be made',
    pattern: /^\/organiser\/make$/,
    at,
    then: async (page) => {
      await then('/make', 'Make workspaces')(page);
      await page.getByLabel('How many', { exact: true }).fill('1000');
      await refused(page, 'Make them')();
    },
    unlinked,
  },
  { name: 'organiser, cards', pattern: /^\/organiser\/make$/, at, then: (page) => anEvent(page, 4), unlinked },
  { name: 'organiser, teams', pattern: /^\/organiser$/, at, then: stuckTeams },
  { name: 'organiser, a team', pattern: team, at, then: aTeam, unlinked },
  {
    name: 'organiser, a team with a fault',
    pattern: team,
    at,
    then: async (page) => {
      await aTeam(page);
      await page.getByLabel('Hours from now').fill('1000');
      await refused(page, 'Move its end')();
    },
    unlinked,
  },
  {
    name: 'organiser, another key',
    pattern: /^\/organiser\/teams\/[^/]+\/[^/]+$/,
    at,
    then: async (page) => {
      await aTeam(page);
      await page.getByRole('link', { name: 'Give it another key' }).click();
      await page.getByRole('button', { name: 'Give it another key' }).click();
      await page.getByRole('heading', { name: 'has another key' }).waitFor();
    },
    unlinked,
  },
  { name: 'organiser, everybody', pattern: /^\/organiser\/everybody$/, at, then: then('/everybody', 'For everybody'), unlinked },
  {
    name: 'organiser, reset',
    pattern: /^\/organiser\/everybody\/reset$/,
    at,
    then: then('/everybody/reset', 'Reset every workspace?'),
    unlinked,
  },
  {
    name: 'organiser, the end, of another name',
    pattern: /^\/organiser\/everybody\/end$/,
    at,
    then: async (page) => {
      await then('/everybody/end', 'Delete Leeds hackathon?')(page);
      await page.getByLabel('Type the name').fill('Hull');
      await page.getByRole('button', { name: 'Delete the event' }).click();
      await page.getByText('This is not its name').waitFor();
    },
    unlinked,
  },
  {
    name: 'organiser, contracts',
    pattern: /^\/organiser\/contracts$/,
    at,
    then: async (page) => {
      await then('/contracts', 'Contracts that all teams share')(page);
      await page.getByLabel('Or its text').fill('openapi: 3.1.0\ninfo: { title: Notebook, version: "1" }\npaths: {}');
      await page.getByRole('button', { name: 'Serve it in every workspace' }).click();
      await page.waitForLoadState();
    },
    unlinked,
  },
];
