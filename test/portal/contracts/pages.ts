import type { ThereIs } from '../seen/there-is.ts';

export const contractsPages: readonly ThereIs[] = [{ name: 'contracts', pattern: /^\/contracts$/, at: () => '/contracts' }];
