/** A contract as a form of ours gives it, and how it is brought to this workspace. */
import { askControl, type ControlAnswer } from '../control.ts';
import { readForm } from '../forms.ts';
import type { Refused } from '../page/refusal.tsx';
import { untakenForm } from '../page/untaken-form.tsx';
import type { PageVisit } from '../visit.ts';

export interface GivenContract {
  readonly name: string;
  readonly text: string;
}

/** A contract may have 5 MiB, and the form is around it. */
const most = 6 * 1_048_576;

/** Goes on with what was given, or with nothing where there is no text. */
export async function withContract(
  visit: PageVisit,
  task: (visit: PageVisit, given: GivenContract) => Promise<Response>,
  nothing: (visit: PageVisit, given: GivenContract, why: Refused) => Promise<Response>,
): Promise<Response> {
  const sent = await readForm(visit, most);
  if ('why' in sent) return untakenForm(visit, sent);
  const field = (name: string): string => sent.fields.get(name) ?? '';
  const isFile = field('file').trim() !== '';
  const name = field('name').trim() || (isFile && field('file.name')) || 'my-api';
  // Browsers send the lines of a text field with the ends of MS-DOS.
  const text = isFile ? field('file') : field('text').replaceAll('\r\n', '\n');
  return text.trim() === '' ? nothing(visit, { name: field('name'), text }, notGiven) : task(visit, { name, text });
}

const notGiven: Refused = {
  ok: false,
  status: 400,
  problem: {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: 'No contract was given: choose a file, or put its text below.',
  },
};

export const asContract = (text: string): RequestInit => ({ headers: { 'Content-Type': 'application/yaml' }, body: text });

/** Served from the next request on, under its name. */
export const bring = (visit: PageVisit, { name, text }: GivenContract): Promise<ControlAnswer<{ readonly slug: string }>> =>
  askControl<'bring-contract'>(visit, `/contracts/${encodeURIComponent(name)}`, { method: 'PUT', ...asContract(text) });
