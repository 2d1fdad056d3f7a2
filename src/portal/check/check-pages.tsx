/** What the sandbox makes of a contract: pasted, chosen or dropped here, looked at, and served where that is wanted. */
import { portalPath } from '../../gateway/places.ts';
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import type { Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';
import { CheckForm, ServeForm } from './check-form.tsx';
import { CheckReport } from './check-report.tsx';
import { asContract, bring, withContract, type GivenContract } from './given-contract.ts';

export function checkPages(pages: Pages): void {
  pages.get(`${portalPath}/check`, ({ env: visit }) =>
    page(visit, { title: 'Check a contract', section: 'apis', main: <CheckForm visit={visit} given={{ name: '', text: '' }} /> }),
  );
  pages.post(`${portalPath}/check`, ({ env: visit }) => withContract(visit, check, notServed));
  pages.post(`${portalPath}/check/serve`, ({ env: visit }) => withContract(visit, serve, notServed));
}

async function check(visit: PageVisit, given: GivenContract): Promise<Response> {
  const found = await askControl<'check-contract'>(visit, `/check?name=${encodeURIComponent(given.name)}`, {
    method: 'POST',
    ...asContract(given.text),
  });
  if (!found.ok) return notTaken(visit, given, found);
  return page(visit, {
    title: found.body.title,
    section: 'apis',
    main: (
      <>
        <ServeForm visit={visit} given={given} />
        <CheckReport report={found.body} />
        <h2>Check it once more, or another</h2>
        <CheckForm visit={visit} given={given} />
      </>
    ),
  });
}

async function serve(visit: PageVisit, given: GivenContract): Promise<Response> {
  const found = await bring(visit, given);
  return found.ok ? seePage(visit, `/apis/${found.body.slug}`) : notTaken(visit, given, found);
}

async function notTaken(visit: PageVisit, given: GivenContract, found: Refused): Promise<Response> {
  return found.status === 401 ? refused(visit, found) : notServed(visit, given, found);
}

/** What was given stays in the form, so that it can be mended there. */
const notServed = (visit: PageVisit, given: GivenContract, { status, problem }: Refused): Promise<Response> =>
  page(visit, {
    title: 'This cannot be served',
    section: 'apis',
    status,
    main: (
      <>
        <p class="bad" role="alert">
          {problem.detail}
        </p>
        <CheckForm visit={visit} given={given} />
      </>
    ),
  });
