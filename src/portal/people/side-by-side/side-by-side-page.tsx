/** `/people/{nhsNumber}/side-by-side`: every API that knows people is asked about one person at once, and held against the record and the others. */
import { askControl } from '../../control.ts';
import { page } from '../../page/page.tsx';
import { refused } from '../../page/refused.tsx';
import { to, type PageVisit } from '../../visit.ts';
import { noSuchPerson } from '../no-such-person.tsx';
import { spacedNumber } from '../spaced-number.ts';
import { IdentityTable } from './identity-table.tsx';
import { thingKinds } from './known-things.ts';
import { ThingsTold } from './things-told.tsx';
import { toldApis } from './told-apis.ts';

export async function sideBySidePage(visit: PageVisit, nhsNumber: string): Promise<Response> {
  if (!/^\d{10}$/.test(nhsNumber)) return noSuchPerson(visit, 'An NHS number has ten digits.');
  const own = `/people/${nhsNumber}`;
  const [person, record, answers] = await Promise.all([
    askControl<'read-person'>(visit, own),
    askControl<'read-record'>(visit, `${own}/record?kind=${thingKinds.join(',')}`),
    askControl<'list-answers-about'>(visit, `${own}/answers`),
  ]);
  if (!person.ok) return person.status === 404 ? noSuchPerson(visit, person.problem.detail) : refused(visit, person);
  if (!answers.ok) return refused(visit, answers);
  const apis = toldApis(answers.body.answers);
  const name = person.body.name === '' ? spacedNumber(nhsNumber) : person.body.name;
  return page(visit, {
    title: `${name}, side by side`,
    section: 'people',
    main: (
      <>
        <p>
          {apis.length} APIs were asked about <a href={to(visit, own)}>{name}</a>, NHS number{' '}
          <span class="number">{spacedNumber(nhsNumber)}</span>. One record stands behind all of them: where one tells something else, it is
          said here.
        </p>
        <p class="quiet">
          Asked as the sandbox asks itself: no token is wanted, even where access is strict, and nothing of it stands among the exchanges.
          To ask as somebody, try an operation with this person.
        </p>
        <IdentityTable visit={visit} person={person.body} apis={apis} />
        {record.ok && <ThingsTold record={record.body} apis={apis} />}
      </>
    ),
  });
}
