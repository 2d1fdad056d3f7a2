/** Contracts of your own that are served here: which there are, another one brought, one removed. */
import { portalPath } from '../../gateway/places.ts';
import { bring, withContract, type GivenContract } from '../check/given-contract.ts';
import { askControl, sending } from '../control.ts';
import { confirmPage } from '../page/confirm.tsx';
import type { Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';
import { contractsPage } from './contracts-page.tsx';

export function contractPages(pages: Pages): void {
  pages.get(`${portalPath}/contracts`, ({ env: visit }) => contractsPage(visit));
  pages.post(`${portalPath}/contracts`, ({ env: visit }) => withContract(visit, serve, notServed));
  pages.get(`${portalPath}/contracts/:name/remove`, ({ env: visit, req }) => removePage(visit, req.param('name')));
  pages.post(`${portalPath}/contracts/:name/remove`, ({ env: visit, req }) => withForm(visit, () => remove(visit, req.param('name'))));
}

async function serve(visit: PageVisit, given: GivenContract): Promise<Response> {
  const brought = await bring(visit, given);
  return brought.ok ? seePage(visit, '/contracts?done=brought') : notServed(visit, given, brought);
}

const notServed = (visit: PageVisit, given: GivenContract, why: Refused): Promise<Response> =>
  why.status === 401 ? refused(visit, why) : contractsPage(visit, { given, refused: why });

const pathOf = (name: string): string => `/contracts/${encodeURIComponent(name)}`;

async function removePage(visit: PageVisit, name: string): Promise<Response> {
  const contract = await askControl<'read-brought-contract'>(visit, pathOf(name));
  if (!contract.ok) return refused(visit, contract);
  const { title, base } = contract.body;
  return confirmPage(visit, {
    part: 'contracts',
    title: `Remove ${title}?`,
    words: `Nothing is served at ${base} any more, unless another API stands there. The contract itself is forgotten: keep the file that it came from. What clients have written through it stays, and is there again once it is brought again.`,
    action: `${pathOf(name)}/remove`,
    button: 'Remove it',
    back: '/contracts',
  });
}

async function remove(visit: PageVisit, name: string): Promise<Response> {
  const removed = await askControl<'remove-contract'>(visit, pathOf(name), sending('DELETE'));
  return removed.ok ? seePage(visit, '/contracts?done=removed') : refused(visit, removed);
}
