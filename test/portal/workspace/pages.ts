import type { Page } from 'playwright-core';
import type { ThereIs } from '../seen/there-is.ts';

/** Of one that was made, which has a key and an end. */
async function inOneMade(page: Page, part: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/_portal/workspace/new`);
  await page.getByRole('button', { name: 'Make a workspace' }).click();
  await page.getByRole('link', { name: 'Open your workspace' }).click();
  await page.goto(`${page.url()}${part}`);
}

const ofOneMade = 'the workspace that a sandbox begins with has neither key nor end';

export const workspacePages: readonly ThereIs[] = [
  { name: 'this workspace', pattern: /^\/workspace$/, at: () => '/workspace' },
  { name: 'this workspace, after something was done', pattern: /^\/workspace$/, at: () => '/workspace?done=renamed' },
  { name: 'this workspace, made', pattern: /^\/workspace$/, at: () => '', then: (page) => inOneMade(page, '/workspace') },
  { name: 'this workspace, to be renamed', pattern: /^\/workspace\/edit$/, at: () => '/workspace/edit' },
  {
    name: 'this workspace, its end moved too far',
    pattern: /^\/workspace\/edit$/,
    at: () => '',
    then: async (page) => {
      await inOneMade(page, '/workspace/edit');
      await page.getByLabel('Hours from now').fill('9999');
      await page.getByRole('button', { name: 'Move its end' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'this workspace, to be copied', pattern: /^\/workspace\/copy$/, at: () => '/workspace/copy' },
  {
    name: 'this workspace, copied',
    pattern: /^\/workspace\/copy$/,
    at: () => '/workspace/copy',
    then: async (page) => {
      await page.getByRole('button', { name: 'Make a copy' }).click();
      await page.getByRole('heading', { name: 'Your copy is ready' }).waitFor();
    },
  },
  {
    name: 'this workspace, to have another key',
    pattern: /^\/workspace\/key$/,
    at: () => '',
    then: (page) => inOneMade(page, '/workspace/key'),
    unlinked: ofOneMade,
  },
  {
    name: 'this workspace, with its new key',
    pattern: /^\/workspace\/key$/,
    at: () => '',
    then: async (page) => {
      await inOneMade(page, '/workspace/key');
      await page.getByRole('button', { name: 'Make another key' }).click();
      await page.getByRole('heading', { name: 'The new key of this workspace' }).waitFor();
    },
    unlinked: ofOneMade,
  },
  { name: 'this workspace, without a key', pattern: /^\/workspace\/key$/, at: () => '/workspace/key', unlinked: ofOneMade },
  {
    name: 'this workspace, to be deleted',
    pattern: /^\/workspace\/delete$/,
    at: () => '',
    then: (page) => inOneMade(page, '/workspace/delete'),
    unlinked: ofOneMade,
  },
  { name: 'this workspace, without an end', pattern: /^\/workspace\/delete$/, at: () => '/workspace/delete', unlinked: ofOneMade },
];
