/** What passes here and would not, or may not, in integration: each with who says so. Pages link to no other host. */
import type { Exchanged } from './words.ts';

export function WouldFail({ conformance = [] }: Exchanged) {
  if (conformance.length === 0) return null;
  return (
    <>
      <h2>What integration would make of it</h2>
      <ul>
        {conformance.map(({ note, source }) => (
          <li>
            {note}{' '}
            <span class="quiet">
              {source.name}: {source.url}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
