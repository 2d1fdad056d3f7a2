/** A form that was not taken, and why. */
import type { SentForm } from '../forms.ts';
import type { PageVisit } from '../visit.ts';
import { page } from './page.tsx';

export function untakenForm(visit: PageVisit, { status, why }: Exclude<SentForm, { readonly fields: URLSearchParams }>): Promise<Response> {
  return page(visit, { title: 'This was not taken', status, main: <p>{why}</p> });
}
