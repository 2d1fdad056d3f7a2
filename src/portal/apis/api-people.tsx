/** Test people that an API is about: those whose NHS numbers its contract shows, and what each is for. */
import { askControl } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';
import { nhsNumbersIn } from './document/nhs-numbers-in.ts';

interface PersonOfApi {
  readonly nhsNumber: string;
  readonly name?: string;
  readonly meaning?: string;
}

/** Those that are known by name come first. */
export async function peopleOfApi(visit: PageVisit, document: unknown): Promise<readonly PersonOfApi[]> {
  const numbers = nhsNumbersIn(document);
  if (numbers.length === 0) return [];
  const found = await askControl<'list-test-people'>(visit, '/personas');
  const known = new Map(found.ok ? found.body.groups.flatMap(({ people }) => people).map((person) => [person.nhsNumber, person]) : []);
  return numbers
    .map((nhsNumber): PersonOfApi => known.get(nhsNumber) ?? { nhsNumber })
    .toSorted((a, b) => Number(a.name === undefined) - Number(b.name === undefined));
}

export function ApiPeople({ visit, people }: { readonly visit: PageVisit; readonly people: readonly PersonOfApi[] }) {
  return (
    <>
      <h2 id="people">Test people</h2>
      {people.length > 0 && (
        <>
          <p>Its examples are about these made-up people, who are the same in every API here:</p>
          <ul>
            {people.map(({ nhsNumber, name, meaning }) => (
              <li>
                <a href={to(visit, `/people/${nhsNumber}`)}>
                  {name !== undefined && name !== '' && `${name}, `}
                  {`${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`}
                </a>
                {meaning !== undefined && `: ${meaning}`}
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
