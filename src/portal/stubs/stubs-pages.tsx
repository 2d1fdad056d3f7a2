/** Answers of your own to some requests. */
import { portalPath } from '../../gateway/places.ts';
import { askControl, sending } from '../control.ts';
import { confirmPage } from '../page/confirm.tsx';
import { consolePage } from '../page/console.tsx';
import { Done } from '../page/done.tsx';
import { LivePart } from '../page/live-part.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import { to, type PageVisit } from '../visit.ts';
import { addStub, newStubPage } from './new-stub-page.tsx';
import { changeStub, stubPage, stubPath } from './stub-page.tsx';
import { StubsList } from './stubs-list.tsx';

export function stubPages(pages: Pages): void {
  const stubs = `${portalPath}/stubs`;
  pages.get(stubs, ({ env: visit }) => (visit.query.has('from') ? newStubPage(visit) : stubsPage(visit)));
  pages.get(`${stubs}/new`, ({ env: visit }) => newStubPage(visit));
  pages.post(`${stubs}/new`, ({ env: visit }) => withForm(visit, (typed) => addStub(visit, typed)));
  pages.get(`${stubs}/delete-all`, ({ env: visit }) => confirmDeleteAll(visit));
  pages.post(`${stubs}/delete-all`, ({ env: visit }) =>
    withForm(visit, async () => {
      const gone = await askControl<'clear-stubs'>(visit, '/stubs', sending('DELETE'));
      return gone.ok ? seePage(visit, '/stubs?done=deleted-all') : refused(visit, gone);
    }),
  );
  pages.get(`${stubs}/:id`, ({ env: visit, req }) => stubPage(visit, req.param('id')));
  pages.post(`${stubs}/:id`, ({ env: visit, req }) => withForm(visit, (typed) => changeStub(visit, req.param('id'), typed('json'))));
  pages.get(`${stubs}/:id/delete`, ({ env: visit, req }) => confirmDelete(visit, req.param('id')));
  pages.post(`${stubs}/:id/delete`, ({ env: visit, req }) =>
    withForm(visit, async () => {
      const gone = await askControl<'delete-stub'>(visit, stubPath(req.param('id')), sending('DELETE'));
      return gone.ok ? seePage(visit, '/stubs?done=deleted') : refused(visit, gone);
    }),
  );
}

const doneWords = { deleted: 'The stub is gone.', 'deleted-all': 'No request is answered by a stub any more.' };

async function stubsPage(visit: PageVisit): Promise<Response> {
  const [found, catalogue] = await Promise.all([
    askControl<'list-stubs'>(visit, '/stubs'),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
  ]);
  if (!found.ok) return refused(visit, found);
  return consolePage(visit, {
    part: 'stubs',
    title: 'Stubs',
    main: (
      <>
        <Done visit={visit} words={doneWords} />
        <p>
          A stub has some requests answered as you say, in the place of their API. It stays through a reset. To begin with an answer that
          you have seen, open its <a href={to(visit, '/exchanges')}>exchange</a>.
        </p>
        <p>
          <a class="button" href={to(visit, '/stubs/new')}>
            Add a stub
          </a>
        </p>
        <h2>What is answered so now</h2>
        <LivePart id="kept-stubs" what="Requests that a stub answers">
          <StubsList visit={visit} {...found.body} apis={catalogue.ok ? catalogue.body.apis : []} />
        </LivePart>
      </>
    ),
  });
}

async function confirmDelete(visit: PageVisit, id: string): Promise<Response> {
  const found = await askControl<'read-stub'>(visit, stubPath(id));
  if (!found.ok) return refused(visit, found);
  return confirmPage(visit, {
    part: 'stubs',
    title: `Delete stub ${id}?`,
    words: 'Its requests are answered by their API again. This cannot be taken back: copy it first, if you may want it once more.',
    action: `${stubPath(id)}/delete`,
    button: 'Delete it',
    back: stubPath(id),
  });
}

async function confirmDeleteAll(visit: PageVisit): Promise<Response> {
  const found = await askControl<'list-stubs'>(visit, '/stubs');
  if (!found.ok) return refused(visit, found);
  return confirmPage(visit, {
    part: 'stubs',
    title: 'Delete all stubs?',
    words: 'All requests are answered by their API again, and scenarios begin anew. This cannot be taken back.',
    action: '/stubs/delete-all',
    button: 'Delete all of them',
    back: '/stubs',
  });
}
