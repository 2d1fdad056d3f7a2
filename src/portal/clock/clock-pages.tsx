/** What time it is in this workspace, what happens next and what happened last; and how the clock is moved, set, stopped and let go. */
import { portalPath } from '../../gateway/places.ts';
import { askControl, sending, type ControlAnswer } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Done } from '../page/done.tsx';
import { LivePart } from '../page/live-part.tsx';
import { Refusal, type Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';
import { ClockFace, WhatHappens } from './clock-face.tsx';
import { ClockForms, type Typed } from './clock-forms.tsx';
import { Ran } from './ran.tsx';

export function clockPages(pages: Pages): void {
  pages.get(`${portalPath}/clock`, ({ env: visit }) => clockPage(visit));
  pages.post(`${portalPath}/clock`, ({ env: visit }) => withForm(visit, (field) => move(visit, field)));
}

const done = {
  moved: 'The clock was moved on.',
  frozen: 'The clock stands still.',
  offset: 'The clock goes on from there.',
  real: 'The clock goes in real time again.',
};

async function clockPage(visit: PageVisit, typed: Typed = {}): Promise<Response> {
  const [clock, catalogue] = await Promise.all([
    askControl<'read-clock'>(visit, '/clock'),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
  ]);
  if (!clock.ok) return refused(visit, clock);
  const titles = new Map(catalogue.ok ? catalogue.body.apis.map(({ slug, title }) => [slug, title]) : []);
  const isStill = clock.body.mode === 'frozen';
  const face = <ClockFace clock={clock.body} />;
  const happens = <WhatHappens visit={visit} clock={clock.body} titles={titles} />;
  return consolePage(visit, {
    part: 'clock',
    title: 'Clock',
    status: typed.refused?.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={done} />
        <Ran visit={visit} />
        <Refusal refused={typed.refused} />
        <p>
          This workspace has a clock of its own, and everything here goes by it: dates in answers, how long a token is good for, how old
          people are, and what happens some time after a request.
        </p>
        {isStill ? (
          face
        ) : (
          <LivePart id="clock-face" with="clock-actions" what="The time, and what happens,">
            {face}
          </LivePart>
        )}
        <ClockForms visit={visit} clock={clock.body} typed={typed} />
        <div id="clock-actions">{happens}</div>
      </>
    ),
  });
}

type Moved = ControlAnswer<{ readonly ranInAll: number }>;

async function move(visit: PageVisit, field: (name: string) => string): Promise<Response> {
  const [mode, at, by, to] = [field('mode'), field('at'), field('by'), field('to')];
  const moved = mode === '' ? await advance(visit, { by, to }) : await set(visit, { mode, at: withZone(at) });
  if (moved.ok) return seePage(visit, `/clock?done=${doneOf(mode)}&ran=${moved.body.ranInAll}`);
  return moved.status === 401 ? refused(visit, moved) : clockPage(visit, { refused: moved, by, at, mode });
}

const doneOf = (mode: string): string => (Object.hasOwn(done, mode) ? mode : 'moved');

const set = (visit: PageVisit, { mode, at }: { readonly mode: string; readonly at: string }): Promise<Moved> =>
  askControl<'set-clock'>(visit, '/clock', sending('PUT', { mode, ...(at !== '' && mode !== 'real' && { at }) }));

/** On by a duration, or to what is due next, which may be another thing than when the page was shown. */
async function advance(visit: PageVisit, { by, to }: { readonly by: string; readonly to: string }): Promise<Moved> {
  if (to === '') return askControl<'advance-clock'>(visit, '/clock/advance', sending('POST', { by }));
  const clock = await askControl<'read-clock'>(visit, '/clock');
  if (!clock.ok) return clock;
  const [first] = clock.body.next;
  if (!first) return nothingDue;
  return askControl<'advance-clock'>(visit, '/clock/advance', sending('POST', { to: first.due }));
}

const nothingDue: Refused = {
  ok: false,
  status: 409,
  problem: { type: 'about:blank', title: 'Nothing is due', status: 409, detail: 'Nothing is due any more, so the clock was not moved.' },
};

/** A browser sends what is chosen as `2026-01-01T09:00`, without a zone: instants here are in UTC. */
const withZone = (at: string): string => (/T[\d:.]+$/.test(at) ? `${at}Z` : at);
