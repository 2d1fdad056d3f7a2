/** Whether an assertion holds for what is kept, with the nearest exchange where it does not; and the assertion, to copy. */
import type { components } from '../../../generated/sandbox-control.types.ts';
import type { ControlAnswer } from '../../control.ts';
import { Copied } from '../../page/copied.tsx';
import { to, type PageVisit } from '../../visit.ts';
import { writtenAssertion } from './written-assertion.ts';

type Asserted = components['schemas']['AssertedJournal'];
type Compared = components['schemas']['ComparedExchange'];

interface AssertionResultProps {
  readonly visit: PageVisit;
  readonly assertion: Readonly<Record<string, unknown>>;
  readonly asserted: ControlAnswer<Asserted>;
}

const outcomes = {
  holds: ['good', '✓ It holds'],
  fails: ['bad', '✗ It does not hold'],
  unknown: ['bad', '? It cannot be told, and counts as failed'],
} as const;

export function TriedAssertion({ visit, assertion, asserted }: AssertionResultProps) {
  const result = asserted.ok ? asserted.body.results[0] : undefined;
  return (
    <section id="assertion-result" aria-labelledby="assertion-outcome">
      {asserted.ok && result ? (
        <>
          <h2 id="assertion-outcome" class={outcomes[result.outcome][0]}>
            {outcomes[result.outcome][1]}
          </h2>
          <p>
            Wanted {result.wanted}. Found {result.found} among {asserted.body.exchanges.kept} that are kept.
          </p>
          {result.failures.map(({ message, exchanges }) => (
            <>
              <p>{message}</p>
              {exchanges.map((exchange) => (
                <Nearest visit={visit} exchange={exchange} />
              ))}
            </>
          ))}
        </>
      ) : (
        <h2 id="assertion-outcome" class="bad">
          It could not be tried
        </h2>
      )}
      <h2>To copy</h2>
      {writtenAssertion(visit, assertion, result?.name ?? 'it is sent').map(({ id, name, text }, i) => (
        <details id={`assertion-${id}`} open={i === 0}>
          <summary>{name}</summary>
          <Copied id={`assertion-${id}-text`} text={text} what={`for ${name}`} />
        </details>
      ))}
    </section>
  );
}

function Nearest({
  visit,
  exchange: { id, number, request, status, why, differences, notes = [] },
}: {
  readonly visit: PageVisit;
  readonly exchange: Compared;
}) {
  return (
    <div class="panel nearest">
      <p>
        <a href={to(visit, `/exchanges/${encodeURIComponent(id)}`)}>
          #{number} {request.method} {request.url}
        </a>
        : {status}
      </p>
      {why !== undefined && <p>{why}</p>}
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      {differences.length > 0 && (
        <table class="stacked">
          <caption>What of exchange {number} is otherwise</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Wanted</th>
              <th scope="col">Was</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ what, expected, received, note }) => (
              <tr>
                <th scope="row">{what}</th>
                <td>
                  − <Value value={expected} />
                </td>
                <td>
                  + <Value value={received} /> {note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

const Value = ({ value }: { readonly value: unknown }) =>
  value === null || value === undefined ? (
    <span class="quiet">nothing</span>
  ) : (
    <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
  );
