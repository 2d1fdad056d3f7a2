/** People of the workspace's own: brought by a form or as JSON, told anew, and taken away. */
import { portalPath } from '../../../gateway/places.ts';
import { askControl, sending } from '../../control.ts';
import { confirmPage } from '../../page/confirm.tsx';
import { notFoundPage } from '../../page/not-found.tsx';
import { page } from '../../page/page.tsx';
import { refused } from '../../page/refused.tsx';
import { seePage } from '../../page/see.ts';
import { withForm } from '../../page/with-form.ts';
import type { Pages } from '../../pages.ts';
import type { PageVisit } from '../../visit.ts';
import { spacedNumber } from '../spaced-number.ts';
import { describedBy, typedAs, type TypedPerson } from './described-by.ts';
import { OwnPeopleForm, type Taken } from './own-people.tsx';

export function ownPages(pages: Pages): void {
  const own = `${portalPath}/people/own`;
  pages.get(own, ({ env: visit }) => ownPage(visit));
  pages.post(own, ({ env: visit }) => withForm(visit, (field) => bring(visit, typedAs(field))));
  pages.get(`${own}/:nhsNumber/take-away`, ({ env: visit, req }) => takeAwayPage(visit, req.param('nhsNumber')));
  pages.post(`${own}/:nhsNumber/take-away`, ({ env: visit, req }) => withForm(visit, () => takeAway(visit, req.param('nhsNumber'))));
}

async function ownPage(visit: PageVisit, taken: Taken = {}): Promise<Response> {
  const found = await askControl<'list-people'>(visit, '/people?own=true&limit=1000');
  if (!found.ok) return refused(visit, found);
  return page(visit, {
    title: 'People of your own',
    section: 'people',
    status: taken.refused?.status ?? 200,
    main: <OwnPeopleForm visit={visit} people={found.body.people} taken={taken} />,
  });
}

async function bring(visit: PageVisit, typed: TypedPerson): Promise<Response> {
  const described = describedBy(typed);
  if ('wrong' in described) return ownPage(visit, { typed, refused: { ok: false, status: 422, problem: described.wrong } });
  const added = await askControl<'add-people'>(visit, '/people', sending('POST', described.body));
  if (added.ok) return seePage(visit, '/people/own?done=brought');
  return added.status === 401 ? refused(visit, added) : ownPage(visit, { typed, refused: added });
}

async function takeAwayPage(visit: PageVisit, nhsNumber: string): Promise<Response> {
  const found = /^\d{10}$/.test(nhsNumber) ? await askControl<'read-person'>(visit, `/people/${nhsNumber}`) : undefined;
  if (!found?.ok || found.body.own !== true) return notFoundPage(visit);
  const who = found.body.name === '' ? spacedNumber(nhsNumber) : found.body.name;
  return confirmPage(visit, {
    part: 'workspace',
    title: `Take ${who} away?`,
    words:
      'No API finds them from then on. It cannot be taken back, but you may bring them again. What clients have written about them stays until a reset.',
    action: `/people/own/${nhsNumber}/take-away`,
    button: 'Take them away',
    back: `/people/${nhsNumber}`,
  });
}

async function takeAway(visit: PageVisit, nhsNumber: string): Promise<Response> {
  const gone = await askControl<'delete-person'>(visit, `/people/${encodeURIComponent(nhsNumber)}`, sending('DELETE'));
  return gone.ok ? seePage(visit, '/people/own?done=gone') : refused(visit, gone);
}
