/** The contract's example as somewhere to take from what a resource must have and an entry does not say: told of the same person, and without a fact of its own. */
import type { Entry } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { FhirVersion } from '../../fhir/clinical/about.ts';
import { conceptOf } from '../../fhir/clinical/concepts.ts';
import { hl7System } from '../../fhir/clinical/systems.ts';
import { rebind } from '../../making/binding/rebind.ts';
import type { Generator } from '../../making/generate.ts';
import { UNBOUND } from '../../meaning/bound.ts';
import { studied } from '../../meaning/studied-body.ts';
import type { ToldResources } from '../../plan/told/told-items.ts';
import type { Person, Population } from '../../population.ts';

interface ModelFor {
  readonly generator: Generator;
  readonly population: Population;
  readonly now: number;
  readonly told: ToldResources;
  readonly person: Person;
}

export function modelFor(entry: Entry, { generator: { meaning }, population, now, told, person }: ModelFor): JsonObject | undefined {
  const { at, example, version } = told;
  if (!example) return undefined;
  // Whom and what it contains are of whoever it was published about.
  const { contained: _, ...shown } = example;
  const bound = { ...UNBOUND, byRole: { 'patient.nhsNumber': person.nhsNumber } };
  const value = rebind({ meaning, body: studied(meaning, shown, at), bound, population, now, ...(at ? { at } : {}) });
  const model = withoutFacts(value, '', { entry, version });
  return isObject(model) ? model : undefined;
}

/** Of these systems a code tells what was done, found or given; others have the words of the contract itself. */
const clinical: ReadonlySet<Json | undefined> = new Set(['http://snomed.info/sct', 'http://loinc.org', 'https://dmd.nhs.uk']);
const worded: ReadonlySet<string> = new Set(['lotNumber', 'description', 'comment', 'title', 'patientInstruction']);
const dated = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

function withoutFacts(value: Json, name: string, of: { readonly entry: Entry; readonly version: FhirVersion }): Json {
  if (isArray(value)) return value.map((one) => withoutFacts(one, name, of));
  if (typeof value === 'string') {
    if (dated.test(value)) return of.entry.recorded + value.slice(of.entry.recorded.length);
    return worded.has(name) ? 'Not recorded' : value;
  }
  if (!isObject(value)) return value;
  const { coding, system } = value;
  const who = typeof system === 'string' ? whoeverWrote(system, of.entry) : undefined;
  if (who !== undefined && value['value'] !== undefined) return { ...value, value: who };
  if (isArray(coding) && coding.some((one) => isObject(one) && clinical.has(one['system'])))
    return conceptOf(hl7System.nullFlavor[of.version], 'UNK', 'unknown');
  return Object.fromEntries(Object.entries(value).map(([member, inside]) => [member, withoutFacts(inside, member, of)]));
}

/** In the identifiers of people and places there. */
function whoeverWrote(system: string, { organisation, practitioner }: Entry): string | undefined {
  if (/\/ods-(?:organization|site)-code$/.test(system)) return organisation;
  return system.endsWith('/sds-user-id') ? practitioner : undefined;
}
