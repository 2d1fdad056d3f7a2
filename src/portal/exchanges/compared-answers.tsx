/** The answer to a request that was sent once more, beside the first one. */
import { to, type PageVisit } from '../visit.ts';
import { compareAnswers } from './differences.ts';
import type { Exchanged } from './words.ts';

interface ComparedAnswersProps {
  readonly visit: PageVisit;
  readonly before: Exchanged;
  readonly now: Exchanged;
}

export function ComparedAnswers({ visit, before, now }: ComparedAnswersProps) {
  const { differences, untold } = compareAnswers(before, now);
  const earlier = <a href={to(visit, `/exchanges/${encodeURIComponent(before.id)}`)}>the exchange before</a>;
  return (
    <section class="said" aria-labelledby="compared">
      <h2 id="compared">Sent from this page</h2>
      <p>
        {differences.length === 0 ? <>The answer is the same as in {earlier}.</> : <>The answer is another than in {earlier}.</>} {untold}
      </p>
      {differences.length > 0 && (
        <table class="stacked">
          <caption>What differs, but for times and ids of requests</caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Before</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ where, was, is }) => (
              <tr>
                <th scope="row">{where}</th>
                <td>
                  − <Said text={was} />
                </td>
                <td>
                  + <Said text={is} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const Said = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? <span class="quiet">nothing</span> : <code>{text}</code>;
