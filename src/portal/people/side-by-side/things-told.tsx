/** Each thing that the record says, and which APIs tell of it. */
import { dayInWords } from '../days.ts';
import type { KnownRecord } from '../record-sections.tsx';
import { kindWords } from './kind-words.ts';
import { knownThings } from './known-things.ts';
import type { ToldApi } from './told-apis.ts';

interface ThingsToldProps {
  readonly record: KnownRecord;
  readonly apis: readonly ToldApi[];
}

export function ThingsTold({ record, apis }: ThingsToldProps) {
  const kinds = [...knownThings(record)].filter(([, things]) => things.length > 0);
  if (kinds.length === 0) return <></>;
  return (
    <section aria-labelledby="things">
      <h2 id="things">What the record says, and who tells of it</h2>
      <p>
        As of {dayInWords(record.asOf)}, the latest of each kind. An API counts as telling of something where its answer has the code or the
        words of it, and the day where it has one.
      </p>
      {kinds.map(([kind, things]) => {
        const [, many] = kindWords[kind];
        const telling = apis.filter(({ resources }) => resources.some((one) => one.kind === kind));
        return (
          <>
            <h3 id={`things-${kind}`}>{many.slice(0, 1).toUpperCase() + many.slice(1)}</h3>
            {telling.length === 0 ? (
              <p>No API that was asked tells of {many}.</p>
            ) : (
              <div class="wide" role="region" aria-labelledby={`things-${kind}`} tabindex={0}>
                <table class="side-by-side">
                  <thead>
                    <tr>
                      <th scope="col">The record says</th>
                      {telling.map(({ title }) => (
                        <th scope="col">{title}</th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {things.map(({ text, isTold }) => (
                      <tr>
                        <th scope="row">{text}</th>
                        {telling.map(({ resources }) => (resources.some(isTold) ? <td>tells</td> : <td class="quiet">does not tell</td>))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        );
      })}
    </section>
  );
}
