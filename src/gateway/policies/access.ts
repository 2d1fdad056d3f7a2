/** Who may ask for this operation, where an API says. */
import type { Problem } from '../../mock/problem.ts';
import type { Incoming } from '../request/incoming.ts';

export function checkAccess({ api, call }: Incoming): Problem | undefined {
  return call && api?.mock?.access?.(call);
}
