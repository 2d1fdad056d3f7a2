/** What was wrong with a request, each fault with its place. */
import { PlaceInRequest } from './place-in-request.tsx';
import type { Exchanged } from './words.ts';

type Refusal = NonNullable<Exchanged['problem']>;

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
      )}
    </>
  );
}
