/** Back to the beginning: asked once more before it is done. */
import { askControl, sending } from '../control.ts';
import { confirmPage } from '../page/confirm.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import type { PageVisit } from '../visit.ts';

export async function resetPage(visit: PageVisit): Promise<Response> {
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  return confirmPage(visit, {
    part: 'snapshots',
    title: 'Reset this workspace?',
    words:
      'Everything that clients have changed here is deleted, and the list of exchanges with it. This cannot be taken back. Settings, the clock, contracts that were brought, and snapshots stay.',
    action: '/reset',
    button: 'Reset it',
    back: '/snapshots',
  });
}

export async function reset(visit: PageVisit): Promise<Response> {
  const done = await askControl<'reset'>(visit, '/reset', sending('POST'));
  return done.ok ? seePage(visit, '/workspace?done=reset') : refused(visit, done);
}
