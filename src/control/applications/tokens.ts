/** An access token without a log-in: for tests that are not about signing in. */
import { recordFor } from '../../identity/sessions/record-for.ts';
import { isProblem } from '../../mock/problem.ts';
import { accessTokenLife } from '../../workspace/applications/tokens.ts';
import { hasExtra, leftOut } from '../../workspace/extras.ts';
import type { Behaviours } from '../behaviours.ts';

export const tokenBehaviours: Behaviours<'mint-token'> = {
  'mint-token': ({ body: { application: named, as }, visit: { workspace } }) => {
    if (!hasExtra(workspace.settings, 'minted-tokens')) return { problem: 'forbidden', message: leftOut('minted-tokens') };
    const application = workspace.applications.list().find(({ id, name }) => id === named || name === named);
    if (!application) return { problem: 'not-found', message: 'This workspace has no application of this id or name.' };
    const record = recordFor(application, as, workspace.population);
    if (isProblem(record)) return record;
    const { mode, scopes } = record;
    const expires = workspace.clock.now() + accessTokenLife;
    return {
      status: 201,
      body: { token: workspace.tokens.mint({ ...record, expires }), mode, scopes, expires: new Date(expires).toISOString() },
    };
  },
};
