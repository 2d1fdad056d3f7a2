/** What clients sent last and why it was answered so: a list, and a page for each, which is also where X-Sandbox-Trace leads a browser. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { controlPath, portalPath } from '../../gateway/places.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import type { Pages } from '../pages.ts';
import { to, type PageVisit } from '../visit.ts';
import { ExplanationParts } from './explanation.tsx';

export function exchangePages(pages: Pages): void {
  pages.get(`${portalPath}/exchanges`, ({ env: visit }) => listPage(visit));
  pages.get(`${portalPath}/exchanges/:id`, ({ env: visit, req }) => exchangePage(visit, req.param('id')));
  pages.get(`${controlPath}/trace/:id`, ({ env: visit, req }) => exchangePage(visit, req.param('id')));
}

async function listPage(visit: PageVisit): Promise<Response> {
  const found = await askControl<'list-exchanges'>(visit, '/exchanges?limit=50');
  if (!found.ok) return refused(visit, found);
  return page(visit, {
    title: 'Exchanges',
    section: 'exchanges',
    main: (
      <ol role="list">
        {found.body.exchanges.map((exchange) => (
          <li>
            <a href={to(visit, `/exchanges/${exchange.id}`)}>{titleOf(exchange)}</a>
          </li>
        ))}
      </ol>
    ),
  });
}

async function exchangePage(visit: PageVisit, id: string): Promise<Response> {
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(id)}`);
  if (!found.ok) return refused(visit, found);
  return page(visit, {
    title: titleOf(found.body),
    section: 'exchanges',
    main: <ExplanationParts explanation={found.body} />,
  });
}

const titleOf = ({ answer, request }: components['schemas']['Explanation']): string =>
  `${answer.status} to ${request.method} ${request.url}`;
