import type { ThereIs } from '../seen/there-is.ts';

export const organiserPages: readonly ThereIs[] = [{ name: 'organiser', pattern: /^\/organiser$/, at: () => '/organiser' }];
