/** The stubs of a workspace: what each meets, what it answers, and how often it has. */
import { requestsInWords, type KnownApis } from '../rules/match.ts';
import { to, type PageVisit } from '../visit.ts';
import { stubAnswerInWords, type KeptStub } from './stub-words.ts';

interface StubsListProps {
  readonly visit: PageVisit;
  readonly stubs: readonly KeptStub[];
  readonly scenarios: Readonly<Record<string, string>>;
  readonly apis: KnownApis;
}

export function StubsList({ visit, stubs, scenarios, apis }: StubsListProps) {
  if (stubs.length === 0) return <p>None: every request is answered by its API.</p>;
  return (
    <>
      <div class="wide" role="region" aria-label="Stubs" tabindex={0}>
        <table class="stacked">
          <caption>Where several fit a request, the last of them answers</caption>
          <thead>
            <tr>
              <th scope="col">Stub</th>
              <th scope="col">Requests</th>
              <th scope="col">Answer</th>
              <th scope="col">Answered</th>
            </tr>
          </thead>
          <tbody>
            {stubs.map((stub) => (
              <tr>
                <th scope="row">
                  <a href={to(visit, `/stubs/${encodeURIComponent(stub.id)}`)}>{stub.id}</a>
                </th>
                <td>
                  {requestsInWords(stub.match, apis)}
                  <Scenario stub={stub} scenarios={scenarios} />
                </td>
                <td>{stubAnswerInWords(stub)}</td>
                <td>{stub.used} times</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={to(visit, '/stubs/delete-all')}>Delete all stubs</a>
      </p>
    </>
  );
}

/** All scenarios begin in `Started`, and only those that have left it are told. */
function Scenario({ stub: { scenario }, scenarios }: { readonly stub: KeptStub; readonly scenarios: Readonly<Record<string, string>> }) {
  if (!scenario) return null;
  const { name, requires, becomes } = scenario;
  return (
    <p class="quiet">
      Scenario {name}, now in {scenarios[name] ?? 'Started'}.{requires !== undefined && ` Answers only in ${requires}.`}
      {becomes !== undefined && ` Makes it ${becomes}.`}
    </p>
  );
}
