/** Whether a request has to show what is asked of it: where access is strict, or for itself alone where it wishes so. */
import { hasExtra } from './extras.ts';
import type { Settings } from './settings.ts';

export const accessHeader = 'x-sandbox-access';

/** `wished` is what its header says. */
export const isStrictlyAsked = (settings: Pick<Settings, 'access' | 'extras'>, wished: string | null | undefined): boolean =>
  settings.access === 'strict' || !hasExtra(settings, 'open-access') || wished?.toLowerCase() === 'strict';
