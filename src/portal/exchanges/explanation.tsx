/** What is said of one exchange: why it was answered so, what was wrong with it, and a request that works. */
import type { components } from '../../generated/sandbox-control.types.ts';

type Explanation = components['schemas']['Explanation'];
type Fault = NonNullable<Explanation['problem']>['faults'][number];

export function ExplanationParts({ explanation }: { readonly explanation: Explanation }) {
  const { next, notes, contractFaultsInOurAnswer: ours } = explanation;
  return (
    <>
      <Answer {...explanation} />
      {explanation.problem && <Problem {...explanation.problem} />}
      <Lines heading="What it would be refused for next" lines={next} />
      <Lines heading="Notes" lines={notes} />
      <Lines heading="Where this answer breaks its contract (a fault of the sandbox, or of a published example)" lines={ours} />
      {explanation.works !== undefined && <Works {...explanation} />}
    </>
  );
}

function Answer({ answer, api, operation, at, number, seed }: Explanation) {
  const rows: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Why this answer', answer.why],
    ['API', api && [api.title, api.version].filter(Boolean).join(' ')],
    ['Operation', operation && `${operation.id}, ${operation.method} ${operation.path}`],
    ['Where its contract says so', operation?.contract],
    ['Time, by the sandbox’s clock', at],
    ['Number of this request', String(number)],
    ['Seed that the made-up data is drawn by', String(seed)],
  ];
  return (
    <>
      <h2>The answer</h2>
      <dl>
        {rows
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
    </>
  );
}

function Problem({ kind, message, faults }: NonNullable<Explanation['problem']>) {
  return (
    <>
      <h2>What was wrong</h2>
      <p>
        {message} <code>{kind}</code>
      </p>
      {faults.length > 0 && (
        <table>
          <caption>Everything that was found wrong with the request</caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">What was wanted</th>
              <th scope="col">Rule</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr>
                <td>{placeOf(fault)}</td>
                <td>{fault.message}</td>
                <td>
                  <code>{fault.keyword}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const placeOf = ({ in: part, name, pointer }: Fault): string => [part, name, pointer].filter(Boolean).join(' ');

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] | undefined }) {
  if (lines === undefined || lines.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Works({ works, worksNote }: Explanation) {
  return (
    <>
      <h2>A request that works</h2>
      <p>{worksNote ?? 'The request as it was sent, with what was wrong put right; it has been tried out.'}</p>
      <pre>
        <code>{works}</code>
      </pre>
    </>
  );
}
