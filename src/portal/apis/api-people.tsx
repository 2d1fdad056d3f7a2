/** Test people that an API is about: those whose NHS numbers its contract shows. */
import { to, type PageVisit } from '../visit.ts';
import type { ListedApi } from './described-api.ts';
import { nhsNumbersIn } from './document/nhs-numbers-in.ts';

export function ApiPeople({ visit, document }: { readonly visit: PageVisit; readonly api: ListedApi; readonly document: unknown }) {
  const numbers = nhsNumbersIn(document);
  return (
    <>
      <h2 id="people">Test people</h2>
      {numbers.length > 0 && (
        <>
          <p>Its examples are about these made-up people:</p>
          <ul role="list" class="jumps">
            {numbers.map((number) => (
              <li>
                <a href={to(visit, `/people/${number}`)}>{`${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={to(visit, '/people')}>Find anybody of this sandbox</a>
      </p>
    </>
  );
}
