import type { Page } from 'playwright-core';
import type { ThereIs } from '../seen/there-is.ts';

async function take(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of a new snapshot').fill(name);
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await page.getByText('The snapshot was taken.').waitFor();
}

const whereTaken = 'there is none at first';

export const snapshotsPages: readonly ThereIs[] = [
  { name: 'snapshots', pattern: /^\/snapshots$/, at: () => '/snapshots' },
  {
    name: 'snapshots, one taken',
    pattern: /^\/snapshots$/,
    at: () => '/snapshots',
    then: (page) => take(page, 'one-with-a-rather-long-name.and_as-long-as-a-name-may-be-at-most'),
  },
  {
    name: 'snapshots, one named wrongly',
    pattern: /^\/snapshots$/,
    at: () => '/snapshots',
    then: async (page) => {
      await page.getByLabel('Name of a new snapshot').fill('before the demo');
      await page.getByRole('button', { name: 'Take a snapshot' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a snapshot to go back to',
    pattern: /^\/snapshots\/[^/]+\/restore$/,
    at: () => '/snapshots',
    then: async (page) => {
      await take(page, 'one');
      await page.getByRole('link', { name: 'Go back to it: one', exact: true }).click();
    },
    unlinked: whereTaken,
  },
  {
    name: 'a snapshot to be forgotten',
    pattern: /^\/snapshots\/[^/]+\/forget$/,
    at: () => '/snapshots',
    then: async (page) => {
      await take(page, 'two');
      await page.getByRole('link', { name: 'Forget it: two' }).click();
    },
    unlinked: whereTaken,
  },
  { name: 'a file to take in', pattern: /^\/snapshots\/import$/, at: () => '/snapshots/import' },
  {
    name: 'a file that was not taken in',
    pattern: /^\/snapshots\/import$/,
    at: () => '/snapshots/import',
    then: async (page) => {
      await page.getByLabel('Or its lines').fill('{"person": {}}\n{"api": "none", "operation": "none"}');
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Take it in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
];
