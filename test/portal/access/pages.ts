import type { Page } from 'playwright-core';
import type { ThereIs } from '../seen/there-is.ts';

const notYet = 'the sandbox comes with none that can be changed';

async function register(page: Page): Promise<void> {
  await page.getByLabel('Name').fill(`Ward board ${Math.random()}`);
  await page.getByText('What it may do, its limits, and more').click();
  await page.getByLabel('Permissions').fill('one-api = a-rather-long-permission-of-some-kind:and-more');
  await page.getByLabel('Addresses to come back to').fill('https://board.example.org/back/from/where/people/sign/in');
  await page.getByRole('button', { name: 'Register it' }).click();
  await page.getByRole('heading', { name: 'Private key, shown this once' }).waitFor();
}

async function open(page: Page): Promise<void> {
  await register(page);
  await page.getByRole('link', { name: 'All about this application' }).click();
  await page.getByRole('heading', { name: 'Change it' }).waitFor();
}

export const accessPages: readonly ThereIs[] = [
  { name: 'applications', pattern: /^\/applications$/, at: () => '/applications' },
  { name: 'an application', pattern: /^\/applications\/[^/]+$/, at: () => '/applications/demo' },
  { name: 'an application, just registered', pattern: /^\/applications$/, at: () => '/applications', then: register },
  {
    name: 'an application that could not be registered',
    pattern: /^\/applications$/,
    at: () => '/applications',
    then: async (page) => {
      await page.getByLabel('Name').fill('Ward board');
      await page.getByLabel('Addresses to come back to').fill('nowhere');
      await page.getByRole('button', { name: 'Register it' }).click();
      await page.locator('#callbackUrls-fault').waitFor();
    },
  },
  { name: 'an application of one’s own', pattern: /^\/applications\/1$/, at: () => '/applications', then: open, unlinked: notYet },
  {
    name: 'an application, to be deleted',
    pattern: /^\/applications\/1\/delete$/,
    at: () => '/applications',
    then: async (page) => {
      await open(page);
      await page.getByRole('link', { name: 'Delete it' }).click();
      await page.getByRole('button', { name: 'Delete it' }).waitFor();
    },
    unlinked: notYet,
  },
  {
    name: 'an operation that was tried as somebody, and refused',
    pattern: /^\/apis\/[^/]+\/[^/]+\/try$/,
    at: () => '/apis/personal-demographics/get-patient?person=9000000009&as=patient-p9',
    then: async (page) => {
      await page.getByRole('button', { name: 'Send the request', exact: true }).click();
      await page.getByRole('heading', { name: 'Answer: 403' }).waitFor();
    },
  },
  { name: 'tokens', pattern: /^\/tokens$/, at: () => '/tokens' },
  {
    name: 'a token',
    pattern: /^\/tokens$/,
    at: () => '/tokens',
    then: async (page) => {
      await page.getByLabel('Dr Oriole Fieldfare').check();
      await page.getByRole('button', { name: 'Get the token' }).click();
      await page.getByRole('heading', { name: 'Use it' }).waitFor();
    },
  },
  {
    name: 'no token',
    pattern: /^\/tokens$/,
    at: () => '/tokens',
    then: async (page) => {
      await page.getByLabel('The patient of this NHS number').check();
      await page.getByLabel('NHS number', { exact: true }).fill('9111231130');
      await page.getByRole('button', { name: 'Get the token' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
];
