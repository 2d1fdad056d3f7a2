import type { ThereIs } from '../seen/there-is.ts';

export const stubsPages: readonly ThereIs[] = [{ name: 'stubs', pattern: /^\/stubs$/, at: () => '/stubs' }];
