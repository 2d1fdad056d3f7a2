import type { Page } from 'playwright-core';
import { brought } from '../../runtimes/conversation.ts';
import type { ThereIs } from '../seen/there-is.ts';

async function bring(page: Page, text: string): Promise<void> {
  await page.getByLabel('Or its text').fill(text);
  await page.getByLabel('What to call it').fill('lending-library-too');
  await page.getByRole('button', { name: 'Serve it in this workspace' }).click();
}

export const contractsPages: readonly ThereIs[] = [
  { name: 'contracts', pattern: /^\/contracts$/, at: () => '/contracts' },
  {
    name: 'contracts, one not served',
    pattern: /^\/contracts$/,
    at: () => '/contracts',
    then: async (page) => {
      await bring(page, 'no contract');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'contracts, one brought',
    pattern: /^\/contracts$/,
    at: () => '/contracts',
    then: async (page) => {
      await bring(page, brought.text);
      await page.getByText('The contract is served from now on.').waitFor();
    },
  },
  {
    name: 'a contract to be removed',
    pattern: /^\/contracts\/[^/]+\/remove$/,
    at: () => '/contracts',
    then: async (page) => {
      await bring(page, brought.text);
      await page.getByRole('link', { name: /^Remove it: / }).click();
      await page.getByRole('button', { name: 'Remove it' }).waitFor();
    },
    unlinked: 'none is brought at first',
  },
];
