import type { ThereIs } from '../seen/there-is.ts';

const exchange = /^\/exchanges\/[^/]+$/;

export const exchangesPages: readonly ThereIs[] = [
  { name: 'exchanges with notes, of an API', pattern: /^\/exchanges$/, at: () => '/exchanges?noted=true&api=personal-demographics' },
  { name: 'exchanges, asked for wrongly', pattern: /^\/exchanges$/, at: () => '/exchanges?status=teapot', status: 400 },
  {
    name: 'an exchange that was mended',
    pattern: exchange,
    at: ({ refused }) => `/exchanges/${refused}`,
    then: async (page) => {
      await page.getByRole('button', { name: 'Send the request that works' }).click();
      await page.getByText('The answer is another than in').waitFor();
    },
  },
  { name: 'a request, to be sent again', pattern: /^\/exchanges\/[^/]+\/again$/, at: ({ answered }) => `/exchanges/${answered}/again` },
  { name: 'an assertion', pattern: /^\/exchanges\/[^/]+\/assertion$/, at: ({ answered }) => `/exchanges/${answered}/assertion` },
  {
    name: 'an assertion that does not hold',
    pattern: /^\/exchanges\/[^/]+\/assertion$/,
    at: ({ answered }) => `/exchanges/${answered}/assertion?with=method&with=path.id&with=path&often=exactly&count=9`,
  },
  {
    name: 'an assertion that is not understood',
    pattern: /^\/exchanges\/[^/]+\/assertion$/,
    at: ({ answered }) => `/exchanges/${answered}/assertion?with=method&often=exactly&count=many`,
    status: 400,
  },
];
