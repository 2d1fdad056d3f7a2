/** A resource that tells an entry, in the shape that a contract gives its type: what has no room is left out, what is required comes from the contract's own example. */
import type { JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Generator } from '../../making/generate.ts';
import { unlessBeyond } from '../../contract/work.ts';
import { faultsOf, isAccepted } from '../examples/example-mending.ts';
import { mended } from '../examples/mend.ts';
import type { ToldItems } from './told-items.ts';

export interface LaidOver {
  readonly resource: JsonObject;
  /** False where nothing helps: it is sent as it is. */
  readonly fits: boolean;
}

/** What of the steps that a request may take one resource is given. */
const STEPS = 200_000;

/** Undefined where the contract has no code for such a thing. `model`: its example, told of the same person. */
export function layOver(
  generator: Generator,
  path: string,
  { at, example }: Pick<ToldItems, 'at' | 'example'>,
  { resource, model }: { readonly resource: JsonObject; readonly model: () => JsonObject | undefined },
): LaidOver | undefined {
  const { contract } = generator.meaning;
  const profiled = underProfilesOf(example, resource);
  if (!at) return { resource: profiled, fits: true };
  const { work } = contract;
  return unlessBeyond(
    () =>
      work.within(STEPS, () => {
        const faults = faultsOf(contract, at, profiled);
        if (faults.length === 0) return { resource: profiled, fits: true };
        const codes = says.has(resource['resourceType']) ? faults.filter(({ pointer }) => ofCode.test(pointer)) : [];
        if (codes.some(({ keyword }) => keyword === 'enum' || keyword === 'const')) return undefined;
        const isCodeless = codes.some(({ keyword }) => keyword === 'required');
        const shown = model();
        // An example that breaks its own schema is of less help than what is made for the places that are left.
        for (const from of [shown, undefined]) {
          const found = mended({ generator, operation: { path }, at, value: profiled, ...(from && { shown: from }) });
          // What the contract shows, or what is made, is about something else that happened.
          if (isObject(found) && found['id'] === resource['id'] && found !== from && isAccepted(contract, at, found))
            return { resource: found, fits: true };
          if (isCodeless) return undefined;
        }
        return { resource: profiled, fits: false };
      }),
    () => ({ resource: profiled, fits: false }),
  );
}

/** Types whose code says what happened; that of others says what sort of service was asked for. */
const says: ReadonlySet<unknown> = new Set([
  'AllergyIntolerance',
  'Condition',
  'DiagnosticReport',
  'DocumentReference',
  'Immunization',
  'Observation',
  'Procedure',
]);

/** Where the contract lists what such a resource may be about and this is none of it, or wants a code and this has words alone. */
const ofCode = /^\/(?:type|code|vaccineCode)\/coding(?:\/\d+\/(?:code|system))?$/;

/** It claims to be what the contract's own resources claim to be. */
function underProfilesOf(example: JsonObject | undefined, resource: JsonObject): JsonObject {
  if (!example) return resource;
  const { meta: own } = resource;
  const shown = isObject(example['meta']) ? example['meta']['profile'] : undefined;
  const { profile, ...others } = isObject(own) ? own : {};
  if (profile === undefined && shown === undefined) return resource;
  const meta = shown === undefined ? others : { profile: shown, ...others };
  const { meta: _, ...rest } = resource;
  return Object.keys(meta).length === 0 ? rest : placedFirst(rest, meta);
}

/** `resourceType` and `id` stand before `meta`, as FHIR writes them. */
function placedFirst({ resourceType, id, ...rest }: JsonObject, meta: JsonObject): JsonObject {
  return { ...(resourceType !== undefined && { resourceType }), ...(id !== undefined && { id }), meta, ...rest };
}
