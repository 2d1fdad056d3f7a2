/** Workspaces for every team: how many or which, and what is worth choosing at once. */
import { counted } from '../../contract/counted.ts';
import { sending } from '../control.ts';
import { isThisMachine } from '../home/this-machine.ts';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { withForm } from '../page/with-form.ts';
import type { PageVisit } from '../visit.ts';
import { askEvent, type HeldEvent } from './ask-event.ts';
import { CardsShown, madeIn } from './cards-shown.tsx';
import { eventPage } from './event-page.tsx';
import { readdressed, sandboxAddress } from './readdressed.ts';
import { numberTyped } from '../page/number-typed.ts';

type Typed = Readonly<Record<'names' | 'count' | 'prefix' | 'hours' | 'access' | 'population' | 'clock' | 'address', string>>;
const atFirst: Typed = { names: '', count: '40', prefix: 'team', hours: '', access: '', population: '', clock: '', address: '' };

const elsewhere =
  'Where it is not the one that you opened: a server that was started with --host prints it, as in http://192.168.1.20:8787.';
const nobodyElse =
  'You opened an address that works on this machine only, and so would those on the cards. For a room, start the sandbox with --host 0.0.0.0, and type what it prints, as in http://192.168.1.20:8787.';

interface NotMade {
  readonly refused?: Refused;
  readonly address?: string;
}

export function makePage(visit: PageVisit, event: HeldEvent, typed = atFirst, { refused, address }: NotMade = {}): Promise<Response> {
  return eventPage(visit, {
    part: '/make',
    title: 'Make workspaces',
    status: refused?.status ?? (address === undefined ? 200 : 422),
    main: (
      <>
        <Refusal refused={refused} />
        <p>
          One for each team: an address and a key of its own, and everything that {event.name} shares. There are {event.workspaces} of{' '}
          {event.limit}. All are made, or none.
        </p>
        <PortalForm visit={visit} action="/organiser/make">
          <Field name="count" label="How many" hint="100 at a time." type="number" value={typed.count} fault={faultAt(refused, '/count')} />
          <Field
            name="prefix"
            label="What their names begin with"
            hint="Each gets this and a number: team-01, team-02."
            value={typed.prefix}
            maxlength={40}
            fault={faultAt(refused, '/prefix')}
          />
          <Field
            name="names"
            label="Or their names, one a line"
            hint="Then one is made for each line, and the two fields above are left alone."
            value={typed.names}
            lines={4}
            fault={faultAt(refused, '/names')}
          />
          <Field
            name="address"
            label="Address that the room can open"
            hint={isThisMachine(visit.mockOrigin) ? nobodyElse : elsewhere}
            value={typed.address}
            type="url"
            size={40}
            fault={address}
          />
          <details id="more-choices" open={typed.hours + typed.access + typed.population + typed.clock !== ''}>
            <summary>More to choose</summary>
            <Field
              name="hours"
              label="Hours that they live"
              hint="As long as the event, where nothing is said."
              type="number"
              value={typed.hours}
              fault={faultAt(refused, '/hours')}
            />
            <Field
              name="access"
              label="Who is let in"
              choices={[
                ['', 'Everybody, with whatever token or with none'],
                ['strict', 'Whoever shows a token or a key as the API asks (strict access)'],
              ]}
              value={typed.access}
              fault={faultAt(refused, '/settings/access')}
            />
            <Field
              name="population"
              label="How many made-up people"
              hint="From 1000; all there are, where nothing is said."
              type="number"
              value={typed.population}
              fault={faultAt(refused, '/population')}
            />
            <Field
              name="clock"
              label="An instant at which their clocks stand"
              hint="As in 2026-01-01T09:00:00Z; they go with real time, where nothing is said."
              value={typed.clock}
              fault={faultAt(refused, '/clock')}
            />
          </details>
          <button>Make them, and show the cards</button>
        </PortalForm>
      </>
    ),
  });
}

export const makeTeams = (visit: PageVisit, event: HeldEvent): Promise<Response> =>
  withForm(visit, async (field) => {
    const typed = typedIn(field);
    const address = typed.address === '' ? undefined : sandboxAddress(typed.address);
    if (address === undefined && typed.address !== '')
      return makePage(visit, event, typed, { address: 'This is no address of a sandbox, as in http://192.168.1.20:8787.' });
    const answer = await askEvent<'make-workspaces'>(visit, '/workspaces', sending('POST', wishesIn(typed)));
    if (!answer.ok) return makePage(visit, event, typed, { refused: answer });
    const made = madeIn(answer.body).map((team) => readdressed(team, address));
    return eventPage(visit, {
      part: '/make',
      title: counted(made.length, 'workspace is there', 'workspaces are there'),
      status: 201,
      main: <CardsShown visit={visit} made={made} />,
    });
  });

const typedIn = (field: (name: string) => string): Typed => ({
  names: field('names'),
  count: field('count'),
  prefix: field('prefix'),
  hours: field('hours'),
  access: field('access'),
  population: field('population'),
  clock: field('clock'),
  address: field('address'),
});

function wishesIn({ names, count, prefix, hours, access, population, clock }: Typed): object {
  const each = names
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    ...(each.length > 0 ? { names: each } : { count: numberTyped(count), prefix }),
    hours: numberTyped(hours),
    population: numberTyped(population),
    ...(access !== '' && { settings: { access } }),
    ...(clock !== '' && { clock }),
  };
}
