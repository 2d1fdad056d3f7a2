import type { ThereIs } from '../seen/there-is.ts';

export const peoplePages: readonly ThereIs[] = [
  { name: 'a person on another day', pattern: /^\/people\/\d{10}$/, at: ({ person }) => `/people/${person}?asOf=2031-02-03` },
  { name: 'a person side by side', pattern: /^\/people\/\d{10}\/side-by-side$/, at: ({ person }) => `/people/${person}/side-by-side` },
];
