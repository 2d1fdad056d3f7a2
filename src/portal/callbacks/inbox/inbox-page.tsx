/** Everything that was sent by itself, or would have been: newest first, filtered, page by page, and live where script runs. */
import type { components } from '../../../generated/sandbox-control.types.ts';
import { askControl } from '../../control.ts';
import { timeOf } from '../../exchanges/words.ts';
import { consolePage } from '../../page/console.tsx';
import { LivePart } from '../../page/live-part.tsx';
import { refused } from '../../page/refused.tsx';
import { to, type PageVisit } from '../../visit.ts';
import { stateInWords } from '../states.ts';
import { InboxFilterForm, inboxFiltersOf, inboxQueryOf, type InboxFilters } from './inbox-filters.tsx';
import { headlineOf, type SentMessage } from './words.ts';

const onePage = 50;

export async function inboxPage(visit: PageVisit): Promise<Response> {
  const filters = inboxFiltersOf(visit.query);
  const before = visit.query.get('before') ?? '';
  const [found, offered, catalogue] = await Promise.all([
    // One more than is shown tells whether there are older ones.
    askControl<'list-messages'>(visit, `/inbox?${inboxQueryOf(filters, { limit: String(onePage + 1), ...(before !== '' && { before }) })}`),
    askControl<'list-callbacks'>(visit, '/callbacks'),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
  ]);
  const titles = new Map(catalogue.ok ? catalogue.body.apis.map(({ slug, title }) => [slug, title]) : []);
  const apis = apisIn(offered.ok ? offered.body.callbacks : [], titles);
  const isWrong = !found.ok && (found.status === 400 || found.status === 422);
  if (!found.ok && !isWrong) return refused(visit, found);
  return consolePage(visit, {
    part: 'inbox',
    title: 'Inbox',
    status: found.ok ? 200 : found.status,
    main: (
      <>
        <p>
          Everything that the APIs here send by themselves, whether or not anybody is sent it: events and callbacks for programs, and the
          texts, emails and letters that patients would read. Nothing leaves the sandbox unless you{' '}
          <a href={to(visit, '/subscriptions')}>say where to</a>.
        </p>
        <ul role="list" class="ways">
          <li>
            <a href={to(visit, '/inbox/send')}>Send one now</a>
          </li>
          <li>
            <a href={to(visit, '/deliveries')}>What became of deliveries</a>
          </li>
          <li>
            <a href={to(visit, '/clock')}>What happens next</a>
          </li>
        </ul>
        <InboxFilterForm visit={visit} filters={filters} apis={apis} refused={found.ok ? undefined : found} />
        {found.ok && <Readers visit={visit} filters={filters} />}
        {found.ok && (
          <List visit={visit} titles={titles} filters={filters} apis={apis} before={before} messages={found.body.messages.toReversed()} />
        )}
      </>
    ),
  });
}

type Titles = ReadonlyMap<string, string>;
type NamedApi = readonly [slug: string, title: string];

const apisIn = (offered: readonly components['schemas']['Callback'][], titles: Titles): readonly NamedApi[] =>
  [...new Set(offered.map(({ api }) => api))].map((api) => [api, titles.get(api) ?? api]);

const readers = [
  [undefined, 'Everything'],
  ['people', 'What people read'],
  ['programs', 'What programs get'],
] as const;

/** A message to one person is told to programs in a dozen steps. */
function Readers({ visit, filters: { for: chosen, ...others } }: Pick<ListProps, 'visit' | 'filters'>) {
  return (
    <nav aria-label="For whom">
      <ul role="list" class="choices">
        {readers.map(([reader, words]) => (
          <li>
            <a
              href={to(visit, `/inbox?${inboxQueryOf({ ...(reader && { for: reader }), ...others })}`.replace(/\?$/, ''))}
              aria-current={chosen === reader ? 'page' : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ListProps {
  readonly visit: PageVisit;
  readonly titles: Titles;
  readonly filters: InboxFilters;
  /** That send something. */
  readonly apis: readonly NamedApi[];
  readonly before: string;
  /** Newest first. */
  readonly messages: readonly SentMessage[];
}

function List({ visit, titles, filters, apis, before, messages }: ListProps) {
  const shown = messages.slice(0, onePage);
  const last = shown.at(-1);
  const list =
    shown.length === 0 ? (
      <Nothing visit={visit} apis={apis} isAll={before === '' && Object.keys(filters).length === 0} />
    ) : (
      <Table visit={visit} titles={titles} messages={shown} />
    );
  return (
    <>
      {before === '' ? (
        <LivePart id="messages" what="New messages">
          {list}
        </LivePart>
      ) : (
        list
      )}
      <nav aria-label="Pages of messages">
        <ul role="list" class="pages">
          {before !== '' && (
            <li>
              <a href={to(visit, `/inbox?${inboxQueryOf(filters)}`)}>Newest</a>
            </li>
          )}
          {last !== undefined && messages.length > onePage && (
            <li>
              <a href={to(visit, `/inbox?${inboxQueryOf(filters, { before: last.id })}`)}>Older</a>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}

function Table({ visit, titles, messages }: Pick<ListProps, 'visit' | 'titles' | 'messages'>) {
  return (
    <table class="stacked inbox">
      <caption>Newest first. Times are those of the sandbox’s clock, in UTC.</caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Message</th>
          <th scope="col">Sent by</th>
          <th scope="col">Sent to</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => {
          const { what, says } = headlineOf(message);
          return (
            <tr>
              <td>{timeOf(message.time)}</td>
              <td>
                <a href={to(visit, `/inbox/${message.id}`)}>{what}</a>
                {says !== undefined && <span class="says">{says}</span>}
              </td>
              <td>
                {titles.get(message.api) ?? message.api}
                {message.byHand && ', by hand'}
              </td>
              <td>{sentTo(message)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** `nobody`, `2 receivers: delivered, waiting`. */
function sentTo({ deliveries, isShownOnly }: SentMessage): string {
  if (deliveries.length === 0) return isShownOnly ? 'shown here only' : 'nobody subscribed';
  const states = deliveries.map(({ state }) => stateInWords[state]);
  return deliveries.length === 1 ? (states[0] ?? '') : `${deliveries.length} receivers: ${[...new Set(states)].join(', ')}`;
}

interface NothingProps {
  readonly visit: PageVisit;
  readonly apis: readonly NamedApi[];
  readonly isAll: boolean;
}

function Nothing({ visit, apis, isAll }: NothingProps) {
  if (!isAll) return <p>None of the messages that are kept is like this.</p>;
  return (
    <>
      <h2>Nothing has been sent yet</h2>
      <p>
        Change something that others are told of, or have an API write to somebody: what is sent then, at once or hours later, appears here.
        Or <a href={to(visit, '/inbox/send')}>send one now</a>.
      </p>
      {apis.length > 0 && (
        <p>
          These send something, and say what and when:
          {apis.map(([slug, title], i) => (
            <>
              {i === 0 ? ' ' : ', '}
              <a href={to(visit, `/apis/${encodeURIComponent(slug)}#callbacks`)}>{title}</a>
            </>
          ))}
          .
        </p>
      )}
    </>
  );
}
