import type { ThereIs } from '../seen/there-is.ts';

export const callbacksPages: readonly ThereIs[] = [
  { name: 'subscriptions', pattern: /^\/subscriptions$/, at: () => '/subscriptions' },
  { name: 'inbox', pattern: /^\/inbox$/, at: () => '/inbox' },
];
