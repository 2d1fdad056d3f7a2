import type { Page } from 'playwright-core';
import type { ThereIs } from '../seen/there-is.ts';

const stub = {
  id: 'nobody-home',
  about: 'Nobody is at home.',
  match: { path: '/Patient/{id}', headers: { 'X-Away': '*' } },
  scenario: { name: 'Away', requires: 'Started' },
  answer: { status: 418, headers: { 'X-Pot': 'tea' }, body: { home: false } },
};

async function paste(page: Page, json: string): Promise<void> {
  await page.getByLabel('A stub as JSON').fill(json);
  await page.getByRole('button', { name: 'Answer as this says' }).click();
}

export const stubsPages: readonly ThereIs[] = [
  { name: 'stubs', pattern: /^\/stubs$/, at: () => '/stubs' },
  { name: 'a new stub', pattern: /^\/stubs\/new$/, at: () => '/stubs/new' },
  { name: 'a stub of an exchange', pattern: /^\/stubs$/, at: ({ refused }) => `/stubs?from=${refused}` },
  {
    name: 'a new stub, refused',
    pattern: /^\/stubs\/new$/,
    at: () => '/stubs/new',
    then: async (page) => {
      await page.getByLabel('Status').fill('99');
      await page.getByLabel('Body (optional)', { exact: true }).fill('{ "unfinished":');
      await page.getByRole('button', { name: 'Answer so from now on' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a stub that was made',
    pattern: /^\/stubs\/[^/]+$/,
    at: () => '/stubs/new',
    then: async (page) => {
      await paste(page, JSON.stringify(stub));
      await page.getByRole('heading', { name: 'Stub nobody-home' }).waitFor();
    },
    unlinked: 'there is none at first',
  },
  {
    name: 'a stub, changed for the worse',
    pattern: /^\/stubs\/[^/]+$/,
    at: () => '/stubs/nobody-home',
    then: async (page) => {
      await page.getByLabel('The stub as JSON').fill('{ "answer": { "status": 99 } }');
      await page.getByRole('button', { name: 'Change it' }).click();
      await page.getByRole('alert').waitFor();
    },
    unlinked: 'as above',
  },
  {
    name: 'stubs that there are',
    pattern: /^\/stubs$/,
    at: () => '/stubs',
    then: (page) => page.getByRole('link', { name: 'nobody-home' }).waitFor(),
  },
  {
    name: 'a stub to be deleted',
    pattern: /^\/stubs\/[^/]+\/delete$/,
    at: () => '/stubs/nobody-home/delete',
    unlinked: 'as above',
  },
  { name: 'all stubs to be deleted', pattern: /^\/stubs\/delete-all$/, at: () => '/stubs/delete-all', unlinked: 'as above' },
  {
    name: 'stubs, none any more',
    pattern: /^\/stubs$/,
    at: () => '/stubs/delete-all',
    then: async (page) => {
      await page.getByRole('button', { name: 'Delete all of them' }).click();
      await page.getByText('No request is answered by a stub any more').waitFor();
    },
  },
];
