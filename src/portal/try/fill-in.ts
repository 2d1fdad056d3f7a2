/** What a form is filled in with: a request that works, about a person where the address of the page names one. */
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import { whomFor } from './whom.ts';

export type FilledIn = Awaited<ReturnType<typeof fillIn>>;

export async function fillIn(visit: PageVisit, slug: string, operation: string) {
  const person = visit.query.get('person')?.trim() ?? '';
  const place = `/contracts/${encodeURIComponent(slug)}/operations/${encodeURIComponent(operation)}/request`;
  const [about, whom] = await Promise.all([
    askControl<'find-working-request'>(visit, place + (person && `?person=${encodeURIComponent(person)}`)),
    whomFor(visit, slug, operation),
  ]);
  const isUnknown = !about.ok && person !== '';
  const as = visit.query.get('as')?.trim() ?? '';
  return { person, as, whom, isUnknown, found: isUnknown ? await askControl<'find-working-request'>(visit, place) : about };
}
