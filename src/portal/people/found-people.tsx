/** Those whom a search has found. */
import type { components, operations } from '../../generated/sandbox-control.types.ts';
import { Copied } from '../page/copied.tsx';
import { to, type PageVisit } from '../visit.ts';
import { AskedChips } from './asked-chips.tsx';
import { perPage, searchPath, type AskedFor } from './asked-for.ts';
import { dayInWords } from './days.ts';
import { spacedNumber } from './spaced-number.ts';
import { traitWords } from './traits.ts';

export type ListedPerson = components['schemas']['ListedPerson'];

interface FoundPeopleProps {
  readonly visit: PageVisit;
  /** In fields of their own. */
  readonly asked: AskedFor;
  /** As it was typed. */
  readonly typed: AskedFor;
  readonly found: operations['list-people']['responses'][200]['content']['application/json'];
  /** So many were passed over, on the pages before. */
  readonly skip: number;
}

export function FoundPeople({ visit, asked, typed, found: { people, asOf, more, notes }, skip }: FoundPeopleProps) {
  const at = (place: string, from = 0): string =>
    to(visit, `/people${place}?${new URLSearchParams({ ...typed, ...(from > 0 && { skip: String(from) }) }).toString()}`);
  return (
    <section aria-labelledby="found">
      <h2 id="found">{countOf(people.length, { more, skip })}</h2>
      <AskedChips visit={visit} asked={asked} />
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
      {(more || skip > 0) && (
        <p>
          {skip > 0 && <a href={`${at('', Math.max(0, skip - perPage))}#found`}>The {perPage} before</a>}
          {more && <a href={`${at('', skip + perPage)}#found`}>The next {perPage}</a>}
        </p>
      )}
      {people.length > 0 && (
        <details>
          <summary>Take them away</summary>
          <p>
            NHS numbers with why each is there, up to a thousand: <a href={at('/found.csv')}>as CSV</a> or{' '}
            <a href={at('/found.json')}>as JSON</a>. The same search for a program:
          </p>
          <Copied id="found-curl" text={`curl -s '${visit.base}/_sandbox${searchPath(asked)}'`} what="the command" />
        </details>
      )}
    </section>
  );
}

function countOf(count: number, { more, skip }: { readonly more: boolean; readonly skip: number }): string {
  if (count === 0) return skip > 0 ? 'Nobody else was found' : 'Nobody was found';
  if (skip > 0) return `People ${skip + 1} to ${skip + count}${more ? ', and there are more' : ' of as many'}`;
  if (more) return `The first ${count} who were found`;
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
