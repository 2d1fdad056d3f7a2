/** Who is stuck: every team with how it does, from numbers alone. What was sent is nobody's business but the team's. */
import { counted } from '../../contract/counted.ts';
import { realClock } from '../../workspace/time/clock.ts';
import { Done } from '../page/done.tsx';
import { LivePart } from '../page/live-part.tsx';
import { organiserPage, type PageVisit } from '../visit.ts';
import { askTeams, type HeldEvent, type Team, teamName } from './ask-event.ts';
import { eventPage } from './event-page.tsx';
import { agoOf, howTheyDo, states, type HowTheyDo } from './how-they-do.ts';
import { minuteIn } from '../exchanges/words.ts';

interface ShownTeam extends HowTheyDo {
  readonly team: Team;
}

export async function teamsPage(visit: PageVisit, event: HeldEvent): Promise<Response> {
  const now = realClock.now();
  const teams = (await askTeams(visit, true)).map((team): ShownTeam => ({ team, ...howTheyDo(team.counters, now) }));
  return eventPage(visit, {
    part: '',
    title: event.name,
    main: (
      <>
        <Done visit={visit} words={{ deleted: 'The workspace is gone, with all that was in it.' }} />
        <p>
          {event.workspaces} of {counted(event.limit, 'workspace')}, until {minuteIn(event.expires)} UTC.
          {event.announcement !== undefined && ` Announced: ${event.announcement}`}
        </p>
        {teams.length === 0 ? (
          <p>
            There are none yet. <a href={organiserPage(visit, '/make')}>Make workspaces for the teams</a>
          </p>
        ) : (
          <LivePart id="teams" what="What teams do, and who is stuck,">
            <Filters visit={visit} teams={teams} />
            <Teams visit={visit} teams={chosen(visit, teams)} now={now} />
          </LivePart>
        )}
      </>
    ),
  });
}

const orders = {
  help: { words: 'who needs help', by: (one: ShownTeam, other: ShownTeam) => states.indexOf(one.state) - states.indexOf(other.state) },
  name: { words: 'name', by: (one: ShownTeam, other: ShownTeam) => teamName(one.team).localeCompare(teamName(other.team), 'en') },
  requests: { words: 'requests', by: (one: ShownTeam, other: ShownTeam) => requestsOf(other) - requestsOf(one) },
  latest: { words: 'last exchange', by: (one: ShownTeam, other: ShownTeam) => lastOf(other).localeCompare(lastOf(one)) },
} as const;
type Order = keyof typeof orders;

const requestsOf = ({ team }: ShownTeam): number => team.counters?.requests ?? 0;
const lastOf = ({ team }: ShownTeam): string => team.counters?.lastUsed ?? '';

const orderOf = ({ query }: PageVisit): Order => {
  const asked = query.get('sort') ?? '';
  return Object.hasOwn(orders, asked) ? (asked as Order) : 'help'; // one of their names
};
const shownOf = ({ query }: PageVisit): string | undefined => states.find((state) => state === query.get('show'));

function chosen(visit: PageVisit, teams: readonly ShownTeam[]): readonly ShownTeam[] {
  const show = shownOf(visit);
  return teams.filter(({ state }) => show === undefined || state === show).toSorted(orders[orderOf(visit)].by);
}

function Filters({ visit, teams }: { readonly visit: PageVisit; readonly teams: readonly ShownTeam[] }) {
  const [show, sort] = [shownOf(visit), orderOf(visit)];
  const there = (state: string | undefined, order: string): string => {
    const query = new URLSearchParams({ ...(state !== undefined && { show: state }), ...(order !== 'help' && { sort: order }) }).toString();
    return organiserPage(visit, query === '' ? '' : `?${query}`);
  };
  return (
    <nav class="choices" aria-label="Teams to show">
      <p>
        Show{' '}
        {[undefined, ...states].map((state) => (
          <>
            <a href={there(state, sort)} aria-current={state === show ? 'page' : undefined}>
              {state ?? 'all'} ({teams.filter((team) => state === undefined || team.state === state).length})
            </a>{' '}
          </>
        ))}
      </p>
      <p>
        Sort by{' '}
        {Object.entries(orders).map(([order, { words }]) => (
          <>
            <a href={there(show, order)} aria-current={order === sort ? 'page' : undefined}>
              {words}
            </a>{' '}
          </>
        ))}
      </p>
    </nav>
  );
}

interface TeamsProps {
  readonly visit: PageVisit;
  readonly teams: readonly ShownTeam[];
  readonly now: number;
}

function Teams({ visit, teams, now }: TeamsProps) {
  if (teams.length === 0) return <p>None of them.</p>;
  return (
    <div class="wide" role="region" aria-label="Teams" tabindex={0}>
      <table class="stacked teams">
        <caption>
          Each team and how it does. Refused: of all requests, and of the last twenty. What would fail in integration was not refused here.
        </caption>
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">How they do</th>
            <th scope="col">Last exchange</th>
            <th scope="col">Requests</th>
            <th scope="col">Refused</th>
            <th scope="col">Would fail in integration</th>
            <th scope="col">Clock</th>
          </tr>
        </thead>
        <tbody>
          {teams.map(({ team, state, words }) => (
            <tr>
              <th scope="row">
                <a href={organiserPage(visit, `/teams/${team.id}`)}>{teamName(team)}</a>
              </th>
              <td class={state === 'stuck' ? 'bad' : undefined}>{words}</td>
              <td>{lastWords(team, now)}</td>
              <td>{counted(requestsOf({ team, state, words }), 'request')}</td>
              <td>{refusedWords(team)}</td>
              <td>{failingWords(team)}</td>
              <td>{clockWords(team)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function lastWords({ counters }: Team, now: number): string {
  const { last, lastUsed } = counters ?? {};
  if (!last || lastUsed === undefined) return '';
  const what = [last.method, last.api, last.operation].filter((word) => word !== undefined).join(' ');
  return `${agoOf(now - Date.parse(lastUsed))}: ${what}, ${last.status}`;
}

export function refusedWords({ counters }: Team): string {
  const { requests = 0, refused = 0, recent } = counters ?? {};
  if (requests === 0) return '';
  const percent = (part: number, all: number): string => `${Math.round((part / all) * 100)} %`;
  return recent ? `${percent(refused, requests)}; lately ${percent(recent.refused, recent.exchanges)}` : percent(refused, requests);
}

/** The rule is in its own words, which say what a client does that keeps to it. */
export function failingWords({ counters }: Team): string {
  const { exchanges = 0, notes } = counters?.recent ?? {};
  if (!notes) return '';
  if (notes.exchanges === 0) return 'none';
  const many = `${notes.exchanges} of the last ${exchanges}`;
  return notes.commonest ? `${many}. Rule not kept: ${notes.commonest.title}.` : many;
}

export function clockWords({ counters }: Team): string {
  const { mode, at = '', by = '' } = counters?.clock ?? {};
  if (mode === 'frozen') return `stands at ${minuteIn(at)}`;
  if (mode === 'offset') return by.startsWith('-') ? `${by.slice(1)} behind` : `${by} ahead`;
  return mode === 'real' ? 'real time' : '';
}
