/** What a form is filled in with: a request that works, about a person where the address of the page names one. */
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';

export type FilledIn = Awaited<ReturnType<typeof fillIn>>;

export async function fillIn(visit: PageVisit, slug: string, operation: string) {
  const person = visit.query.get('person')?.trim() ?? '';
  const place = `/contracts/${encodeURIComponent(slug)}/operations/${encodeURIComponent(operation)}/request`;
  const about = await askControl<'find-working-request'>(visit, place + (person && `?person=${encodeURIComponent(person)}`));
  const isUnknown = !about.ok && person !== '';
  return { person, isUnknown, found: isUnknown ? await askControl<'find-working-request'>(visit, place) : about };
}
