/** `/people/{nhsNumber}`: one person, and the same person as each API tells them. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { to, type PageVisit } from '../visit.ts';
import { Awkwardness } from './awkwardness.tsx';
import { RecordSections } from './record-sections.tsx';
import { Details } from './details.tsx';
import { Relatives } from './relatives.tsx';
import { inOneSentence } from './one-sentence.ts';
import { spacedNumber } from './spaced-number.ts';
import { askTold, mayAsk } from './told-answer.ts';
import { ToldByApis } from './told-by-apis.tsx';
import { Timeline } from './timeline.tsx';

export type KnownPerson = components['schemas']['Person'];

export async function personPage(visit: PageVisit, typed: string): Promise<Response> {
  const number = typed.replaceAll(/[\s-]/g, '');
  if (!/^\d{10}$/.test(number)) return noSuchPerson(visit, 'An NHS number has ten digits.');
  const found = await askControl<'read-person'>(visit, `/people/${number}`);
  if (!found.ok)
    return found.status === 404
      ? noSuchPerson(visit, 'Nobody of this population has this NHS number.')
      : found.status === 400
        ? noSuchPerson(visit, found.problem.detail)
        : refused(visit, found);
  const person = found.body;
  const isWhole = visit.query.get('all') === 'true';
  const [about, record] = await Promise.all([
    askControl<'list-requests-about'>(visit, `/people/${number}/requests`),
    askControl<'read-record'>(visit, `/people/${number}/record?all=${isWhole}`),
  ]);
  const requests = about.ok ? about.body.requests : [];
  const opened = mayAsk(visit) ? requests.find(({ slug }) => slug === visit.query.get('api')) : undefined;
  const told = opened && { slug: opened.slug, answer: await askTold(visit, opened) };
  return page(visit, {
    title: person.name === '' ? `NHS number ${spacedNumber(number)}` : person.name,
    section: 'people',
    main: (
      <>
        <p>{inOneSentence(person)}</p>
        <p>
          NHS number <span class="number">{spacedNumber(number)}</span>{' '}
          <button type="button" class="plain scripted" data-copies="nhs-number" aria-label="Copy the NHS number">
            Copy
          </button>{' '}
          <span role="status" data-copied="nhs-number" />
          <span id="nhs-number" hidden>
            {number}
          </span>
        </p>
        {person.meaning !== undefined && <p class="panel">A published test person: {person.meaning}</p>}
        <Awkwardness visit={visit} person={person} />
        {!person.minimal && <Details person={person} />}
        {!person.minimal && record.ok && <RecordSections visit={visit} record={record.body} isWhole={isWhole} />}
        <Relatives visit={visit} family={person.family} />
        {person.events.length > 0 && <Timeline person={person} />}
        <ToldByApis visit={visit} nhsNumber={number} requests={requests} told={told} />
      </>
    ),
  });
}

function noSuchPerson(visit: PageVisit, why: string): Promise<Response> {
  return page(visit, {
    title: 'Nobody here',
    section: 'people',
    status: 404,
    main: (
      <>
        <p>{why}</p>
        <p>
          Numbers of this population begin 999. <a href={to(visit, '/people')}>Search for somebody</a>, or begin with{' '}
          <a href={to(visit, '/people/9000000009')}>900 000 0009</a>, a test person of the official sandboxes. A person whom a program has
          created stands only in the API that created them.
        </p>
      </>
    ),
  });
}
