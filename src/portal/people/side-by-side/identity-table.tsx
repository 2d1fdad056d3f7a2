/** Each API in a row: what it answers, who it says that this is, and how much it tells of. */
import { to, type PageVisit } from '../../visit.ts';
import { dayInWords } from '../days.ts';
import type { KnownPerson } from '../person-page.tsx';
import { factNames, identityTold, knownFacts, type ToldFact } from './identity-told.ts';
import { kindWords } from './kind-words.ts';
import type { ToldApi } from './told-apis.ts';
import { countsOf, type ToldResource } from './told-resources.ts';

interface IdentityTableProps {
  readonly visit: PageVisit;
  readonly person: KnownPerson;
  readonly apis: readonly ToldApi[];
}

export function IdentityTable({ visit, person, apis }: IdentityTableProps) {
  const told = apis.map((api) => ({ api, facts: identityTold(api.resources, person) }));
  const differing = told.filter(({ facts }) => facts.some(({ differs }) => differs)).length;
  const telling = told.filter(({ facts }) => facts.some(({ text }) => text !== undefined)).length;
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who each says that this is</h2>
      <p>{verdict(telling, differing)}</p>
      <div class="wide" role="region" aria-label="What each API tells" tabindex={0}>
        <table class="side-by-side">
          <thead>
            <tr>
              {['API', 'Answers', ...factNames, 'Tells of'].map((heading) => (
                <th scope="col">{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">The record</th>
              <td />
              {knownFacts(person).map((text, n) => (
                <td>{text === undefined ? 'nothing' : shownFact(n, text)}</td>
              ))}
              <td />
            </tr>
            {told.map(({ api, facts }) => (
              <tr>
                <th scope="row">{api.title}</th>
                <td>
                  {api.answers.map(({ operation, summary, status }, n) => (
                    <>
                      {n > 0 && <br />}
                      <a
                        href={to(
                          visit,
                          `/apis/${encodeURIComponent(api.slug)}/${encodeURIComponent(operation)}?person=${person.nhsNumber}`,
                        )}
                      >
                        {summary ?? operation}
                      </a>
                      : {status}
                    </>
                  ))}
                </td>
                {facts.every(({ text }) => text === undefined) ? (
                  <td colspan={facts.length} class="quiet">
                    does not tell who this is
                  </td>
                ) : (
                  facts.map((fact, n) => (
                    <td>
                      <Fact fact={fact} n={n} />
                    </td>
                  ))
                )}
                <td>{howMuch(api.resources)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const verdict = (telling: number, differing: number): string =>
  telling === 0
    ? 'None of them says who this is.'
    : differing === 0
      ? `${telling} of them say who this is, and all agree with the record.`
      : `${telling} of them say who this is, and ${differing} of these say something else than the record.`;

function Fact({ fact: { text, differs }, n }: { readonly fact: ToldFact; readonly n: number }) {
  if (text === undefined) return <span class="quiet">does not tell</span>;
  return (
    <>
      {shownFact(n, text)}
      {differs && <strong class="bad"> (the record says otherwise)</strong>}
    </>
  );
}

const shownFact = (n: number, text: string): string => (factNames[n] === 'Born' && text.length === 10 ? dayInWords(text) : text);

function howMuch(resources: readonly ToldResource[]): string {
  const counts = [...countsOf(resources)].map(([kind, count]) => `${count} ${kindWords[kind][count === 1 ? 0 : 1]}`);
  return counts.length === 0 ? 'nothing of the record' : counts.join(', ');
}
