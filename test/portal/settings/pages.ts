import type { ThereIs } from '../seen/there-is.ts';

export const settingsPages: readonly ThereIs[] = [
  { name: 'settings', pattern: /^\/settings$/, at: () => '/settings' },
  {
    name: 'settings that were refused',
    pattern: /^\/settings$/,
    at: () => '/settings',
    then: async (page) => {
      await page.getByLabel('Delay in milliseconds').fill('40000');
      await page.getByLabel('Day of the population').fill('whenever');
      await page.getByRole('button', { name: 'Save the settings' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'settings, with strict access',
    pattern: /^\/settings$/,
    at: () => '/settings',
    then: async (page) => {
      await page.getByRole('button', { name: 'Make access strict' }).click();
      await page.getByText('Access is strict, from the next request on.').waitFor();
    },
  },
  { name: 'settings, to be taken back', pattern: /^\/settings\/take-back$/, at: () => '/settings/take-back' },
  {
    name: 'settings, taken back',
    pattern: /^\/settings$/,
    at: () => '/settings/take-back',
    then: async (page) => {
      await page.getByRole('button', { name: 'Take them back' }).click();
      await page.getByText('All settings are what this workspace was made with.').waitFor();
    },
  },
];
