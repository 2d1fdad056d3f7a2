import type { ThereIs } from '../seen/there-is.ts';

export const exchangesPages: readonly ThereIs[] = [];
