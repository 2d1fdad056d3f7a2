/** Those whom a search has found. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';
import { dayInWords } from './days.ts';
import { spacedNumber } from './spaced-number.ts';
import { traitWords } from './traits.ts';

export type ListedPerson = components['schemas']['ListedPerson'];

interface FoundPeopleProps {
  readonly visit: PageVisit;
  readonly people: readonly ListedPerson[];
  readonly asOf: string;
  readonly more: boolean;
  readonly notes: readonly string[];
}

export function FoundPeople({ visit, people, asOf, more, notes }: FoundPeopleProps) {
  return (
    <section aria-labelledby="found">
      <h2 id="found">{countOf(people.length, more)}</h2>
      <p>As of {dayInWords(asOf)}.</p>
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      {people.length > 0 && (
        <div class="wide" role="region" aria-label="People who were found" tabindex={0}>
          <table class="people stacked">
            <thead>
              <tr>
                {['Name', 'NHS number', 'Born', 'Lives in', 'GP practice', 'Worth knowing'].map((heading) => (
                  <th scope="col">{heading}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow visit={visit} person={person} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function countOf(count: number, isMore: boolean): string {
  if (count === 0) return 'Nobody was found';
  if (isMore) return `The first ${count} who were found`;
  return count === 1 ? 'One person was found' : `${count} people were found`;
}

function PersonRow({ visit, person }: { readonly visit: PageVisit; readonly person: ListedPerson }) {
  const { nhsNumber, name, born, died, town, postcode, practice, traits, why = [] } = person;
  return (
    <tr>
      <th scope="row">
        <a href={to(visit, `/people/${nhsNumber}`)}>{name === '' ? 'No name is known' : name}</a>
      </th>
      <td class="number">{spacedNumber(nhsNumber)}</td>
      <td>
        {born !== undefined && <span class="number">{dayInWords(born)}</span>}
        {died !== undefined && (
          <>
            , died <span class="number">{dayInWords(died)}</span>
          </>
        )}
      </td>
      <td>{[town, postcode].filter((part) => part !== undefined).join(', ')}</td>
      <td>{practice?.name ?? practice?.ods}</td>
      <td>{[...why, ...traits.map((trait) => traitWords[trait].name)].join(', ')}</td>
    </tr>
  );
}
