/** The clinical record: what matters now in sight, each part of it below, to be opened. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';
import { dayInWords, daysInWords } from './days.ts';

export type KnownRecord = components['schemas']['Record'];
type Section = KnownRecord['sections'][number];

interface RecordSectionsProps {
  readonly visit: PageVisit;
  readonly record: KnownRecord;
  /** All lines were asked for, so all are shown. */
  readonly isWhole: boolean;
}

export function RecordSections({ visit, record: { sections, asOf, nhsNumber }, isWhole }: RecordSectionsProps) {
  const [summary, ...parts] = sections;
  if (!summary) return <></>;
  const page = to(visit, `/people/${nhsNumber}`);
  return (
    <section aria-labelledby="record">
      <h2 id="record">Clinical record</h2>
      <p>
        Made up, like everything here. As of {dayInWords(asOf)}.{' '}
        {isWhole ? <a href={`${page}#record`}>Only the latest of each part</a> : <a href={`${page}?all=true#record`}>All of it, opened</a>}
      </p>
      <dl>
        {summary.lines.map(({ label, text }) => (
          <>
            <dt>{capital(label)}</dt>
            <dd>{daysInWords(text)}</dd>
          </>
        ))}
      </dl>
      {parts.map((part) => (
        <Part part={part} isOpen={isWhole} />
      ))}
    </section>
  );
}

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
