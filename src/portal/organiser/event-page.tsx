/** A page about an event, for whoever has given its code: its parts beside the one that is shown. */
import type { Child } from 'hono/jsx';
import { PortalForm } from '../page/form.tsx';
import { page, type ShownPage } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { organiserPage, to, type PageVisit } from '../visit.ts';
import { askEvent, type HeldEvent } from './ask-event.ts';
import { openPage } from './open-page.tsx';

/** Goes on with the event whose code was given, or asks for one. */
export async function withEvent(visit: PageVisit, task: (event: HeldEvent) => Promise<Response>): Promise<Response> {
  if (visit.eventCode === undefined) return openPage(visit);
  const event = await askEvent<'read-event'>(visit, '/event?counters=false');
  if (event.ok) return task(event.body);
  if (event.status !== 401) return refused(visit, event);
  return openPage(visit, { status: 401, fault: 'The code that was given here opens no event, or none any more.' });
}

const parts = [
  ['', 'Teams'],
  ['/make', 'Make workspaces'],
  ['/everybody', 'For everybody'],
  ['/contracts', 'Contracts'],
  ['/open', 'The code'],
] as const;

export interface EventPage extends Omit<ShownPage, 'section' | 'main'> {
  readonly part: (typeof parts)[number][0];
  readonly main: Child;
}

export const eventPage = (visit: PageVisit, { part, main, ...shown }: EventPage): Promise<Response> =>
  page(visit, {
    ...shown,
    main: (
      <div class="console">
        <nav class="console-parts" aria-label="This event">
          <ul role="list">
            {parts.map(([place, words]) => (
              <li>
                <a href={organiserPage(visit, place)} aria-current={place === part ? 'page' : undefined}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div>{main}</div>
      </div>
    ),
  });

interface AskedOnceMore extends Pick<EventPage, 'part' | 'title' | 'status'> {
  /** What will be gone, and what stays. */
  readonly words: string;
  /** Below the pages for organisers. */
  readonly action: string;
  readonly button: string;
  readonly back: string;
  /** What has to be typed besides. */
  readonly typed?: Child;
}

/** Before what cannot be taken back. */
export const onceMore = (visit: PageVisit, { part, title, status = 200, words, action, button, back, typed }: AskedOnceMore) =>
  eventPage(visit, {
    part,
    title,
    status,
    main: (
      <>
        <p>{words}</p>
        <PortalForm visit={visit} action={`/organiser${action}`}>
          {typed}
          <p class="actions">
            <button>{button}</button> <a href={to(visit, `/organiser${back}`)}>Leave it as it is</a>
          </p>
        </PortalForm>
      </>
    ),
  });
