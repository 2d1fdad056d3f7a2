/** Who may ask for this operation, where an API says. */
import type { Problem } from '../../mock/problem.ts';
import type { Incoming } from '../request/incoming.ts';
import { noteWhoAsks } from './who-asks.ts';

export const checkAccess = (incoming: Incoming): Problem | undefined => explained(incoming, 'access');

/** Whether it has leave for what it asks, where an API says. */
export const checkPermissions = (incoming: Incoming): Problem | undefined => explained(incoming, 'permissions');

function explained(incoming: Incoming, rule: 'access' | 'permissions'): Problem | undefined {
  const { api, call } = incoming;
  const problem = call && api?.mock?.[rule]?.(call);
  if (problem) noteWhoAsks(incoming);
  return problem;
}
