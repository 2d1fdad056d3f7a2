/** A life as a picture: a row for each kind of event, a mark for each event. The same as a list, for whoever does not see it. */
import { dayInWords } from './days.ts';
import type { KnownPerson } from './person-page.tsx';

type LifeEvents = KnownPerson['events'];
type Kind = LifeEvents[number]['kind'];

const rows: readonly (readonly [kind: Kind, words: string])[] = [
  ['birth', 'Births'],
  ['marriage', 'Marriage'],
  ['move', 'Moves'],
  ['registration', 'Registered'],
  ['immunisation', 'Vaccines'],
  ['condition', 'Conditions'],
  ['prescription', 'Prescriptions'],
  ['referral', 'Referrals'],
  ['appointment', 'Appointments'],
  ['admission', 'Hospital stays'],
  ['death', 'Death'],
];

/** Of the picture, in its own units. */
const width = 800;
const left = 120;
const right = 16;
const rowHeight = 28;
const axisHeight = 30;

export function Timeline({ person: { events, born, death, asOf, name } }: { readonly person: KnownPerson }) {
  const from = yearOf([born, ...events.map(({ date }) => date)].filter((date) => date !== undefined).toSorted()[0] ?? asOf);
  const until = Math.max(yearOf(death?.date ?? asOf), yearOf(events.at(-1)?.date ?? asOf)) + 1;
  const shown = rows.filter(([kind]) => events.some((event) => event.kind === kind));
  const height = shown.length * rowHeight + axisHeight;
  const x = (date: string): number => Math.round(left + ((positionOf(date) - from) / (until - from)) * (width - left - right));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <div class="wide" role="region" aria-label="Timeline as a picture" tabindex={0}>
        <svg class="timeline" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="timeline-title timeline-words">
          <title id="timeline-title">{`The life of ${name === '' ? 'this person' : name}`}</title>
          <desc id="timeline-words">{inWords(events, from, until - 1)}</desc>
          {yearsToWrite(from, until).map((year) => (
            <>
              <line class="year" x1={x(`${year}-01-01`)} x2={x(`${year}-01-01`)} y1={0} y2={height - axisHeight + 6} />
              <text x={x(`${year}-01-01`)} y={height - 6} text-anchor="middle">
                {String(year)}
              </text>
            </>
          ))}
          {shown.map(([kind, words], n) => (
            <>
              <text x={0} y={n * rowHeight + 19}>
                {words}
              </text>
              <line class="row" x1={left} x2={width - right} y1={n * rowHeight + 14} y2={n * rowHeight + 14} />
              {events
                .filter((event) => event.kind === kind)
                .map(({ date, summary }) => (
                  <circle class={kind} cx={x(date)} cy={n * rowHeight + 14} r={5}>
                    <title>{`${dayInWords(date)}: ${summary}`}</title>
                  </circle>
                ))}
            </>
          ))}
        </svg>
      </div>
      <details>
        <summary>The same as a list ({events.length})</summary>
        <ol class="events">
          {events.map(({ date, summary, organisation }) => (
            <li>
              <time datetime={date}>{dayInWords(date)}</time>: {summary}
              {organisation?.name !== undefined && <span class="quiet">, {organisation.name}</span>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** In years; a month is a twelfth of one, which is near enough for a picture. */
function positionOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 366;
}

/** As many round years as have room. */
function yearsToWrite(from: number, until: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50].find((years) => (until - from) / years <= 11) ?? 100;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((until - first) / step) + 1 }, (_, n) => first + n * step);
}

function inWords(events: LifeEvents, from: number, until: number): string {
  const counts = rows.flatMap(([kind, words]) => {
    const count = events.filter((event) => event.kind === kind).length;
    return count === 0 ? [] : [`${words.toLowerCase()} ${count}`];
  });
  return `Events from ${from} to ${until}: ${counts.join(', ')}. Each is in the list below the picture.`;
}
