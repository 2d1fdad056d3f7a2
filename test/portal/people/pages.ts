import type { ThereIs } from '../seen/there-is.ts';

export const peoplePages: readonly ThereIs[] = [];
