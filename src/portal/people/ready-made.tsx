/** People who are ready to use: by what is awkward about them, and the published test people with what each is for. */
import type { operations } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';
import { spacedNumber } from './spaced-number.ts';
import { traitNames, traitWords } from './traits.ts';

export function AwkwardKinds({ visit }: { readonly visit: PageVisit }) {
  return (
    <section aria-labelledby="awkward">
      <h2 id="awkward">Awkward records, ready to use</h2>
      <p>Real records are untidy, and software meets all of these. Choose a kind to see people of it.</p>
      <ul class="kinds">
        {traitNames.map((trait) => (
          <li>
            <a href={to(visit, `/people?trait=${trait}`)}>{traitWords[trait].name}</a>: {traitWords[trait].means}
          </li>
        ))}
      </ul>
    </section>
  );
}

export type TestPeopleGroups = operations['list-test-people']['responses'][200]['content']['application/json']['groups'];

export function TestPeople({ visit, groups }: { readonly visit: PageVisit; readonly groups: TestPeopleGroups }) {
  return (
    <section aria-labelledby="test-people">
      <h2 id="test-people">Test people, and what each is for</h2>
      {groups
        .filter(({ people }) => people.length > 0)
        .map(({ title, people }) => (
          <details>
            <summary>
              {title} ({people.length})
            </summary>
            <div class="wide" role="region" aria-label={title} tabindex={0}>
              <table class="people stacked">
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col">NHS number</th>
                    <th scope="col">What for</th>
                  </tr>
                </thead>
                <tbody>
                  {people.map(({ nhsNumber, name, meaning }) => (
                    <tr>
                      <th scope="row">
                        <a href={to(visit, `/people/${nhsNumber}`)}>{name === '' ? 'No name is known' : name}</a>
                      </th>
                      <td class="number">{spacedNumber(nhsNumber)}</td>
                      <td>{meaning}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        ))}
    </section>
  );
}
