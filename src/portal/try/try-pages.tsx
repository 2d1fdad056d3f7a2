/** The page that a form for a request leads to where no script sends it: the answer, and the form again. */
import { portalPath } from '../../gateway/places.ts';
import { readForm } from '../forms.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { untakenForm } from '../page/untaken-form.tsx';
import type { Pages } from '../pages.ts';
import { to, type PageVisit } from '../visit.ts';
import { fillIn, type FilledIn } from './fill-in.ts';
import { fillInWhom, type FilledForScript } from './fill-in-whom.ts';
import { sendTried } from './send.ts';
import { withWhom } from './whom.ts';
import { whomFields } from './whom-fields.ts';
import { requestFormOf, TryIt, type SentForOperation } from './try-it.tsx';

export function tryPages(pages: Pages): void {
  // Whoever opens its address again.
  pages.get(`${portalPath}/apis/:slug/:operation/try`, async ({ env: visit, req }) => {
    const { slug, operation } = req.param();
    return formPage(visit, slug, operation, await fillIn(visit, slug, operation));
  });
  pages.post(`${portalPath}/apis/:slug/:operation/as`, ({ env: visit, req }) =>
    fieldsPage(visit, req.param('slug'), req.param('operation')),
  );
  pages.post(`${portalPath}/apis/:slug/:operation/try`, ({ env: visit, req }) => tryPage(visit, req.param('slug'), req.param('operation')));
}

/** For a script of the page, which sends the request itself. */
async function fieldsPage(visit: PageVisit, slug: string, operation: string): Promise<Response> {
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
  const sent = await readForm(visit);
  if ('why' in sent)
    return Response.json({ texts: {}, faults: [{ field: whomFields.as, message: sent.why }] } satisfies FilledForScript, {
      status: sent.status,
      headers,
    });
  const { found, whom } = await fillIn(visit, slug, operation);
  if (!found.ok) return Response.json({ texts: {}, faults: [] } satisfies FilledForScript, { headers });
  const form = withWhom(requestFormOf(found.body), whom);
  const { texts, faults } = await fillInWhom(visit, whom, form, (field) => sent.fields.get(field) ?? '');
  return Response.json({ texts: Object.fromEntries(texts), faults } satisfies FilledForScript, { headers });
}

async function tryPage(visit: PageVisit, slug: string, operation: string): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  const filled = await fillIn(visit, slug, operation);
  const { found } = filled;
  if (!found.ok) return refused(visit, found);
  const form = withWhom(requestFormOf(found.body), filled.whom);
  const typed = (field: string): string => sent.fields.get(field) ?? '';
  const filledFor = await fillInWhom(visit, filled.whom, form, typed);
  const texts = (field: string): string => filledFor.texts.get(field) ?? typed(field);
  const { faults } = filledFor;
  const tried = faults.length > 0 ? { faults } : await sendTried(visit, found.body.base, form, texts);
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
