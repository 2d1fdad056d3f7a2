/** What an API asks of every request by its head, before it is known what it is for, and what it says on every answer. */
import type { AskedAtGate } from '../../mock/mock.ts';
import type { Problem } from '../../mock/problem.ts';
import { pathWithin } from '../api.ts';
import type { Incoming } from '../request/incoming.ts';

export function checkGate(incoming: Incoming): Problem | undefined {
  return incoming.api?.mock?.gate?.(askedOf(incoming));
}

export const askedOf = ({ request, method, api, url }: Incoming): AskedAtGate => ({
  method,
  path: api ? pathWithin(api, url.pathname) : url.pathname,
  header: (name) => request.headers.get(name) ?? undefined,
});
