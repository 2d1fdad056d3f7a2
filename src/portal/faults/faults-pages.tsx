/** What goes wrong here on purpose: bad days by their name, faults of one's own, and an end of them. */
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
import { requestsInWords } from '../rules/match.ts';
import type { TextOf } from '../rules/typed.ts';
import { to, type PageVisit } from '../visit.ts';
import { BadDays, idsOf } from './bad-days.tsx';
import { effectInWords, writtenFault } from './fault-words.ts';
import { KeptFaults } from './kept-faults.tsx';
import { addFault, newFaultPage } from './new-fault-page.tsx';

export function faultPages(pages: Pages): void {
  const faults = `${portalPath}/faults`;
  pages.get(faults, ({ env: visit }) => faultsPage(visit));
  pages.post(faults, ({ env: visit }) => withForm(visit, (typed) => steer(visit, typed)));
  pages.get(`${faults}/new`, ({ env: visit }) => newFaultPage(visit, (name) => visit.query.get(name) ?? ''));
  pages.post(`${faults}/new`, ({ env: visit }) => withForm(visit, (typed) => addFault(visit, typed)));
  pages.get(`${faults}/remove-all`, ({ env: visit }) => confirmRemoveAll(visit));
  pages.post(`${faults}/remove-all`, ({ env: visit }) =>
    withForm(visit, async () => {
      const gone = await askControl<'remove-faults'>(visit, '/faults', sending('DELETE'));
      return gone.ok ? seePage(visit, '/faults?done=removed-all') : refused(visit, gone);
    }),
  );
  pages.get(`${faults}/:id/remove`, ({ env: visit, req }) => confirmRemove(visit, req.param('id')));
  pages.post(`${faults}/:id/remove`, ({ env: visit, req }) =>
    withForm(visit, async () => {
      const gone = await askControl<'remove-fault'>(visit, faultPath(req.param('id')), sending('DELETE'));
      return gone.ok ? seePage(visit, '/faults?done=removed') : refused(visit, gone);
    }),
  );
}

const faultPath = (id: string): string => `/faults/${encodeURIComponent(id)}`;

const doneWords = {
  added: 'It goes wrong from the next request on.',
  on: 'The bad day is on, from the next request on.',
  off: 'The bad day is over.',
  paused: 'The fault is paused: requests are answered as though it were not there.',
  'gone-on': 'The fault goes on, and counts its requests anew.',
  removed: 'The fault is gone.',
  'removed-all': 'Nothing goes wrong any more.',
};

async function faultsPage(visit: PageVisit): Promise<Response> {
  const [faults, profiles, catalogue] = await Promise.all([
    askControl<'list-faults'>(visit, '/faults'),
    askControl<'list-fault-profiles'>(visit, '/faults/profiles'),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
  ]);
  if (!faults.ok) return refused(visit, faults);
  const apis = catalogue.ok ? catalogue.body.apis : [];
  return consolePage(visit, {
    part: 'faults',
    title: 'Faults',
    main: (
      <>
        <Done visit={visit} words={doneWords} />
        <p>
          See what your software does when a service is slow, refuses or hangs up. Faults are for requests to the mock APIs of this
          workspace, and stay through a reset.
        </p>
        <p>
          <a class="button" href={to(visit, '/faults/new')}>
            Add a fault
          </a>
        </p>
        <h2>What goes wrong now</h2>
        <LivePart id="kept-faults" what="Requests that meet a fault">
          <KeptFaults visit={visit} faults={faults.body.faults} apis={apis} />
        </LivePart>
        <h2>Bad days</h2>
        {profiles.ok && <BadDays visit={visit} days={profiles.body.profiles} faults={faults.body.faults} apis={apis} />}
        <h2>For one request alone</h2>
        <p>
          The header <code>X-Sandbox-Scenario</code> has one request go wrong, and nothing is kept of it: <code>gateway=503</code>,{' '}
          <code>latency=8000</code>, <code>quota</code>, or the name of a bad day.
        </p>
      </>
    ),
  });
}

async function steer(visit: PageVisit, typed: TextOf): Promise<Response> {
  const task = typed('do');
  if (task === 'day-on') {
    const on = await askControl<'add-fault'>(visit, '/faults', sending('POST', { profile: typed('day') }));
    return on.ok ? seePage(visit, '/faults?done=on') : refused(visit, on);
  }
  if (task === 'day-off') return endDay(visit, typed('day'));
  return pause(visit, typed('id'), task === 'go-on');
}

async function endDay(visit: PageVisit, name: string): Promise<Response> {
  const [faults, profiles] = await Promise.all([
    askControl<'list-faults'>(visit, '/faults'),
    askControl<'list-fault-profiles'>(visit, '/faults/profiles'),
  ]);
  if (!faults.ok) return refused(visit, faults);
  if (!profiles.ok) return refused(visit, profiles);
  const ids = profiles.body.profiles.filter((day) => day.name === name).flatMap(idsOf);
  for (const { id } of faults.body.faults) {
    if (!ids.includes(id)) continue;
    const gone = await askControl<'remove-fault'>(visit, faultPath(id), sending('DELETE'));
    if (!gone.ok) return refused(visit, gone);
  }
  return seePage(visit, '/faults?done=off');
}

async function pause(visit: PageVisit, id: string, enabled: boolean): Promise<Response> {
  const found = await askControl<'read-fault'>(visit, faultPath(id));
  if (!found.ok) return refused(visit, found);
  const put = await askControl<'put-fault'>(visit, faultPath(id), sending('PUT', { ...writtenFault(found.body), enabled }));
  return put.ok ? seePage(visit, `/faults?done=${enabled ? 'gone-on' : 'paused'}`) : refused(visit, put);
}

async function confirmRemove(visit: PageVisit, id: string): Promise<Response> {
  const found = await askControl<'read-fault'>(visit, faultPath(id));
  if (!found.ok) return refused(visit, found);
  const { effect, match } = found.body;
  return confirmPage(visit, {
    part: 'faults',
    title: `Remove fault ${id}?`,
    words: `Now: ${effectInWords(effect)}, for ${requestsInWords(match)}. Without it they are answered as usual.`,
    action: `${faultPath(id)}/remove`,
    button: 'Remove it',
    back: '/faults',
  });
}

async function confirmRemoveAll(visit: PageVisit): Promise<Response> {
  const faults = await askControl<'list-faults'>(visit, '/faults');
  if (!faults.ok) return refused(visit, faults);
  return confirmPage(visit, {
    part: 'faults',
    title: 'Remove all faults?',
    words: 'Nothing goes wrong any more, and the faults that you wrote are gone. Bad days can be turned on again.',
    action: '/faults/remove-all',
    button: 'Remove all of them',
    back: '/faults',
  });
}
