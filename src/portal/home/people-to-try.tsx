/** A few people to begin with. */
import type { ControlAnswer } from '../control.ts';
import { spacedNumber } from '../people/spaced-number.ts';
import { to, type PageVisit } from '../visit.ts';

interface PeopleToTryProps {
  readonly visit: PageVisit;
  /** Whoever the first call asks about comes first. */
  readonly target: string;
  readonly personas: ControlAnswer<{
    readonly groups: readonly {
      readonly people: readonly { readonly nhsNumber: string; readonly name: string; readonly meaning: string }[];
    }[];
  }>;
}

const inAll = 5;

export function PeopleToTry({ visit, target, personas }: PeopleToTryProps) {
  const all = personas.ok ? personas.body.groups.flatMap(({ people }) => people) : [];
  // Neighbours are of one kind, so they are taken from all over the list.
  const others = all.filter((_, i) => i % Math.ceil(all.length / inAll) === 0);
  const people = [...new Set([...all.filter(({ nhsNumber }) => target.includes(nhsNumber)), ...others])].slice(0, inAll);
  if (people.length === 0) return null;
  return (
    <>
      <h2>People to try</h2>
      <p>One made-up population stands behind all APIs: whoever you ask about here is the same person in each of them.</p>
      <ul>
        {people.map(({ nhsNumber, name, meaning }) => (
          <li>
            <a href={to(visit, `/people/${nhsNumber}`)}>
              {name || 'No name is known'}, {spacedNumber(nhsNumber)}
            </a>
            : {meaning}
          </li>
        ))}
      </ul>
      <p>
        <a href={to(visit, '/people')}>Find anybody else, or everybody who is awkward in some way</a>
      </p>
    </>
  );
}
