/** How the clock is moved on, set, stopped and let go. */
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, type Refused } from '../page/refusal.tsx';
import type { PageVisit } from '../visit.ts';
import type { ShownClock } from './clock-words.ts';

/** What was sent and not taken. */
export interface Typed {
  readonly refused?: Refused;
  readonly by?: string;
  readonly at?: string;
  readonly mode?: string;
}

interface ClockFormsProps {
  readonly visit: PageVisit;
  readonly clock: ShownClock;
  readonly typed: Typed;
}

const steps = [
  ['PT1H', 'An hour'],
  ['P1D', 'A day'],
  ['P1W', 'A week'],
  ['P1M', 'A month'],
] as const;

export function ClockForms({
  visit,
  clock: { mode, now, scheduled },
  typed: { refused, by, at, mode: wanted = 'frozen' },
}: ClockFormsProps) {
  return (
    <>
      <h2>Move it on</h2>
      <p>What is due on the way happens at once, in its order, each thing at its own time.</p>
      <PortalForm visit={visit} action="/clock">
        <p class="actions">
          {scheduled > 0 && (
            <button name="to" value="next">
              To what is due next
            </button>
          )}
          {steps.map(([step, words]) => (
            <button class="plain" name="by" value={step}>
              {words}
            </button>
          ))}
        </p>
      </PortalForm>
      <details open={refused !== undefined && by !== undefined && by !== ''}>
        <summary>By another duration</summary>
        <PortalForm visit={visit} action="/clock">
          <Field
            name="by"
            label="Duration"
            hint="As ISO 8601 writes it: PT90M is 90 minutes, P10D is ten days, P1Y a year."
            fault={faultAt(refused, '/by')}
            value={by}
            required
            size={12}
            maxlength={100}
          />
          <button>Move it on</button>
        </PortalForm>
      </details>
      <h2>
        {mode === 'frozen' ? 'Let it go, or set it' : mode === 'real' ? 'Stop it, or set it' : 'Stop it, let it go in real time, or set it'}
      </h2>
      <PortalForm visit={visit} action="/clock">
        {mode === 'frozen' && <input type="hidden" name="at" value={now} />}
        <p class="actions">
          {mode === 'frozen' ? (
            <button class="plain" name="mode" value="offset">
              Go on from here
            </button>
          ) : (
            <button class="plain" name="mode" value="frozen">
              Stand still now
            </button>
          )}
          {mode !== 'real' && (
            <button class="plain" name="mode" value="real">
              Go in real time
            </button>
          )}
        </p>
      </PortalForm>
      <details open={refused !== undefined && at !== undefined && at !== ''}>
        <summary>Set it to a date and time</summary>
        <p>It may be set back, too: what has happened stays, and nothing happens twice. A reset leaves the clock as it is.</p>
        <PortalForm visit={visit} action="/clock">
          <Field
            name="at"
            type="datetime-local"
            label="Date and time, in UTC"
            fault={faultAt(refused, '/at')}
            value={at || now.slice(0, 16)}
            required
          />
          <Field
            name="mode"
            label="From then on it"
            value={wanted}
            choices={[
              ['frozen', 'stands still'],
              ['offset', 'goes on'],
            ]}
          />
          <button>Set it</button>
        </PortalForm>
      </details>
    </>
  );
}
