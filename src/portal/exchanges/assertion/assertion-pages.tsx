/** `/exchanges/{id}/assertion`: an assertion made of one exchange, tried against the journal as it is made, and written for wherever it is wanted. */
import { portalPath } from '../../../gateway/places.ts';
import { askControl, sending } from '../../control.ts';
import { page } from '../../page/page.tsx';
import { refused } from '../../page/refused.tsx';
import type { Pages } from '../../pages.ts';
import { to, type PageVisit } from '../../visit.ts';
import { unexplained } from '../explanation-page.tsx';
import { personIn } from '../person-in.ts';
import { assertablesOf, assertionOf } from './assertable.ts';
import { AssertionForm } from './assertion-form.tsx';
import { TriedAssertion } from './tried-assertion.tsx';
import { ticksIn } from './chosen.ts';

export function assertionPages(pages: Pages): void {
  pages.get(`${portalPath}/exchanges/:id/assertion`, ({ env: visit, req }) => assertionPage(visit, req.param('id')));
}

async function assertionPage(visit: PageVisit, id: string): Promise<Response> {
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(id)}`);
  if (!found.ok) return unexplained(visit, found);
  const exchange = found.body;
  const assertables = assertablesOf(exchange, await personIn(visit, exchange));
  const chosen = ticksIn(visit.query, assertables);
  const assertion = assertionOf(
    assertables.filter(({ key }) => chosen.ticked.has(key)),
    chosen.more,
  );
  const asserted = await askControl<'assert-journal'>(visit, '/journal/assert', sending('POST', { assertions: [assertion] }));
  const isWrong = !asserted.ok && (asserted.status === 400 || asserted.status === 422);
  if (!asserted.ok && !isWrong) return refused(visit, asserted);
  return page(visit, {
    title: 'Assert what was sent',
    section: 'exchanges',
    status: asserted.ok ? 200 : asserted.status,
    main: (
      <>
        <p>
          An assertion says what your program should have sent, and how often; it is held to everything that is kept here. Tick what matters
          of{' '}
          <a href={to(visit, `/exchanges/${encodeURIComponent(exchange.id)}`)}>
            {exchange.answer.status} to {exchange.request.method} {exchange.request.url}
          </a>
          : the less is ticked, the more requests it is about.
        </p>
        <div class="assertion">
          <AssertionForm
            visit={visit}
            exchange={exchange}
            assertables={assertables}
            chosen={chosen}
            refused={asserted.ok ? undefined : asserted}
          />
          <TriedAssertion visit={visit} assertion={assertion} asserted={asserted} />
        </div>
      </>
    ),
  });
}
