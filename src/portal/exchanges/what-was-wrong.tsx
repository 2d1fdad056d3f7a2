/** What was wrong with a request: each fault with its place, and the request itself with each marked where it stands. */
import { markedRequest } from './marked-request.ts';
import { PlaceInRequest } from './place-in-request.tsx';
import type { Exchanged } from './words.ts';

type Refusal = NonNullable<Exchanged['problem']>;

export function WhatWasWrong({
  explanation,
  problem: { message, faults },
}: {
  readonly explanation: Exchanged;
  readonly problem: Refusal;
}) {
  return (
    <>
      <h2>What was wrong</h2>
      <p>{message}</p>
      {faults.length > 0 && (
        <>
          <Marked explanation={explanation} />
          <FaultTable faults={faults} />
        </>
      )}
    </>
  );
}

function Marked({ explanation }: { readonly explanation: Exchanged }) {
  return (
    <pre class="marked" tabindex={0} role="region" aria-label="The request, with what was wrong below each line">
      <code>
        {markedRequest(explanation).map((line) =>
          line === undefined ? (
            '  …\n'
          ) : (
            <>
              {line.faults.length > 0 ? <mark>{line.text}</mark> : line.text}
              {'\n'}
              {line.faults.map((fault) => (
                <strong class="bad">{`${/^ */.exec(line.text)?.[0] ?? ''}↑ ${fault}\n`}</strong>
              ))}
            </>
          ),
        )}
      </code>
    </pre>
  );
}

function FaultTable({ faults }: Pick<Refusal, 'faults'>) {
  return (
    <table class="stacked">
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
            <td>
              <PlaceInRequest {...fault} />
            </td>
            <td>{fault.message}</td>
            <td>
              <code>{fault.keyword}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
