import type { ThereIs } from '../seen/there-is.ts';

export const reportPages: readonly ThereIs[] = [{ name: 'report', pattern: /^\/report$/, at: () => '/report' }];
