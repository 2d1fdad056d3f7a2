/** The workspace itself: what it is, its name, end and key, a copy of it, its deletion; and another one, for whoever wants one of their own. */
import { portalPath } from '../../gateway/places.ts';
import { askControl, sending } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Done } from '../page/done.tsx';
import { PortalForm } from '../page/form.tsx';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';
import { copy, copyPage } from './copy-page.tsx';
import { deletePage, end } from './delete-page.tsx';
import { edit, editPage } from './edit-page.tsx';
import { madePage } from './made-workspace.tsx';
import { askParts } from './overview-facts.ts';
import { Overview } from './overview.tsx';
import { ownKeyPage, rotate } from './own-key-pages.tsx';

export function workspacePages(pages: Pages): void {
  pages.get(`${portalPath}/workspace`, ({ env: visit }) => overview(visit));
  pages.get(`${portalPath}/workspace/new`, ({ env: visit }) => offer(visit));
  pages.post(`${portalPath}/workspace/new`, ({ env: visit }) => withForm(visit, () => make(visit)));
  pages.get(`${portalPath}/workspace/edit`, ({ env: visit }) => editPage(visit));
  pages.post(`${portalPath}/workspace/edit`, ({ env: visit }) => withForm(visit, (field) => edit(visit, field)));
  pages.get(`${portalPath}/workspace/key`, ({ env: visit }) => ownKeyPage(visit));
  pages.post(`${portalPath}/workspace/key`, ({ env: visit }) => withForm(visit, (field) => rotate(visit, field)));
  pages.get(`${portalPath}/workspace/copy`, ({ env: visit }) => copyPage(visit));
  pages.post(`${portalPath}/workspace/copy`, ({ env: visit }) => withForm(visit, (field) => copy(visit, field)));
  pages.get(`${portalPath}/workspace/delete`, ({ env: visit }) => deletePage(visit));
  pages.post(`${portalPath}/workspace/delete`, ({ env: visit }) => withForm(visit, () => end(visit)));
}

const done = { renamed: 'It has another name.', moved: 'Its end was moved.', reset: 'Everything is as it was at the beginning.' };

async function overview(visit: PageVisit): Promise<Response> {
  if (visit.isDemonstration) return offer(visit);
  const [workspace, asked] = await Promise.all([askControl<'read-workspace'>(visit, '/workspace'), askParts(visit)]);
  if (!workspace.ok) return refused(visit, workspace);
  return consolePage(visit, {
    part: 'workspace',
    title: 'This workspace',
    main: (
      <>
        <Done visit={visit} words={done} />
        <Overview visit={visit} workspace={workspace.body} asked={asked} />
      </>
    ),
  });
}

function offer(visit: PageVisit): Promise<Response> {
  return page(visit, {
    title: 'A workspace of your own',
    main: (
      <>
        <Done visit={visit} words={{ deleted: 'The workspace was deleted, and everything in it.' }} />
        {visit.isDemonstration && (
          <p>You are in the demonstration: every API answers, with made-up people, and nothing that is sent is kept.</p>
        )}
        <p>
          A workspace has an address and a key of its own. What you write there stays there, nobody else sees it, and you can look up every
          request that was sent to it and why it was answered so. Nothing is asked of you. It is deleted after 24 hours.
        </p>
        <PortalForm visit={visit} action="/workspace/new">
          <button>Make a workspace</button>
        </PortalForm>
      </>
    ),
  });
}

async function make(visit: PageVisit): Promise<Response> {
  const made = await askControl<'make-workspaces'>(visit, '/workspaces', sending('POST', {}));
  if (!made.ok) return refused(visit, made);
  const [one] = 'workspaces' in made.body ? made.body.workspaces : [made.body];
  if (one === undefined) throw new Error('a workspace was made and none is told of');
  return madePage(visit, one, 'Your workspace is ready');
}
