import type { ThereIs } from '../seen/there-is.ts';

export const faultsPages: readonly ThereIs[] = [{ name: 'faults', pattern: /^\/faults$/, at: () => '/faults' }];
