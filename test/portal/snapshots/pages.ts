import type { ThereIs } from '../seen/there-is.ts';

export const snapshotsPages: readonly ThereIs[] = [{ name: 'snapshots', pattern: /^\/snapshots$/, at: () => '/snapshots' }];
