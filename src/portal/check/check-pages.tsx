/** What the sandbox makes of a contract: pasted, chosen or dropped here, looked at, and served where that is wanted. */
import { portalPath } from '../../gateway/places.ts';
import { askControl, type ControlAnswer } from '../control.ts';
import { readForm } from '../forms.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { untakenForm } from '../page/untaken-form.tsx';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';
import { CheckForm, ServeForm, type GivenContract } from './check-form.tsx';
import { CheckReport } from './check-report.tsx';

export function checkPages(pages: Pages): void {
  pages.get(`${portalPath}/check`, ({ env: visit }) =>
    page(visit, { title: 'Check a contract', section: 'apis', main: <CheckForm visit={visit} given={{ name: '', text: '' }} /> }),
  );
  pages.post(`${portalPath}/check`, ({ env: visit }) => withContract(visit, check));
  pages.post(`${portalPath}/check/serve`, ({ env: visit }) => withContract(visit, serve));
}

/** A contract may have 5 MiB, and the form is around it. */
const most = 6 * 1_048_576;

async function withContract(visit: PageVisit, task: (visit: PageVisit, given: GivenContract) => Promise<Response>): Promise<Response> {
  const sent = await readForm(visit, most);
  if ('why' in sent) return untakenForm(visit, sent);
  const field = (name: string): string => sent.fields.get(name) ?? '';
  const isFile = field('file').trim() !== '';
  const name = field('name').trim() || (isFile && field('file.name')) || 'my-api';
  // Browsers send the lines of a text field with the ends of MS-DOS.
  const text = isFile ? field('file') : field('text').replaceAll('\r\n', '\n');
  if (text.trim() === '')
    return notServed(visit, { name: field('name'), text }, 400, 'No contract was given: choose a file, or put its text below.');
  return task(visit, { name, text });
}

const asContract = (text: string): RequestInit => ({ headers: { 'Content-Type': 'application/yaml' }, body: text });

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
  const name = encodeURIComponent(given.name);
  const found = await askControl<'bring-contract'>(visit, `/contracts/${name}`, { method: 'PUT', ...asContract(given.text) });
  return found.ok ? seePage(visit, `/apis/${found.body.slug}`) : notTaken(visit, given, found);
}

async function notTaken(
  visit: PageVisit,
  given: GivenContract,
  found: Extract<ControlAnswer<unknown>, { readonly ok: false }>,
): Promise<Response> {
  return found.status === 401 ? refused(visit, found) : notServed(visit, given, found.status, found.problem.detail);
}

/** What was given stays in the form, so that it can be mended there. */
const notServed = (visit: PageVisit, given: GivenContract, status: number, why: string): Promise<Response> =>
  page(visit, {
    title: 'This cannot be served',
    section: 'apis',
    status,
    main: (
      <>
        <p class="bad" role="alert">
          {why}
        </p>
        <CheckForm visit={visit} given={given} />
      </>
    ),
  });
