import type { ThereIs } from '../seen/there-is.ts';

const own = /^\/people\/own$/;

export const peoplePages: readonly ThereIs[] = [
  { name: 'a person on another day', pattern: /^\/people\/\d{10}$/, at: ({ person }) => `/people/${person}?asOf=2031-02-03` },
  { name: 'a person side by side', pattern: /^\/people\/\d{10}\/side-by-side$/, at: ({ person }) => `/people/${person}/side-by-side` },
  { name: 'people found by words of need', pattern: /^\/people$/, at: () => '/people?q=wobbly+diabetic+over+60' },
  { name: 'people who come next', pattern: /^\/people$/, at: () => '/people?q=Smith&skip=50' },
  { name: 'people of one’s own', pattern: own, at: () => '/people/own' },
  {
    name: 'people of one’s own, refused',
    pattern: own,
    at: () => '/people/own',
    then: async (page) => {
      await page.getByLabel('Born').fill('spring');
      await page.getByRole('button', { name: 'Bring them' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'people of one’s own, brought',
    pattern: own,
    at: () => '/people/own',
    then: async (page) => {
      await page.getByLabel('Family name').fill('Quillfeather');
      await page.getByLabel('Born').fill('1980-02-29');
      await page.getByRole('button', { name: 'Bring them' }).click();
      await page.getByText('They were brought').waitFor();
    },
  },
  {
    name: 'somebody of one’s own, to be taken away',
    pattern: /^\/people\/own\/\d{10}\/take-away$/,
    at: () => '/people/own',
    then: async (page) => {
      await page.getByLabel('Family name').fill('Quillfeather');
      await page.getByLabel('Born').fill('1980-02-29');
      await page.getByRole('button', { name: 'Bring them' }).click();
      await page
        .getByRole('link', { name: /^Take away/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Take them away' }).waitFor();
    },
    unlinked: 'there is nobody of one’s own at first',
  },
];
