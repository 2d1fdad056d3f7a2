/** References as a contract writes them: where its example contains those whom it refers to, what is told contains its own. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { referById, type About } from '../../fhir/clinical/about.ts';

export interface Containing {
  readonly refer: About['refer'];
  /** A resource with those in it that its references are to. */
  complete(resource: JsonObject, write: (type: string, id: string) => JsonObject | undefined): JsonObject;
}

export function containing(
  example: JsonObject | undefined,
  { record: { person }, bytesAt }: { readonly record: ClinicalRecord; bytesAt(id: string): string | undefined },
): Containing {
  const shown = isArray(example?.['contained']) ? example['contained'].filter(isObject) : [];
  const local = new Map(shown.map(({ resourceType, id }) => [String(resourceType), String(id)]));
  const referred = new Map<string, string>();
  return {
    refer(to) {
      const address = to.type === 'Binary' ? bytesAt(to.id) : undefined;
      if (address !== undefined) return { reference: address };
      const id = local.get(to.type);
      // One of a type is contained: others of the same stand outside.
      if (id === undefined || (referred.get(to.type) ?? to.id) !== to.id) return referById(to);
      referred.set(to.type, to.id);
      return { reference: `#${id}` };
    },
    complete(resource, write) {
      const contained = [...local].flatMap(([type, id]) => {
        const known = referred.get(type) ?? (type === 'Patient' ? person.nhsNumber : undefined);
        const own = known === undefined ? undefined : write(type, known);
        if (!own) return [];
        const { meta: _, ...rest } = own;
        return [{ ...rest, id }];
      });
      return contained.length === 0 ? resource : { ...resource, contained };
    },
  };
}
