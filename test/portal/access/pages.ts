import type { ThereIs } from '../seen/there-is.ts';

export const accessPages: readonly ThereIs[] = [
  { name: 'applications', pattern: /^\/applications$/, at: () => '/applications' },
  { name: 'tokens', pattern: /^\/tokens$/, at: () => '/tokens' },
];
