/** After a form was taken: the page to look at next, so that going back or loading it again sends nothing twice. */
import { to, type PageVisit } from '../visit.ts';

export function seePage(visit: PageVisit, target: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 303, headers: { Location: to(visit, target), 'Cache-Control': 'no-store', ...headers } });
}
