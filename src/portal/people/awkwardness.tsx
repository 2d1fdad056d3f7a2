/** What is awkward about a record, and what becomes of it. */
import { to, type PageVisit } from '../visit.ts';
import type { KnownPerson } from './person-page.tsx';
import { spacedNumber } from './spaced-number.ts';
import { traitWords } from './traits.ts';

export function Awkwardness({ visit, person }: { readonly visit: PageVisit; readonly person: KnownPerson }) {
  const { traits, status } = person;
  if (traits.length === 0) return <></>;
  return (
    <section aria-labelledby="awkwardness">
      <h2 id="awkwardness">What is awkward about this record</h2>
      <ul>
        {traits.map((trait) => (
          <li>
            <strong>{traitWords[trait].name}</strong>: {traitWords[trait].means}
            {trait === 'superseded' && status.by !== undefined && (
              <>
                , <a href={to(visit, `/people/${status.by}`)}>{spacedNumber(status.by)}</a>
              </>
            )}
            . <a href={to(visit, `/people?trait=${trait}`)}>Others like this</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
