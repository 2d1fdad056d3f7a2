/** Who may ask for this operation, where an API says. */
import type { Problem } from '../../mock/problem.ts';
import type { Incoming } from '../request/incoming.ts';

export function checkAccess({ api, call }: Incoming): Problem | undefined {
  return call && api?.mock?.access?.(call);
}

/** Whether it has leave for what it asks, where an API says. */
export function checkPermissions({ api, call }: Incoming): Problem | undefined {
  return call && api?.mock?.permissions?.(call);
}
