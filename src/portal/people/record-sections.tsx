/** The clinical record: what matters now in sight, each part of it below, to be opened. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';
import { dayInWords, daysInWords } from './days.ts';
import { Trends } from './trends.tsx';

export type KnownRecord = components['schemas']['Record'];
type Section = KnownRecord['sections'][number];

interface RecordSectionsProps {
  readonly visit: PageVisit;
  readonly record: KnownRecord;
  /** All lines were asked for, so all are shown. */
  readonly isWhole: boolean;
  /** The day that was asked for; '' for today. */
  readonly asked: string;
}

/** What whoever opens a record looks at first. */
const inSight = ['Problems', 'Repeat medicines', 'Allergies', 'Vaccinations due'];

export function RecordSections({ visit, record, isWhole, asked }: RecordSectionsProps) {
  const { sections, asOf, nhsNumber } = record;
  const [summary, ...parts] = [...sections, ...dueOf(record)];
  if (!summary) return <></>;
  const page = to(visit, `/people/${nhsNumber}`);
  const day = asked === '' ? '' : `asOf=${encodeURIComponent(asked)}`;
  return (
    <section aria-labelledby="record">
      <h2 id="record">Clinical record</h2>
      <p>
        Made up, like everything here. As of {dayInWords(asOf)}.{' '}
        {isWhole ? (
          <a href={`${page}${day === '' ? '' : `?${day}`}#record`}>Only the latest of each part</a>
        ) : (
          <a href={`${page}?all=true${day === '' ? '' : `&${day}`}#record`}>All of it, opened</a>
        )}
      </p>
      <dl>
        {summary.lines.map(({ label, text }) => (
          <>
            <dt>{capital(label)}</dt>
            <dd>{daysInWords(text)}</dd>
          </>
        ))}
      </dl>
      <div class="in-sight">
        {inSight.flatMap((title) => {
          const part = parts.find((one) => one.title === title);
          return part ? [<Part part={part} isOpen />] : [];
        })}
      </div>
      {parts
        .filter(({ title }) => !inSight.includes(title))
        .map((part) => (
          <>
            <Part part={part} isOpen={isWhole} />
            {part.title === 'Latest results' && <Trends entries={record.entries} isOpen={isWhole} />}
          </>
        ))}
    </section>
  );
}

const dueOf = ({ due }: KnownRecord): readonly Section[] =>
  due.length === 0
    ? []
    : [
        {
          title: 'Vaccinations due',
          more: 0,
          lines: due.map(({ what, dose, due: on }) => ({ label: `Since ${on}`, text: `${what}, dose\u00a0${dose}` })),
        },
      ];

function Part({ part: { title, lines, more }, isOpen }: { readonly part: Section; readonly isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>
        {title} ({lines.length + more})
      </summary>
      <table class="stacked record" aria-label={title}>
        {more > 0 && <caption>{`${lines.length} of ${lines.length + more}`}</caption>}
        <tbody>
          {lines.map(({ label, text }) => (
            <tr>
              <th scope="row">{daysInWords(label)}</th>
              <td>{daysInWords(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
