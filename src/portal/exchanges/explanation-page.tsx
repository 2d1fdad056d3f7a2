/** One exchange explained, with the ways on from it; or why it cannot be. */
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import type { Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { to, type PageVisit } from '../visit.ts';
import { ComparedAnswers } from './compared-answers.tsx';
import { ExplanationParts } from './explanation.tsx';
import { queryOf } from './filters.tsx';
import { personIn, type PersonInAddress } from './person-in.ts';
import type { Exchanged } from './words.ts';

export async function explanationPage(visit: PageVisit, id: string): Promise<Response> {
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(id)}`);
  if (!found.ok) return unexplained(visit, found);
  const exchange = found.body;
  const [person, before] = await Promise.all([personIn(visit, exchange), earlier(visit, exchange)]);
  return page(visit, {
    title: `${exchange.answer.status} to ${exchange.request.method} ${exchange.request.url}`,
    section: 'exchanges',
    main: (
      <>
        <Ways visit={visit} exchange={exchange} person={person} />
        {before && <ComparedAnswers visit={visit} before={before} now={exchange} />}
        <ExplanationParts visit={visit} explanation={exchange} person={person} />
      </>
    ),
  });
}

/** The exchange that this one is to be compared with, where the address names one. */
async function earlier(visit: PageVisit, { id }: Exchanged): Promise<Exchanged | undefined> {
  const after = visit.query.get('after') ?? '';
  if (after === '' || after === id) return undefined;
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(after)}`);
  return found.ok ? found.body : undefined;
}

/** Why nothing is said of an exchange. */
export const unexplained = (visit: PageVisit, found: Refused): Promise<Response> =>
  found.status === 404 ? notKept(visit) : refused(visit, found);

interface WaysProps {
  readonly visit: PageVisit;
  readonly exchange: Exchanged;
  readonly person: PersonInAddress | undefined;
}

/** Only whoever may list exchanges is told the neighbours of one. */
function Ways({ visit, exchange: { neighbours, api, operation, correlation }, person }: WaysProps) {
  const { previous, following } = neighbours ?? {};
  const ways: readonly (readonly [page: string | undefined, words: string])[] = [
    [previous && `/exchanges/${previous}`, 'Previous exchange'],
    [following && `/exchanges/${following}`, 'Next exchange'],
    ['/exchanges', 'All exchanges'],
    [operation?.id && `/exchanges?${queryOf({ api: api?.slug ?? '', operation: operation.id })}`, 'All of this operation'],
    [correlation && `/exchanges?${queryOf({ correlation })}`, 'All of this correlation id'],
    [person && `/exchanges?${queryOf({ person: person.nhsNumber })}`, 'All about this person'],
  ];
  return (
    <nav aria-label="Exchanges">
      <ul role="list" class="ways">
        {ways.map(
          ([page, words]) =>
            page !== undefined && (
              <li>
                <a href={to(visit, page)}>{words}</a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

function notKept(visit: PageVisit): Promise<Response> {
  return page(visit, {
    title: 'This exchange is not kept',
    section: 'exchanges',
    status: 404,
    main: (
      <>
        <p>Nothing is known here of an exchange with this id. There are three ways in which that happens:</p>
        <ul>
          <li>
            The sandbox keeps the newest exchanges only, as many as its settings <code>journal</code> and <code>journalBytes</code> let it,
            and this one was older.
          </li>
          <li>The sandbox was reset since, or started again without what it had kept.</li>
          <li>The address is of another workspace, or a part of it was lost when it was copied.</li>
        </ul>
        <p>
          Send the request again: its answer has a header <code>X-Sandbox-Trace</code> with a new address.{' '}
          <a href={to(visit, '/exchanges')}>All exchanges that are kept</a>
        </p>
      </>
    ),
  });
}
