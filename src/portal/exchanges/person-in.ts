/** The person whom an exchange is about: whose NHS number stands in its address. Only made-up numbers are ever kept, which begin with 9. */
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import type { Exchanged } from './words.ts';

export interface PersonInAddress {
  readonly nhsNumber: string;
  /** Undefined where nobody here has the number. */
  readonly name: string | undefined;
}

export async function personIn(visit: PageVisit, { request: { url } }: Exchanged): Promise<PersonInAddress | undefined> {
  const nhsNumber = numberIn(url);
  if (nhsNumber === undefined) return undefined;
  const found = await askControl<'read-person'>(visit, `/people/${nhsNumber}`);
  return { nhsNumber, name: found.ok ? found.body.name : undefined };
}

/** With spaces or dashes too, as people write it. */
const numberIn = (url: string): string | undefined =>
  /(?<!\d)9\d{2}(?:[ +-]|%20)?\d{3}(?:[ +-]|%20)?\d{4}(?!\d)/.exec(url)?.[0].replaceAll(/%20|\D/g, '');
