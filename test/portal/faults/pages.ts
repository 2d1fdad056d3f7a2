import type { Page } from 'playwright-core';
import type { ThereIs } from '../seen/there-is.ts';

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

export const faultsPages: readonly ThereIs[] = [
  { name: 'faults', pattern: /^\/faults$/, at: () => '/faults' },
  {
    name: 'faults, on a bad day',
    pattern: /^\/faults$/,
    at: () => '/faults',
    then: async (page) => {
      await press(page, 'Turn bad-day on');
      await page.getByText('The bad day is on').waitFor();
      await page.getByText('As JSON').first().click();
    },
  },
  {
    name: 'a fault to be removed',
    pattern: /^\/faults\/[^/]+\/remove$/,
    at: () => '/faults',
    then: async (page) => {
      await page.getByRole('link', { name: 'Remove fault bad-day-1' }).click();
      await page.getByRole('heading', { name: 'Remove fault bad-day-1?' }).waitFor();
    },
    unlinked: 'nothing goes wrong at first',
  },
  { name: 'all faults to be removed', pattern: /^\/faults\/remove-all$/, at: () => '/faults/remove-all', unlinked: 'as above' },
  {
    name: 'faults, none any more',
    pattern: /^\/faults$/,
    at: () => '/faults/remove-all',
    then: async (page) => {
      await press(page, 'Remove all of them');
      await page.getByText('Nothing goes wrong any more').waitFor();
    },
  },
  { name: 'a new fault', pattern: /^\/faults\/new$/, at: () => '/faults/new' },
  {
    name: 'a new fault, refused',
    pattern: /^\/faults\/new$/,
    at: () => '/faults/new',
    then: async (page) => {
      await page.getByLabel('NHS number').fill('123');
      await page.getByText('Worse, or stranger').click();
      await page.getByLabel('A slow body').check();
      await page.getByText('Narrow it down further').click();
      await press(page, 'Have it go wrong');
      await page.getByRole('alert').waitFor();
    },
  },
];
