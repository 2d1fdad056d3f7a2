import type { ThereIs } from '../seen/there-is.ts';

export const workspacePages: readonly ThereIs[] = [{ name: 'this workspace', pattern: /^\/workspace$/, at: () => '/workspace' }];
