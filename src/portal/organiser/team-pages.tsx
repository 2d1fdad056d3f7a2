/** One team, and what can be done for it alone. What is in its workspace its own pages show, to whoever has its key. */
import { realClock } from '../../workspace/time/clock.ts';
import { sending } from '../control.ts';
import { askFirstRequest } from '../home/first-call.tsx';
import { Done } from '../page/done.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { page } from '../page/page.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import { organiserPage, type PageVisit } from '../visit.ts';
import { askEvent, teamName, type HeldEvent } from './ask-event.ts';
import { CardsShown, madeIn } from './cards-shown.tsx';
import { eventPage, onceMore } from './event-page.tsx';
import { howTheyDo } from './how-they-do.ts';
import { minuteIn } from '../exchanges/words.ts';
import { clockWords, failingWords, lastWords, refusedWords } from './teams-page.tsx';
import { hoursLeft } from './hours-left.ts';
import { numberTyped } from '../page/number-typed.ts';

interface OneTeam {
  readonly visit: PageVisit;
  readonly event: HeldEvent;
  readonly id: string;
}

const place = (id: string, rest = ''): string => `/workspaces/${encodeURIComponent(id)}${rest}`;

const done = {
  renamed: 'It has another name.',
  extended: 'Its end was moved.',
  reset: 'It is as it was at the beginning.',
};

export async function teamPage({ visit, event, id }: OneTeam, refused?: Refused, typed: Readonly<Record<string, string>> = {}) {
  const team = await askEvent<'read-any-workspace'>(visit, place(id));
  if (!team.ok) return noTeam(visit);
  const name = teamName(team.body);
  const { baseUrl, expires, made, counters } = team.body;
  const now = realClock.now();
  const facts: readonly (readonly [string, string])[] = [
    ['How they do', howTheyDo(counters, now).words],
    ['Last exchange', lastWords(team.body, now)],
    ['Requests', String(counters?.requests ?? 0)],
    ['Refused', refusedWords(team.body)],
    ['Would fail in integration', failingWords(team.body)],
    ['Clock', clockWords(team.body)],
    ['Address', baseUrl],
    ['Made', `${minuteIn(made)} UTC`],
    ['Ends', expires === undefined ? 'never' : `${minuteIn(expires)} UTC`],
  ];
  const action = (rest: string): string => `/organiser/teams/${id}${rest}`;
  return eventPage(visit, {
    part: '',
    title: name,
    status: refused?.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={done} />
        <Refusal refused={refused} />
        <dl>
          {facts
            .filter(([, value]) => value !== '')
            .map(([what, value]) => (
              <>
                <dt>{what}</dt>
                <dd>{value}</dd>
              </>
            ))}
        </dl>
        <h2>For this team</h2>
        <div class="team-tasks">
          <PortalForm visit={visit} action={action('/rename')}>
            <Field
              name="name"
              label="Another name"
              value={typed['name'] ?? name}
              required
              maxlength={80}
              fault={faultAt(refused, '/name')}
            />
            <button class="plain">Rename it</button>
          </PortalForm>
          <PortalForm visit={visit} action={action('/extend')}>
            <Field
              name="hours"
              label="Hours from now until it ends"
              hint={`Never beyond the event, which ends at ${minuteIn(event.expires)} UTC.`}
              type="number"
              value={typed['hours'] ?? hoursLeft(event.expires)}
              required
              fault={faultAt(refused, '/hours')}
            />
            <button class="plain">Move its end</button>
          </PortalForm>
          <PortalForm visit={visit} action={action('/copy')}>
            <Field
              name="copy"
              label="A copy for a late team, called"
              hint="A new workspace, with a key of its own, and everything that was changed in this one."
              value={typed['copy'] ?? ''}
              required
              maxlength={80}
              fault={typed['copy'] === undefined ? undefined : faultAt(refused, '/name')}
            />
            <button class="plain">Copy it</button>
          </PortalForm>
        </div>
        <ul>
          <li>
            <a href={organiserPage(visit, `/teams/${id}/key`)}>Give it another key</a>, where the team lost its own
          </li>
          <li>
            <a href={organiserPage(visit, `/teams/${id}/reset`)}>Reset it</a>, back to the beginning
          </li>
          <li>
            <a href={organiserPage(visit, `/teams/${id}/delete`)}>Delete it</a>, with all that is in it
          </li>
        </ul>
        <p>
          <a href={organiserPage(visit)}>All teams</a>
        </p>
      </>
    ),
  });
}

