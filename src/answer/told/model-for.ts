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
import type { ToldItems } from '../../plan/told/told-items.ts';
import type { Person, Population } from '../../population.ts';

interface ModelFor {
  readonly generator: Generator;
  readonly population: Population;
  readonly now: number;
  readonly told: ToldItems;
  readonly person: Person;
}

export function modelFor(entry: Entry, { generator: { meaning }, population, now, told, person }: ModelFor): JsonObject | undefined {
  const { at, example, version } = told;
  if (!example) return undefined;
  // Whom and what it contains are of whoever it was published about.
  const { contained: _, ...shown } = example;
  const bound = { ...UNBOUND, byRole: { 'patient.nhsNumber': person.nhsNumber } };
  const value = rebind({ meaning, body: studied(meaning, shown, at), bound, population, now, ...(at ? { at } : {}) });
  const model = withoutFacts(value, '', { of: entry, version });
  return isObject(model) ? model : undefined;
}

/** Of these systems a code tells what was done, found or given; others have the words of the contract itself. */
const clinical: ReadonlySet<Json | undefined> = new Set(['http://snomed.info/sct', 'http://loinc.org', 'https://dmd.nhs.uk']);
/** What sorts a resource among those of its contract, whatever it tells of. */
const ofContract: ReadonlySet<string> = new Set(['category', 'class', 'format', 'practiceSetting', 'securityLabel', 'intent']);
const worded: ReadonlySet<string> = new Set(['lotNumber', 'description', 'comment', 'title', 'patientInstruction']);
const dated = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

type WhoAndWhen = Pick<Entry, 'recorded'> & { readonly [Name in 'organisation' | 'practitioner']?: string | undefined };

/** Days are those of what is told, people and places those who wrote it, and what was found or given is not known. */
export function withoutFacts(value: Json, name: string, about: { readonly of: WhoAndWhen; readonly version: FhirVersion }): Json {
  if (isArray(value)) return value.map((one) => withoutFacts(one, name, about));
  if (typeof value === 'string') {
    if (dated.test(value)) return about.of.recorded + value.slice(about.of.recorded.length);
    return worded.has(name) ? 'Not recorded' : value;
  }
  if (!isObject(value)) return value;
  const { coding, system } = value;
  const who = typeof system === 'string' ? whoeverWrote(system, about.of) : undefined;
  if (who !== undefined && value['value'] !== undefined) return { ...value, value: who };
  if (!ofContract.has(name) && isArray(coding) && coding.some((one) => isObject(one) && clinical.has(one['system'])))
    return conceptOf(hl7System.nullFlavor[about.version], 'UNK', 'unknown');
  return Object.fromEntries(Object.entries(value).map(([member, inside]) => [member, withoutFacts(inside, member, about)]));
}

/** In the identifiers of people and places there. */
function whoeverWrote(system: string, { organisation, practitioner }: WhoAndWhen): string | undefined {
  if (/\/ods-(?:organization|site)-code$/.test(system)) return organisation;
  return system.endsWith('/sds-user-id') ? practitioner : undefined;
}
