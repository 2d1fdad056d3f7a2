/** What would be served of a contract, and how well. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';

type Report = components['schemas']['CheckedContract'];
type Operation = NonNullable<Report['understood']>[number];

export function CheckReport({ report }: { readonly report: Report }) {
  const { version, base, operations, understood = [], answers, quirks, effects, moreQuirks } = report;
  return (
    <>
      <p>
        {[version && `Version ${version}.`, counted(operations, 'operation'), 'below'].filter(Boolean).join(' ')} <code>{base}</code>.
      </p>
      <h2>How it would be answered</h2>
      <dl>
        {answers.map(({ by, operations: many, means }) => (
          <>
            <dt>{counted(many, 'operation')}</dt>
            <dd>
              {means} <span class="quiet">({by})</span>
            </dd>
          </>
        ))}
      </dl>
      {understood.length > 0 && <Operations operations={understood} answers={answers} />}
      <h2>What could not be taken as it stands</h2>
      {quirks.length === 0 && <p>Nothing: all of it is served as it is written.</p>}
      {effects.map(({ effect, means }) => (
        <Quirks means={means} effect={effect} quirks={quirks} />
      ))}
      {moreQuirks > 0 && <p>{moreQuirks} more are not listed here; nhs-sandbox check --verbose says them all.</p>}
    </>
  );
}

function Operations({ operations, answers }: { readonly operations: readonly Operation[]; readonly answers: Report['answers'] }) {
  const means = new Map(answers.map(({ by, means: words }) => [by, words]));
  return (
    <div class="wide" role="region" aria-label="Operations" tabindex={0}>
      <table class="stacked">
        <caption>Each operation, and what of its answer is a guess</caption>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">What it does</th>
            <th scope="col">Guesses</th>
          </tr>
        </thead>
        <tbody>
          {operations.map(({ method, path, does, resource, answeredBy, guesses }) => (
            <tr>
              <th scope="row">
                <code>
                  {method.toUpperCase()} {path}
                </code>
              </th>
              <td>{does === undefined ? means.get(answeredBy) : `${does} of ${resource ?? ''}`}</td>
              <td>
                {guesses.length > 0 && (
                  <ul>
                    {guesses.map((guess) => (
                      <li>{guess}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Quirks({ effect, means, quirks }: { readonly effect: string; readonly means: string; readonly quirks: Report['quirks'] }) {
  const those = quirks.filter((quirk) => quirk.effect === effect);
  if (those.length === 0) return null;
  return (
    <>
      <h3>{means.charAt(0).toUpperCase() + means.slice(1)}</h3>
      <ul>
        {those.map(({ pointer, message }) => (
          <li>
            <code>{pointer || '/'}</code> {message}
          </li>
        ))}
      </ul>
    </>
  );
}
