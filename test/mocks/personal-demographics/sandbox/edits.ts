/** A request of the official sandbox with some places changed, and the two refusals that a body may meet. */
import type { Json } from '../../../../src/contract/contract.ts';
import { changedAt } from '../../../../src/contract/json-edit.ts';

/** By place, what stands there instead; undefined where nothing does. */
export type Edits = Readonly<Record<string, Json | undefined>>;

export function edited(body: Json, edits: Edits): Json {
  let document = body;
  for (const [place, value] of Object.entries(edits)) document = changedAt(document, place.split('/'), value);
  return document;
}

/** MISSING_VALUE or INVALID_VALUE, whichever such a text is of. */
export function refusalOf(diagnostics: string): object {
  const said = diagnostics.startsWith('Missing')
    ? { code: 'MISSING_VALUE', display: 'Required value is missing', issue: 'required' }
    : { code: 'INVALID_VALUE', display: 'Provided value is invalid', issue: 'value' };
  return { status: 400, ...said, severity: 'error', diagnostics };
}
