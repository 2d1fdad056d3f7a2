/** What was wrong with a request, each fault with its place. */
import type { Exchanged } from './words.ts';

type Refusal = NonNullable<Exchanged['problem']>;
type OneFault = Refusal['faults'][number];

export function WhatWasWrong({ message, faults }: Refusal) {
  return (
    <>
      <h2>What was wrong</h2>
      <p>{message}</p>
      {faults.length > 0 && (
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
                  <Place {...fault} />
                </td>
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

const places: Readonly<Record<string, string>> = {
  path: 'In the path',
  query: 'In the query',
  header: 'Header',
  cookie: 'Cookie',
  body: 'In the body',
};

function Place({ in: part, name, pointer }: OneFault) {
  return (
    <>
      {places[part] ?? part}
      {name !== undefined && (
        <>
          {' '}
          <code>{name}</code>
        </>
      )}
      {pointer !== '' && (
        <>
          {name === undefined ? ' at ' : ', at '}
          <code>{pointer}</code>
        </>
      )}
    </>
  );
}
