/** A resource that a client sent, as an entry of a record. */
import type { Entry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { readEntry } from '../../fhir/clinical/read-entry.ts';
import type { Call } from '../../mock/call.ts';
import type { OdsCode } from '../../population.ts';

export function readAs(
  resource: JsonObject,
  { population, caller }: Call,
  { id, before }: { readonly id: string; readonly before: Entry | undefined },
): Entry | undefined {
  const organisation = population.organisation(caller.application?.odsCode ?? '')?.ods;
  return readEntry(resource, {
    id,
    today: population.asOf,
    isOrganisation: (text): text is OdsCode => population.organisation(text) !== undefined,
    ...(before && { before }),
    ...(organisation !== undefined && { organisation }),
  });
}
