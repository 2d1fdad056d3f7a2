/** The time and how it goes; and what is due next, and what was done last. */
import { to, type PageVisit } from '../visit.ts';
import { timeOf } from '../exchanges/words.ts';
import { clockTime, howItGoes, type ShownClock } from './clock-words.ts';
import { spanWords } from './span.ts';

type Action = ShownClock['next'][number];

export function ClockFace({ clock }: { readonly clock: ShownClock }) {
  const { now, populationAsOf } = clock;
  return (
    <>
      <p class="clock">
        <time datetime={now}>{clockTime(clock)}</time> UTC{' '}
        <span>It {clock.mode === 'frozen' ? howItGoes(clock) : `is ${howItGoes(clock)}`}.</span>
      </p>
      {populationAsOf !== now.slice(0, 10) && <p>People are told as they are on {populationAsOf}, whatever the clock says.</p>}
    </>
  );
}

interface WhatHappensProps {
  readonly visit: PageVisit;
  readonly clock: ShownClock;
  /** Of the APIs, by their names in addresses. */
  readonly titles: ReadonlyMap<string, string>;
}

export function WhatHappens({ visit, clock: { now, scheduled, next, happened = [] }, titles }: WhatHappensProps) {
  return (
    <>
      <h2>What happens next</h2>
      {scheduled === 0 ? (
        <p>Nothing is due. Some APIs do things a while after a request: they let a message arrive, say, or expire.</p>
      ) : (
        <Actions
          visit={visit}
          titles={titles}
          actions={next}
          from={Date.parse(now)}
          caption={scheduled > next.length ? `The first ${next.length} of ${scheduled}. Times are in UTC.` : 'Times are in UTC.'}
        />
      )}
      {happened.length > 0 && (
        <>
          <h2>What happened last</h2>
          <Actions visit={visit} titles={titles} actions={happened.slice(0, shown)} caption="The last one first. Times are in UTC." />
        </>
      )}
    </>
  );
}

/** What a person looks through. */
const shown = 10;

interface ActionsProps extends Pick<WhatHappensProps, 'visit' | 'titles'> {
  readonly actions: readonly Action[];
  readonly caption: string;
  /** What time it is, where it says how long each has yet to wait. */
  readonly from?: number;
}

function Actions({ visit, titles, actions, caption, from }: ActionsProps) {
  return (
    <table class="stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          {from !== undefined && <th scope="col">How soon</th>}
          <th scope="col">What</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(({ api, do: name, what = name, due }) => (
          <tr>
            <th scope="row">{timeOf(due)}</th>
            {from !== undefined && <td>in {spanWords(Math.max(0, Date.parse(due) - from))}</td>}
            <td>{what}</td>
            <td>{titles.has(api) ? <a href={to(visit, `/apis/${api}`)}>{titles.get(api)}</a> : 'the sandbox itself'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
