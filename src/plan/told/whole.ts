/** An answer that tells a whole record, or much of it: a summary, a record in lists, prescriptions with all that belongs to them. */
import type { JsonObject, Operation, SchemaAt } from '../../contract/contract.ts';
import type { FhirVersion } from '../../fhir/clinical/about.ts';
import { kindsToldAs } from '../../fhir/clinical/referents.ts';
import { fullestBundle } from '../../fhir/clinical/retell-bundle.ts';
import { isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import type { ApiPlan } from '../api-plan.ts';
import type { SuccessPlan } from '../operation-plan.ts';
import { resourceSchemas } from './resource-schemas.ts';
import { fhirVersionOf, resourcesIn } from './told-items.ts';

export interface ToldWhole {
  readonly version: FhirVersion;
  /** Of those that the contract shows, the one that tells of most. */
  readonly example: JsonObject;
  readonly at: SchemaAt | undefined;
  /** What the contract says of each type of resource in it. */
  readonly ofType: () => ReadonlyMap<string, SchemaAt>;
}

/** Bundles that carry something somewhere, or say what became of a request. */
const carried = new Set<unknown>(['message', 'transaction', 'transaction-response', 'batch', 'batch-response', 'history']);
/** A pointer to a record, and the bytes of a document, say nothing of what is in it. */
const pointing = new Set<unknown>(['DocumentReference', 'Binary']);

export function planWhole({ contract, meaning }: ApiPlan, operation: Operation, { media }: SuccessPlan): ToldWhole | undefined {
  if (operation.method !== 'get' && !/\/(?:\$[^/]*|_search)$/.test(operation.path)) return undefined;
  const bundles = (media?.examples ?? []).flatMap(({ value }) => (isObject(value) && value['resourceType'] === 'Bundle' ? [value] : []));
  const telling = bundles.filter(
    (bundle) => !carried.has(bundle['type']) && tells(bundle, fhirVersionOf(contract, operation.path, bundle)),
  );
  const example = fullestBundle(telling);
  const at = media?.schema;
  const ofType = lazily(() => (at ? resourceSchemas(meaning, at) : new Map<string, SchemaAt>()));
  return example && { version: fhirVersionOf(contract, operation.path, example), example, at, ofType };
}

const tells = (bundle: JsonObject, version: FhirVersion): boolean =>
  resourcesIn(bundle).some(({ resourceType }) => !pointing.has(resourceType) && kindsToldAs(String(resourceType), version).length > 0);
