/** The list: what clients asked last, filtered, page by page, and live where script runs. */
import { counted } from '../../contract/counted.ts';
import type { operations } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { to, type PageVisit } from '../visit.ts';
import { ExchangeTable } from './exchange-table.tsx';
import { FilterForm, filtersOf, queryOf, type Filters } from './filters.tsx';
import type { Exchanged } from './words.ts';
import { Copied } from '../page/copied.tsx';

const onePage = 50;

export async function listPage(visit: PageVisit): Promise<Response> {
  const filters = filtersOf(visit.query);
  const before = visit.query.get('before') ?? '';
  // One more than is shown tells whether there are older ones.
  const asked = queryOf(filters, { limit: String(onePage + 1), conformance: 'true', counted: 'true', ...(before !== '' && { before }) });
  const [found, catalogue, operations] = await Promise.all([
    askControl<'list-exchanges'>(visit, `/exchanges?${asked}`),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    operationsOf(visit, filters),
  ]);
  // What was typed cannot be looked for.
  const isWrong = !found.ok && (found.status === 400 || found.status === 422);
  if (!found.ok && !isWrong) return refused(visit, found);
  const wrong = new Set(found.ok ? [] : (found.problem.errors ?? []).flatMap(({ name }) => name ?? []));
  const isFirstVisit = found.ok && found.body.exchanges.length === 0 && before === '' && Object.keys(filters).length === 0;
  const first = isFirstVisit ? await askControl<'first-request'>(visit, '/first-request') : undefined;
  return page(visit, {
    title: 'Exchanges',
    section: 'exchanges',
    status: found.ok ? 200 : found.status,
    main: (
      <>
        <p>
          An exchange is one request that a program sent to an API here, and the answer that it got. The newest are kept until the sandbox
          is reset, as many as its settings <code>journal</code> and <code>journalBytes</code> let it, with the beginning of each body as
          far as <code>journalBody</code> says. Credentials are withheld.
        </p>
        <p>
          Of all of them together: <a href={to(visit, '/report')}>what clients tried, got wrong and never tried</a>.
        </p>
        <FilterForm visit={visit} filters={filters} wrong={wrong} apis={catalogue.ok ? catalogue.body.apis : []} operations={operations} />
        {found.ok ? (
          <List
            visit={visit}
            filters={filters}
            before={before}
            exchanges={found.body.exchanges}
            counts={found.body.counts}
            first={first?.ok ? first.body.curl : undefined}
          />
        ) : (
          <p class="bad" role="alert">
            {wrong.size > 0 ? 'Nothing was looked for: what is marked above cannot be.' : `Nothing was looked for. ${found.problem.detail}`}
          </p>
        )}
      </>
    ),
  });
}

/** Ids of the operations of the API that was chosen. */
async function operationsOf(visit: PageVisit, { api }: Filters): Promise<readonly string[]> {
  if (api === undefined) return [];
  const listed = await askControl<'list-operations'>(visit, `/contracts/${encodeURIComponent(api)}/operations`);
  return listed.ok ? listed.body.operations.map(({ id }) => id) : [];
}

type Counts = NonNullable<operations['list-exchanges']['responses']['200']['content']['application/json']['counts']>;

interface ListProps {
  readonly visit: PageVisit;
  readonly filters: Filters;
  readonly before: string;
  readonly exchanges: readonly Exchanged[];
  readonly counts: Counts | undefined;
  /** A line to begin with, where nothing was asked yet. */
  readonly first: string | undefined;
}

function List({ visit, filters, before, exchanges, counts, first }: ListProps) {
  const shown = exchanges.slice(0, onePage);
  const last = shown.at(-1);
  return (
    <>
      {counts && counts.exchanges > 0 && <Summary visit={visit} filters={filters} before={before} counts={counts} />}
      {before === '' && <Live visit={visit} filters={filters} newest={shown[0]?.id} />}
      {shown.length === 0 && <Nothing visit={visit} filters={filters} before={before} first={first} />}
      <ExchangeTable visit={visit} exchanges={shown} />
      <nav aria-label="Pages of exchanges">
        <ul role="list" class="pages">
          {before !== '' && (
            <li>
              <a href={to(visit, `/exchanges?${queryOf(filters)}`)}>Newest</a>
            </li>
          )}
          {last !== undefined && (
            <li>
              <a href={to(visit, `/control/journal/har?${queryOf(filters)}`)} download="exchanges.har">
                All of these as an archive (HAR)
              </a>
            </li>
          )}
          {last !== undefined && exchanges.length > onePage && (
            <li>
              <a href={to(visit, `/exchanges?${queryOf(filters, { before: last.id })}`)}>Older</a>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}

/** How many there are, with ways to those in which something is wrong. */
function Summary({ visit, filters, before, counts }: Pick<ListProps, 'visit' | 'filters' | 'before'> & { readonly counts: Counts }) {
  const { exchanges, refused, noted } = counts;
  const only = (name: 'refused' | 'noted') => to(visit, `/exchanges?${queryOf(filters, { [name]: 'true' })}`);
  return (
    <p>
      <strong>
        {counted(exchanges, before === '' ? 'exchange' : 'older exchange')}
        {Object.keys(filters).length > 0 && ' like this'}
      </strong>
      {': '}
      {refused > 0 && filters.refused === undefined ? <a href={only('refused')}>{refused} refused</a> : `${refused} refused`}
      {', '}
      {noted > 0 && filters.noted === undefined ? <a href={only('noted')}>{noted} with notes</a> : `${noted} with notes`}
      {'.'}
    </p>
  );
}

/** What our script needs to know to go on by itself. */
function Live({ visit, filters, newest }: { readonly visit: PageVisit; readonly filters: Filters; readonly newest: string | undefined }) {
  return (
    <p
      class="scripted"
      id="live"
      data-pages={to(visit, '')}
      data-asks={to(visit, `/control/exchanges?${queryOf(filters, { limit: '1000', conformance: 'true' })}`)}
      data-newest={newest}
    >
      <button type="button" class="plain">
        Stop looking for new ones
      </button>{' '}
      <span role="status">New exchanges appear here by themselves.</span>
    </p>
  );
}

function Nothing({ visit, filters, before, first }: Omit<ListProps, 'exchanges' | 'counts'>) {
  if (before !== '') return <p id="nothing">Nothing older is kept.</p>;
  if (Object.keys(filters).length > 0) return <p id="nothing">None of the exchanges that are kept is like this.</p>;
  return (
    <div id="nothing">
      <h2>Nothing has been asked yet</h2>
      <p>
        Point your program at <code>{visit.base}</code> instead of the real service, or send a first request. It appears here, with the
        reason for its answer.
      </p>
      {first !== undefined && (
        <>
          <p>In a terminal:</p>
          <Copied id="first-line" text={first} what="this line" />
        </>
      )}
      <p>
        Or in the browser: <a href={to(visit, '/apis')}>choose an API and try one of its operations</a>
      </p>
    </div>
  );
}
