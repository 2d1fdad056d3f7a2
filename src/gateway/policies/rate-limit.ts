/** How often an application may ask an API: a quota of each minute, then an arrest of spikes, as the platform's gateway counts them. */
import { rateLimits } from '../../dialect/rate-limits.ts';
import type { Application } from '../../mock/access.ts';
import type { Problem, RateLimit } from '../../mock/problem.ts';
import { countRequest } from '../../workspace/applications/count-request.ts';
import { note, type Incoming } from '../request/incoming.ts';

/** Whoever is not known is not counted, as at the platform. */
export function checkRateLimit(incoming: Incoming): Problem | undefined {
  const { api, match, workspace } = incoming;
  const { application } = incoming.caller;
  if (!application || !api) return undefined;
  const now = workspace.clock.now();
  const { slug } = api.contract;
  const own = api.mock?.limits;

  const { most, left, until, over } = countRequest(workspace, application, { slug, own });
  incoming.quota = { most, left, reset: Math.ceil((until - now) / 1000) };
  if (over) return tooMany(incoming, over, `Your application, ${nameOf(application)}, ${done[over](most)}`);

  // Of all applications together.
  const id = match?.target.operation.id ?? '';
  const ofAll = own?.operations?.[id];
  const waitOfAll = ofAll === undefined ? 0 : workspace.rates.space(`${slug}#${id}`, 1_000 / ofAll, now);
  if (waitOfAll === 0) return undefined;
  return tooMany(incoming, 'spike-arrest', 'This API is currently receiving a high volume of requests and is being rate limited.');
}

/** What the application has done, in the words of the platform's gateway. */
const done: Readonly<Record<RateLimit, (most: number) => string>> = {
  quota: (most) => `has exceeded its quota of ${most} requests every 1 minute(s) and is being rate limited.`,
  'spike-arrest': () => 'has created a spike in traffic and is being rate limited. Please reduce the frequency of your requests.',
};

const nameOf = ({ name, id = '' }: Application): string => name ?? id;

function tooMany(incoming: Incoming, limit: RateLimit, message: string): Problem {
  if (incoming.workspace.clock.setting().mode === 'frozen')
    note(incoming, 'The clock of this workspace stands still, so no more requests are allowed until it is moved.');
  const headers = { 'Retry-After': String(rateLimits[limit].retryAfter) };
  return { problem: 'rate-limited', limit, message, headers, said: { status: 429 } };
}
