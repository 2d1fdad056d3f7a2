/** How long an answer is held back before anything is done for it: every one of a workspace's, or the one that asks for it (`Prefer: wait=2`). */
import { longestDelay } from '../../workspace/settings.ts';
import type { Incoming } from './incoming.ts';

/** Milliseconds. */
export function delayOf({ settings, preferences }: Pick<Incoming, 'settings' | 'preferences'>): number {
  return Math.min(longestDelay, Math.max(settings.delay, (preferences.wait ?? 0) * 1000));
}
