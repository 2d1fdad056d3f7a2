/** The end of this workspace, now: asked once more before it is done. */
import { askControl, sending } from '../control.ts';
import { cookie, keyCookie } from '../cookies.ts';
import { confirmPage } from '../page/confirm.tsx';
import { consolePage } from '../page/console.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { to, type PageVisit } from '../visit.ts';

export async function deletePage(visit: PageVisit): Promise<Response> {
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  const { name, expires } = workspace.body;
  if (expires === undefined) return endless(visit);
  return confirmPage(visit, {
    part: 'workspace',
    title: `Delete ${name ?? 'this workspace'}?`,
    words:
      'Everything in it is deleted: what clients have written, the list of exchanges, snapshots, contracts and applications. Its address and its key open nothing any more. This cannot be taken back.',
    action: '/workspace/delete',
    button: 'Delete it for good',
    back: '/workspace',
  });
}

const endless = (visit: PageVisit): Promise<Response> =>
  consolePage(visit, {
    part: 'workspace',
    title: 'This workspace cannot be deleted',
    main: (
      <p>
        It is the one that a sandbox of your own begins with, and goes with its data file. You can{' '}
        <a href={to(visit, '/reset')}>reset it</a>.
      </p>
    ),
  });

export async function end(visit: PageVisit): Promise<Response> {
  const ended = await askControl<'delete-workspace'>(visit, '/workspace', sending('DELETE'));
  if (!ended.ok) return refused(visit, ended);
  // Nothing answers where it was.
  const root = { ...visit, prefix: visit.folder };
  return seePage(root, '/workspace/new?done=deleted', { 'Set-Cookie': cookie(keyCookie, '', visit) });
}
