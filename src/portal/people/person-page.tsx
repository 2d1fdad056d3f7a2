/** `/people/{nhsNumber}`: one person as a summary of their record, and the way to how each API tells them. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { memberOfStaff, personaGroups } from '../tokens/personas.ts';
import type { PageVisit } from '../visit.ts';
import { AsOf } from './as-of.tsx';
import { Awkwardness } from './awkwardness.tsx';
import { Banner } from './banner.tsx';
import { Details } from './details.tsx';
import { noSuchPerson } from './no-such-person.tsx';
import { inOneSentence } from './one-sentence.ts';
import { RecordSections } from './record-sections.tsx';
import { Relatives } from './relatives.tsx';
import { spacedNumber } from './spaced-number.ts';
import { Timeline } from './timeline.tsx';
import { askTold, mayAsk, requestToApi } from './told-answer.ts';
import { ToldByApis } from './told-by-apis.tsx';

export type KnownPerson = components['schemas']['Person'];

export async function personPage(visit: PageVisit, typed: string): Promise<Response> {
  const number = typed.replaceAll(/[\s-]/g, '');
  if (!/^\d{10}$/.test(number)) return noSuchPerson(visit, 'An NHS number has ten digits.');
  const asOf = visit.query.get('asOf')?.trim() ?? '';
  const onDay = asOf === '' ? '' : `?asOf=${encodeURIComponent(asOf)}`;
  const found = await askControl<'read-person'>(visit, `/people/${number}${onDay}`);
  if (!found.ok)
    return found.status === 401
      ? refused(visit, found)
      : noSuchPerson(visit, found.status === 404 && asOf === '' ? nobody : found.problem.detail);
  const person = found.body;
  const isWhole = visit.query.get('all') === 'true';
  const [groups, about, record, told] = await Promise.all([
    personaGroups(visit),
    askControl<'list-requests-about'>(visit, `/people/${number}/requests?tried=false`),
    person.minimal ? undefined : askControl<'read-record'>(visit, `/people/${number}/record${recordQuery(asOf, isWhole)}`),
    toldNow(visit, number),
  ]);
  return page(visit, {
    title: person.name === '' ? `NHS number ${spacedNumber(number)}` : person.name,
    section: 'people',
    main: (
      <>
        <p>{inOneSentence(person)}</p>
        <Banner visit={visit} person={person} />
        <AsOf visit={visit} person={person} asked={asOf} />
        <Awkwardness visit={visit} person={person} />
        {record?.ok && <RecordSections visit={visit} record={record.body} isWhole={isWhole} asked={asOf} />}
        <Relatives visit={visit} family={person.family} />
        {!person.minimal && <Details person={person} />}
        {person.events.length > 0 && <Timeline person={person} />}
        <ToldByApis
          visit={visit}
          nhsNumber={number}
          staff={memberOfStaff(groups)}
          requests={about.ok ? about.body.requests : []}
          told={told}
        />
      </>
    ),
  });
}

const nobody = 'Nobody of this population has this NHS number.';

function recordQuery(asOf: string, isWhole: boolean): string {
  return `?${new URLSearchParams({ all: String(isWhole), kind: 'observation', ...(asOf !== '' && { asOf }) })}`;
}

/** What a visitor without script has opened. */
async function toldNow(visit: PageVisit, nhsNumber: string) {
  const slug = visit.query.get('api');
  const request = slug === null || !mayAsk(visit) ? undefined : await requestToApi(visit, nhsNumber, slug);
  return request && { slug: request.slug, answer: await askTold(visit, request) };
}
