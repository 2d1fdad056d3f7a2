/** Relatives, each with a link to their own page. */
import { to, type PageVisit } from '../visit.ts';
import { dayInWords } from './days.ts';
import type { KnownPerson } from './person-page.tsx';
import { spacedNumber } from './spaced-number.ts';

type RelativesOf = KnownPerson['family'];

const order: readonly RelativesOf[number]['relationship'][] = ['mother', 'father', 'guardian', 'partner', 'sibling', 'child'];

export function Relatives({ visit, family }: { readonly visit: PageVisit; readonly family: RelativesOf }) {
  if (family.length === 0) return <></>;
  const sorted = order.flatMap((kind) => family.filter(({ relationship }) => relationship === kind));
  return (
    <section aria-labelledby="family">
      <h2 id="family">Family</h2>
      <ul>
        {sorted.map(({ relationship, nhsNumber, name = '', born }) => (
          <li>
            {relationship.slice(0, 1).toUpperCase() + relationship.slice(1)}:{' '}
            {nhsNumber === undefined ? (
              'known by name only'
            ) : (
              <>
                <a href={to(visit, `/people/${nhsNumber}`)}>{name === '' ? spacedNumber(nhsNumber) : name}</a>
                {born !== undefined && `, born ${dayInWords(born)}`}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
