/** How often an application may ask, as the platform's gateway counts it: a quota of each minute, then an arrest of spikes. */
import type { Application, RateLimits } from '../../mock/access.ts';
import type { RateLimit } from '../../mock/problem.ts';
import type { Workspace } from '../workspace.ts';

const second = 1_000;
const minute = 60 * second;

/** What an application may ask of an API in a minute, where neither says otherwise. */
const usualQuota = 300;

export interface CountedRequest {
  /** Of each minute, what is left of this one (less than nothing where this is one too many), and when it ends. */
  readonly most: number;
  readonly left: number;
  readonly until: number;
  /** Which limit it goes beyond. */
  readonly over?: RateLimit;
}

/**
 * No spikes are arrested unless an application is set so: the platform arrests them at some 10 a second, which no client that waits for its
 * answers can reach over a network, and any can here.
 */
export function countRequest(
  { rates, clock }: Pick<Workspace, 'rates' | 'clock'>,
  { id = '', limits }: Pick<Application, 'id' | 'limits'>,
  { slug, own }: { readonly slug: string; readonly own?: RateLimits | undefined },
): CountedRequest {
  const now = clock.now();
  const who = `${slug} ${id}`;
  const most = limits?.perMinute ?? own?.perMinute ?? usualQuota;
  const counted = { most, ...rates.count(who, { most, length: minute, now }) };
  if (counted.left < 0) return { ...counted, over: 'quota' };
  const arrest = limits?.perSecond ?? own?.perSecond;
  return arrest !== undefined && rates.space(who, second / arrest, now) > 0 ? { ...counted, over: 'spike-arrest' } : counted;
}
