import type { ThereIs } from '../seen/there-is.ts';

export const clockPages: readonly ThereIs[] = [{ name: 'clock', pattern: /^\/clock$/, at: () => '/clock' }];
