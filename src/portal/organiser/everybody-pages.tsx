/** What concerns every team at once: something to tell them, the end of the event, and the beginning. */
import { counted } from '../../contract/counted.ts';
import { sending } from '../control.ts';
import { cookie, eventCookie } from '../cookies.ts';
import { Done } from '../page/done.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { refused as refusal } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import { organiserPage, type PageVisit } from '../visit.ts';
import { askEvent, type HeldEvent } from './ask-event.ts';
import { eventPage, onceMore } from './event-page.tsx';
import { minuteIn } from '../exchanges/words.ts';
import { hoursLeft } from './hours-left.ts';
import { numberTyped } from '../page/number-typed.ts';

type Typed = Readonly<Partial<Record<'announcement' | 'hours', string>>>;

const done = {
  announced: 'It is shown to every team.',
  silenced: 'Nothing is announced any more.',
  extended: 'The end of the event was moved, and that of its workspaces with it.',
  reset: 'Every workspace is as it was at the beginning.',
};

const here = '/organiser/everybody';

export function everybodyPage(visit: PageVisit, event: HeldEvent, typed: Typed = {}, refused?: Refused): Promise<Response> {
  return eventPage(visit, {
    part: '/everybody',
    title: 'For everybody',
    status: refused?.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={done} />
        <Refusal refused={refused} />
        <h2>Tell every team something</h2>
        <PortalForm visit={visit} action={here}>
          <Field
            name="announcement"
            label="Announcement"
            hint="Shown on every page of a team whose key the browser has. Left empty, nothing is announced any more."
            value={typed.announcement ?? event.announcement ?? ''}
            lines={2}
            maxlength={500}
            fault={faultAt(refused, '/announcement')}
          />
          <button>Announce it</button>
        </PortalForm>
        <h2>Move the end</h2>
        <PortalForm visit={visit} action="/organiser/everybody/extend">
          <Field
            name="hours"
            label="Hours from now until the event ends"
            hint={`It ends at ${minuteIn(event.expires)} UTC, and its workspaces with it: a day more is filled in.`}
            type="number"
            value={typed.hours ?? hoursLeft(event.expires, 24)}
            required
            fault={faultAt(refused, '/hours')}
          />
          <button>Move the end</button>
        </PortalForm>
        <h2>Begin again, or end it</h2>
        <ul>
          <li>
            <a href={organiserPage(visit, '/everybody/reset')}>Reset every workspace</a>
          </li>
          <li>
            <a href={organiserPage(visit, '/everybody/end')}>Delete the event</a>, with all its workspaces
          </li>
        </ul>
      </>
    ),
  });
}

export const announce = (visit: PageVisit, event: HeldEvent): Promise<Response> =>
  withForm(visit, async (field) => {
    const announcement = field('announcement');
    const isNothing = announcement === '';
    const changed = await askEvent<'change-event'>(visit, '/event', sending('PATCH', { announcement: isNothing ? null : announcement }));
    return changed.ok
      ? seePage(visit, `${here}?done=${isNothing ? 'silenced' : 'announced'}`)
      : everybodyPage(visit, event, { announcement }, changed);
  });

export const extendEvent = (visit: PageVisit, event: HeldEvent): Promise<Response> =>
  withForm(visit, async (field) => {
    const hours = field('hours');
    const changed = await askEvent<'change-event'>(visit, '/event', sending('PATCH', { hours: numberTyped(hours) }));
    return changed.ok ? seePage(visit, `${here}?done=extended`) : everybodyPage(visit, event, { hours }, changed);
  });

export const askReset = (visit: PageVisit, { workspaces }: HeldEvent): Promise<Response> =>
  onceMore(visit, {
    part: '/everybody',
    title: 'Reset every workspace?',
    words: `Everything that ${counted(workspaces, 'team')} changed is deleted, and the lists of what they sent with it. This cannot be taken back. Settings, contracts and snapshots stay.`,
    action: '/everybody/reset',
    button: 'Reset them all',
    back: '/everybody',
  });

export const resetEvent = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async () => {
    const reset = await askEvent<'reset-event'>(visit, '/event/reset', sending('POST'));
    return reset.ok ? seePage(visit, `${here}?done=reset`) : refusal(visit, reset);
  });

export const askEnd = (visit: PageVisit, { name, workspaces }: HeldEvent, fault?: string): Promise<Response> =>
  onceMore(visit, {
    part: '/everybody',
    title: `Delete ${name}?`,
    status: fault === undefined ? 200 : 422,
    words: `The event goes with ${counted(workspaces, 'workspace')} and all that is in them, at once and for good. Nothing brings them back.`,
    action: '/everybody/end',
    button: 'Delete the event',
    back: '/everybody',
    typed: <Field name="name" label="Type the name of the event, so that it is the right one" hint={name} required fault={fault} />,
  });

export const endEvent = (visit: PageVisit, event: HeldEvent): Promise<Response> =>
  withForm(visit, async (field) => {
    if (field('name') !== event.name.trim()) return askEnd(visit, event, 'This is not its name.');
    const gone = await askEvent<'end-event'>(visit, '/event', sending('DELETE'));
    if (!gone.ok) return refusal(visit, gone);
    const { folder, origin } = visit;
    return seePage(visit, '/organiser/open', { 'Set-Cookie': cookie(eventCookie, '', { prefix: organiserPage({ folder }), origin }) });
  });
