/** Where the code of an event is given and forgotten, and where an event is made. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { minuteIn } from '../exchanges/words.ts';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { page } from '../page/page.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { to, type PageVisit } from '../visit.ts';

interface NotOpened {
  readonly status: 401 | 422;
  readonly fault: string;
}

export function openPage(visit: PageVisit, notOpened?: NotOpened): Promise<Response> {
  return page(visit, {
    title: 'For organisers',
    status: notOpened?.status ?? 200,
    main: (
      <>
        <p>
          An event is a room of teams, each with a workspace of its own. Whoever organises it has its code, and with that makes the
          workspaces, prints a card for every team, sees who is stuck, and tells everybody that lunch is at one.
        </p>
        <PortalForm visit={visit} action="/organiser/open" class="panel">
          <h2>You have a code</h2>
          <Field
            name="code"
            label="Code of the event"
            hint="It begins with nhse_. This browser keeps it until it is closed, for the pages for organisers only."
            type="password"
            required
            size={40}
            maxlength={200}
            fault={notOpened?.fault}
          />
          <button>Open the event</button>
        </PortalForm>
        {visit.eventCode !== undefined && (
          <PortalForm visit={visit} action="/organiser/forget">
            <p>This browser has the code of an event.</p>
            <button class="plain">Forget it</button>
          </PortalForm>
        )}
        <h2>You have none yet</h2>
        <p>
          Whoever runs this sandbox makes an event, and so does anybody on a machine of their own.{' '}
          <a href={to(visit, '/organiser/new')}>Make an event</a>
        </p>
      </>
    ),
  });
}

export interface TypedEvent {
  readonly name: string;
  readonly workspaces: string;
  readonly hours: string;
}

export async function newEventPage(visit: PageVisit, typed?: TypedEvent, refused?: Refused): Promise<Response> {
  const events = await askControl<'list-events'>(visit, '/events');
  const { name = '', workspaces = '60', hours = '72' } = typed ?? {};
  return page(visit, {
    title: 'Make an event',
    status: refused?.status ?? 200,
    main: (
      <>
        <Refusal refused={refused} />
        <PortalForm visit={visit} action="/organiser/new">
          <Field name="name" label="What it is called" value={name} required maxlength={80} fault={faultAt(refused, '/name')} />
          <Field
            name="workspaces"
            label="How many workspaces it may have"
            type="number"
            value={workspaces}
            fault={faultAt(refused, '/limit')}
          />
          <Field
            name="hours"
            label="How many hours it lasts"
            hint="From now; 720 at most. Its workspaces end with it, and it can be extended."
            type="number"
            value={hours}
            fault={faultAt(refused, '/hours')}
          />
          {!events.ok && (
            <Field
              name="operator"
              label="The operator’s key"
              hint="Only whoever runs this sandbox may make an event. The key is used this once, and not kept."
              type="password"
              required
              size={40}
              maxlength={200}
              fault={refused?.status === 401 ? 'This is not the operator’s key.' : undefined}
            />
          )}
          <button>Make the event</button>
        </PortalForm>
        {events.ok && events.body.events.length > 0 && <Events events={events.body.events} />}
        <p>
          <a href={to(visit, '/organiser')}>Open an event by its code</a>
        </p>
      </>
    ),
  });
}

function Events({ events }: { readonly events: readonly components['schemas']['Event'][] }) {
  return (
    <table class="stacked">
      <caption>Events that there are. Each opens by its code only, which was shown when it was made.</caption>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">Workspaces</th>
          <th scope="col">Ends (UTC)</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ name, workspaces, limit, expires }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              {workspaces} of {limit}
            </td>
            <td>{minuteIn(expires)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
