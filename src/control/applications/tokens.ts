/** An access token without a log-in: for tests that are not about signing in. */
import { recordFor } from '../../identity/sessions/record-for.ts';
import { isProblem } from '../../mock/problem.ts';
import type { Behaviours } from '../behaviours.ts';

/** Milliseconds, as the authorization server gives them. */
const life = 600_000;

export const tokenBehaviours: Behaviours<'mint-token'> = {
  'mint-token': ({ body: { application: named, as }, visit: { workspace } }) => {
    const application = workspace.applications.list().find(({ id, name }) => id === named || name === named);
    if (!application) return { problem: 'not-found', message: 'This workspace has no application of this id or name.' };
    const record = recordFor(application, as, workspace.population);
    if (isProblem(record)) return record;
    const { mode, scopes } = record;
    const expires = workspace.clock.now() + life;
    return {
      status: 201,
      body: { token: workspace.tokens.mint({ ...record, expires }), mode, scopes, expires: new Date(expires).toISOString() },
    };
  },
};
