/** The page that a form for a request leads to where no script sends it: the answer, and the form again. */
import { portalPath } from '../../gateway/places.ts';
import { readForm } from '../forms.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { untakenForm } from '../page/untaken-form.tsx';
import type { Pages } from '../pages.ts';
import { to, type PageVisit } from '../visit.ts';
import { fillIn, type FilledIn } from './fill-in.ts';
import { sendTried } from './send.ts';
import { requestFormOf, TryIt, type SentForOperation } from './try-it.tsx';

export function tryPages(pages: Pages): void {
  // Whoever opens its address again.
  pages.get(`${portalPath}/apis/:slug/:operation/try`, async ({ env: visit, req }) => {
    const { slug, operation } = req.param();
    return formPage(visit, slug, operation, await fillIn(visit, slug, operation));
  });
  pages.post(`${portalPath}/apis/:slug/:operation/try`, ({ env: visit, req }) => tryPage(visit, req.param('slug'), req.param('operation')));
}

async function tryPage(visit: PageVisit, slug: string, operation: string): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  const filled = await fillIn(visit, slug, operation);
  const { found } = filled;
  if (!found.ok) return refused(visit, found);
  const texts = (field: string): string => sent.fields.get(field) ?? '';
  const tried = await sendTried(visit, found.body.base, requestFormOf(found.body), texts);
  return formPage(visit, slug, operation, filled, { texts, tried });
}

function formPage(visit: PageVisit, slug: string, operation: string, filled: FilledIn, sent?: SentForOperation): Promise<Response> {
  return page(visit, {
    title: `Try ${operation}`,
    section: 'apis',
    status: sent && 'faults' in sent.tried ? 422 : 200,
    main: (
      <>
        <p>
          <a href={to(visit, `/apis/${encodeURIComponent(slug)}/${encodeURIComponent(operation)}`)}>All about this operation</a>
        </p>
        <TryIt visit={visit} slug={slug} operation={operation} filled={filled} {...(sent && { sent })} />
      </>
    ),
  });
}
