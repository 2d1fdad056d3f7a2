import type { ThereIs } from '../seen/there-is.ts';

const pattern = /^\/clock$/;

export const clockPages: readonly ThereIs[] = [
  { name: 'clock', pattern, at: () => '/clock' },
  { name: 'clock, moved on', pattern, at: () => '/clock?done=moved&ran=3' },
  {
    name: 'clock, moved wrongly',
    pattern,
    at: () => '/clock',
    then: async (page) => {
      await page.getByText('By another duration').click();
      await page.getByLabel('Duration').fill('a while');
      await page.getByRole('button', { name: 'Move it on' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'clock that goes',
    pattern,
    at: () => '/clock',
    then: async (page) => {
      const { origin } = new URL(page.url());
      await page.goto(`${origin}/_portal/workspace/new`);
      await page.getByRole('button', { name: 'Make a workspace' }).click();
      await page.getByRole('link', { name: 'Open your workspace' }).click();
      await page.goto(`${page.url()}/clock`);
      await page.getByRole('button', { name: 'Stop updating' }).first().waitFor();
    },
  },
];
