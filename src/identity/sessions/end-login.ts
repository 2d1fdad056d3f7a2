/** A log-in is over: nothing that came of it works any longer, whoever gave it. */
import { forgetSession } from '../grants/grants.ts';
import type { IdentityCall } from '../identity-call.ts';

/** Whether anything of it was there. */
export function endLogin({ store, visit }: IdentityCall, sid: string): boolean {
  const ofGrants = forgetSession(store, sid);
  return visit.workspace.tokens.endSession(sid) || ofGrants;
}
