/** Every page that there is. One that is new joins here, and is then looked at by everything that looks at pages. */
import { brought } from '../../runtimes/conversation.ts';
import { accessPages } from '../access/pages.ts';
import { callbacksPages } from '../callbacks/pages.ts';
import { clockPages } from '../clock/pages.ts';
import { contractsPages } from '../contracts/pages.ts';
import { exchangesPages } from '../exchanges/pages.ts';
import { faultsPages } from '../faults/pages.ts';
import { organiserPages } from '../organiser/pages.ts';
import { peoplePages } from '../people/pages.ts';
import { reportPages } from '../report/pages.ts';
import { settingsPages } from '../settings/pages.ts';
import { snapshotsPages } from '../snapshots/pages.ts';
import { stubsPages } from '../stubs/pages.ts';
import { workspacePages } from '../workspace/pages.ts';
import type { Examples, ThereIs } from './there-is.ts';

const api = 'personal-demographics';

export const pagesThereAre: readonly ThereIs[] = [
  { name: 'home', pattern: /^$/, at: () => '' },
  {
    name: 'home, after the first call',
    pattern: /^\/first-call$/,
    at: () => '',
    then: async (page) => {
      await page.getByRole('button', { name: 'Send it now' }).click();
      await page.getByRole('heading', { name: 'The answer: 200' }).waitFor();
    },
  },
  { name: 'APIs', pattern: /^\/apis$/, at: () => '/apis' },
  { name: 'an API', pattern: /^\/apis\/[^/]+$/, at: () => `/apis/${api}` },
  { name: 'an API that was brought', pattern: /^\/apis\/lending-library$/, at: () => '/apis/lending-library' },
  { name: 'an operation', pattern: /^\/apis\/[^/]+\/[^/.]+$/, at: () => `/apis/${api}/get-patient` },
  { name: 'an operation that takes a body', pattern: /^\/apis\/lending-library\/lend$/, at: () => '/apis/lending-library/lend' },
  {
    name: 'an operation that was tried, and refused',
    pattern: /^\/apis\/[^/]+\/[^/]+\/try$/,
    at: () => `/apis/${api}/get-patient/try`,
    then: async (page) => {
      await page.getByLabel('X-Request-ID').fill('');
      await page.getByRole('button', { name: 'Send the request', exact: true }).click();
      await page.getByRole('heading', { name: 'Answer: 400' }).waitFor();
    },
  },
  { name: 'people', pattern: /^\/people$/, at: () => '/people' },
  { name: 'people who were looked for', pattern: /^\/people$/, at: () => '/people?q=Smith' },
  { name: 'people, asked for wrongly', pattern: /^\/people$/, at: () => '/people?born=whenever', status: 400 },
  { name: 'a person', pattern: /^\/people\/\d{10}$/, at: ({ person }) => `/people/${person}` },
  { name: 'a person with all of their record', pattern: /^\/people\/\d{10}$/, at: ({ person }) => `/people/${person}?all=true` },
  {
    name: 'a person as an API tells them',
    pattern: /^\/people\/\d{10}$/,
    at: ({ person }) => `/people/${person}`,
    then: async (page) => {
      const told = page.locator(`#told-${api}`);
      await told.locator('summary').first().click();
      await told.getByText('Why it answered so').waitFor();
      await told.getByText('The whole answer').click();
    },
  },
  { name: 'nobody', pattern: /^\/people\/\d+$/, at: () => '/people/9111231130', unlinked: 'there is none', status: 404 },
  { name: 'check', pattern: /^\/check$/, at: () => '/check' },
  {
    name: 'a contract that was checked',
    pattern: /^\/check$/,
    at: () => '/check',
    then: async (page) => {
      await page.getByLabel('Or its text').fill(brought.text);
      await page.getByRole('button', { name: 'Check it' }).click();
      await page.getByRole('button', { name: 'Serve it in this workspace' }).waitFor();
    },
  },
  {
    name: 'no contract',
    pattern: /^\/check$/,
    at: () => '/check',
    then: async (page) => {
      await page.getByRole('button', { name: 'Check it' }).click();
      await page.waitForLoadState();
    },
  },
  { name: 'exchanges', pattern: /^\/exchanges$/, at: () => '/exchanges' },
  { name: 'exchanges, filtered', pattern: /^\/exchanges$/, at: () => '/exchanges?status=4xx' },
  { name: 'an exchange', pattern: /^\/exchanges\/[^/]+$/, at: ({ answered }) => `/exchanges/${answered}` },
  { name: 'an exchange that was refused', pattern: /^\/exchanges\/[^/]+$/, at: ({ refused }) => `/exchanges/${refused}` },
  { name: 'reset', pattern: /^\/reset$/, at: () => '/reset' },
  { name: 'key', pattern: /^\/key$/, at: () => '/key', unlinked: 'a server on one’s own machine wants none' },
  {
    name: 'workspace, to be made',
    pattern: /^\/workspace\/new$/,
    at: () => '/workspace/new',
    unlinked: 'offered where others share the server',
  },
  {
    name: 'key, not one',
    pattern: /^\/key$/,
    at: () => '/key',
    then: async (page) => {
      await page.getByLabel('Key').fill('nhss_none');
      await page.getByRole('button', { name: 'Use this key' }).click();
      await page.getByText('This is no key of a workspace').waitFor();
    },
    unlinked: 'as above',
  },
  {
    name: 'workspace, made',
    pattern: /^\/workspace\/new$/,
    at: () => '/workspace/new',
    then: async (page) => {
      await page.getByRole('button', { name: 'Make a workspace' }).click();
      await page.getByRole('heading', { name: 'Your workspace is ready' }).waitFor();
    },
    unlinked: 'as above',
  },
  ...accessPages,
  ...callbacksPages,
  ...clockPages,
  ...contractsPages,
  ...exchangesPages,
  ...faultsPages,
  ...organiserPages,
  ...peoplePages,
  ...reportPages,
  ...settingsPages,
  ...snapshotsPages,
  ...stubsPages,
  ...workspacePages,
  { name: 'nothing', pattern: /^\/nothing$/, at: () => '/nothing', unlinked: 'there is none', status: 404 },
];

/** Sends what the examples tell of. */
export async function exampleRequests(origin: string, person: string): Promise<Examples> {
  const headers = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' };
  const base = `${origin}/personal-demographics/FHIR/R4`;
  const idOf = (answer: Response): string => answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';
  const answered = await fetch(`${base}/Patient/${person}`, { headers });
  const refused = await fetch(`${base}/Patient?family=Smith&birthdate=never`);
  return { answered: idOf(answered), refused: idOf(refused), person };
}
