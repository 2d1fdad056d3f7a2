/** How often an application may ask an API: a quota of each minute, then an arrest of spikes, as the platform's gateway counts them. */
import { rateLimits } from '../../dialect/rate-limits.ts';
import type { Application } from '../../mock/access.ts';
import type { Problem, RateLimit } from '../../mock/problem.ts';
import { note, type Incoming } from '../request/incoming.ts';

const second = 1_000;
const minute = 60 * second;

/** What an application may ask of an API in a minute, where neither says otherwise. */
const usualQuota = 300;

/**
 * Whoever is not known is not counted, as at the platform. No spikes are arrested unless an application is set so: the platform arrests
 * them at some 10 a second, which no client that waits for its answers can reach over a network, and any can here.
 */
export function checkRateLimit(incoming: Incoming): Problem | undefined {
  const { api, match, workspace } = incoming;
  const { application } = incoming.caller;
  if (!application || !api) return undefined;
  const now = workspace.clock.now();
  const { slug } = api.contract;
  const own = api.mock?.limits;
  const who = `${slug} ${application.id ?? ''}`;

  const most = application.limits?.perMinute ?? own?.perMinute ?? usualQuota;
  const { left, until } = workspace.rates.count(who, { most, length: minute, now });
  incoming.quota = { most, left, reset: Math.ceil((until - now) / 1000) };
  if (left < 0) {
    const message = `Your application, ${nameOf(application)}, has exceeded its quota of ${most} requests every 1 minute(s) and is being rate limited.`;
    return tooMany(incoming, 'quota', message);
  }

  const arrest = application.limits?.perSecond ?? own?.perSecond;
  const wait = arrest === undefined ? 0 : workspace.rates.space(who, second / arrest, now);
  if (wait > 0) {
    const message = `Your application, ${nameOf(application)}, has created a spike in traffic and is being rate limited. Please reduce the frequency of your requests.`;
    return tooMany(incoming, 'spike-arrest', message);
  }

  // Of all applications together.
  const id = match?.target.operation.id ?? '';
  const ofAll = own?.operations?.[id];
  const waitOfAll = ofAll === undefined ? 0 : workspace.rates.space(`${slug}#${id}`, second / ofAll, now);
  if (waitOfAll === 0) return undefined;
  return tooMany(incoming, 'spike-arrest', 'This API is currently receiving a high volume of requests and is being rate limited.');
}

const nameOf = ({ name, id = '' }: Application): string => name ?? id;

function tooMany(incoming: Incoming, limit: RateLimit, message: string): Problem {
  if (incoming.workspace.clock.setting().mode === 'frozen')
    note(incoming, 'The clock of this workspace stands still, so no more requests are allowed until it is moved.');
  const headers = { 'Retry-After': String(rateLimits[limit].retryAfter) };
  return { problem: 'rate-limited', limit, message, headers, said: { status: 429 } };
}