const noTeam = (visit: PageVisit): Promise<Response> =>
  page(visit, {
    title: 'There is no such team',
    status: 404,
    main: (
      <p>
        No workspace of this event is here, or it has ended. <a href={organiserPage(visit)}>All teams</a>
      </p>
    ),
  });

/** Whatever the address was loaded with: what is no id may be no header either. */
export const seeTeam = ({ visit, id }: Pick<OneTeam, 'visit' | 'id'>, rest = ''): Response =>
  seePage(visit, `/organiser/teams/${encodeURIComponent(id)}${rest}`);

const see = (one: OneTeam, word: keyof typeof done): Response => seeTeam(one, `?done=${word}`);

export const renameTeam = (one: OneTeam): Promise<Response> =>
  withForm(one.visit, async (field) => {
    const name = field('name');
    const changed = await askEvent<'change-any-workspace'>(one.visit, place(one.id), sending('PATCH', { name }));
    return changed.ok ? see(one, 'renamed') : teamPage(one, changed, { name });
  });

export const extendTeam = (one: OneTeam): Promise<Response> =>
  withForm(one.visit, async (field) => {
    const hours = field('hours');
    const changed = await askEvent<'change-any-workspace'>(one.visit, place(one.id), sending('PATCH', { hours: numberTyped(hours) }));
    return changed.ok ? see(one, 'extended') : teamPage(one, changed, { hours });
  });

/** What is asked once more before it is done to one team: by the last part of its address. */
const askedOnceMore = {
  reset: {
    title: (name: string) => `Reset ${name}?`,
    words:
      'Everything that the team has changed is deleted, and the list of what it sent with it. This cannot be taken back. Settings, contracts and snapshots stay.',
    button: 'Reset it',
  },
  key: {
    title: (name: string) => `Another key for ${name}?`,
    words: 'The key that the team has opens its workspace no longer, from that moment on. The new one is shown once.',
    button: 'Give it another key',
  },
  delete: {
    title: (name: string) => `Delete ${name}?`,
    words: 'The workspace goes with all that is in it, at once and for good, and its address is never used again.',
    button: 'Delete it',
  },
} as const;

export async function askTeam({ visit, id }: OneTeam, what: keyof typeof askedOnceMore): Promise<Response> {
  const team = await askEvent<'read-any-workspace'>(visit, place(id));
  if (!team.ok) return noTeam(visit);
  const { title, words, button } = askedOnceMore[what];
  return onceMore(visit, {
    part: '',
    title: title(teamName(team.body)),
    words,
    action: `/teams/${id}/${what}`,
    button,
    back: `/teams/${id}`,
  });
}

export const resetTeam = (one: OneTeam): Promise<Response> =>
  withForm(one.visit, async () => {
    const reset = await askEvent<'reset-any-workspace'>(one.visit, place(one.id, '/reset'), sending('POST'));
    return reset.ok ? see(one, 'reset') : teamPage(one, reset);
  });

export const deleteTeam = (one: OneTeam): Promise<Response> =>
  withForm(one.visit, async () => {
    const gone = await askEvent<'delete-any-workspace'>(one.visit, place(one.id), sending('DELETE'));
    return gone.ok ? seePage(one.visit, '/organiser?done=deleted') : teamPage(one, gone);
  });

export const giveKey = (one: OneTeam): Promise<Response> =>
  withForm(one.visit, async () => {
    const { visit, id } = one;
    const team = await askEvent<'read-any-workspace'>(visit, place(id));
    if (!team.ok) return noTeam(visit);
    const rotated = await askEvent<'rotate-any-key'>(visit, place(id, '/rotate-key'), sending('POST', {}));
    if (!rotated.ok) return teamPage(one, rotated);
    const { managementKey } = rotated.body;
    const { baseUrl } = team.body;
    const first = await askFirstRequest(visit);
    const curl = first.ok ? first.body.curl.replace(visit.base, baseUrl) : `curl ${baseUrl}/_sandbox/catalogue`;
    return eventPage(visit, {
      part: '',
      title: `${teamName(team.body)} has another key`,
      main: <CardsShown visit={visit} made={[{ ...team.body, managementKey, curl, env: [] }]} />,
    });
  });

export const copyTeam = (one: OneTeam): Promise<Response> =>
  withForm(one.visit, async (field) => {
    const { visit, id } = one;
    const copy = field('copy');
    const forked = await askEvent<'fork-any-workspace'>(visit, place(id, '/fork'), sending('POST', { name: copy }));
    if (!forked.ok) return teamPage(one, forked, { copy });
    return eventPage(visit, {
      part: '',
      title: `${copy} is there`,
      status: 201,
      main: <CardsShown visit={visit} made={madeIn(forked.body)} />,
    });
  });
