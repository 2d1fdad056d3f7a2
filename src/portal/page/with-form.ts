/** Takes a form and goes on with its fields; or says why it was not taken. */
import { readForm } from '../forms.ts';
import type { PageVisit } from '../visit.ts';
import { untakenForm } from './untaken-form.tsx';

export async function withForm(
  visit: PageVisit,
  task: (field: (name: string) => string) => Promise<Response> | Response,
): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  // Browsers send the lines of a text with the ends of MS-DOS.
  return task((name) => (sent.fields.get(name) ?? '').replaceAll('\r\n', '\n').trim());
}
