/** Takes the code of an event, gives it back, and makes an event, whose code is shown once. */
import { askControl, sending } from '../control.ts';
import { cookie, eventCookie } from '../cookies.ts';
import { Copied } from '../page/copied.tsx';
import { page } from '../page/page.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import { organiserPage, to, type PageVisit } from '../visit.ts';
import { shownWith } from './ask-event.ts';
import { minuteIn } from '../exchanges/words.ts';
import { newEventPage, openPage } from './open-page.tsx';
import { numberTyped } from '../page/number-typed.ts';

const codeShape = /^nhse_[0-9a-f]{1,64}_[0-9a-f]{64}_[0-9a-f]{8}$/;

/** Sent to these pages alone, and taken back by an empty one. */
const codeCookie = (visit: PageVisit, code: string) => ({
  'Set-Cookie': cookie(eventCookie, code, { prefix: organiserPage({ folder: visit.folder }), origin: visit.origin }),
});

export const takeCode = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async (field) => {
    const code = field('code');
    if (!codeShape.test(code)) return openPage(visit, { status: 422, fault: 'This is no code of an event: one begins with nhse_.' });
    const event = await askControl<'read-event'>(visit, '/event?counters=false', shownWith(code));
    return event.ok
      ? seePage(visit, '/organiser', codeCookie(visit, code))
      : openPage(visit, { status: 401, fault: 'This code opens no event, or none any more.' });
  });

export const forgetCode = (visit: PageVisit): Promise<Response> =>
  withForm(visit, () => seePage(visit, '/organiser/open', codeCookie(visit, '')));

export const makeEvent = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async (field) => {
    const typed = { name: field('name'), workspaces: field('workspaces'), hours: field('hours') };
    const wishes = { name: typed.name, limit: numberTyped(typed.workspaces), hours: numberTyped(typed.hours) };
    const operator = field('operator');
    const asked = sending('POST', wishes);
    const made = await askControl<'make-event'>(visit, '/events', operator === '' ? asked : shownWith(operator, asked));
    if (!made.ok) return newEventPage(visit, typed, made);
    const { name, code, expires, limit } = made.body;
    return page(visit, {
      title: `${name} is there`,
      status: 201,
      headers: codeCookie(visit, code),
      main: (
        <>
          <p>
            <strong>Its code is shown this once.</strong> Whoever has it makes and deletes the workspaces of the event: give it to
            organisers only. This browser has it until it is closed.
          </p>
          <Copied id="code" text={code} what="the code" />
          <p>
            Up to {limit} workspaces, until {minuteIn(expires)} UTC.
          </p>
          <p>
            <a href={to(visit, '/organiser/make')}>Make workspaces for the teams</a>
          </p>
        </>
      ),
    });
  });
