/** Back to the beginning: asked once more before it is done. */
import { portalPath } from '../../gateway/places.ts';
import { askControl } from '../control.ts';
import { readForm } from '../forms.ts';
import { PortalForm } from '../page/form.tsx';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { untakenForm } from '../page/untaken-form.tsx';
import type { Pages } from '../pages.ts';
import { to, type PageVisit } from '../visit.ts';

export function resetPages(pages: Pages): void {
  pages.get(`${portalPath}/reset`, ({ env: visit }) => confirmPage(visit));
  pages.post(`${portalPath}/reset`, ({ env: visit }) => reset(visit));
}

async function confirmPage(visit: PageVisit): Promise<Response> {
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  return page(visit, {
    title: 'Reset this workspace?',
    section: 'home',
    main: (
      <>
        <p>
          Everything that clients have changed here is deleted, and the list of exchanges with it. This cannot be taken back. Settings,
          contracts that were brought, and snapshots stay.
        </p>
        <PortalForm visit={visit} action="/reset">
          <p>
            <button>Reset it</button> <a href={to(visit, '')}>Leave it as it is</a>
          </p>
        </PortalForm>
      </>
    ),
  });
}

async function reset(visit: PageVisit): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  const done = await askControl<'reset'>(visit, '/reset', { method: 'POST' });
  return done.ok ? seePage(visit, '?reset') : refused(visit, done);
}
