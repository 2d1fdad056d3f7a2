import type { ThereIs } from '../seen/there-is.ts';

export const settingsPages: readonly ThereIs[] = [{ name: 'settings', pattern: /^\/settings$/, at: () => '/settings' }];
