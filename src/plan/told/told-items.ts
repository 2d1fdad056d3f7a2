/** What of a clinical record the items of a collection tell, read from its name, its schema and what it publishes. */
import type { EntryKind } from '../../clinical-record.ts';
import type { Contract, Json, JsonObject, Operation, SchemaAt } from '../../contract/contract.ts';
import { jsonMedia } from '../../contract/documented.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { FhirVersion } from '../../fhir/clinical/about.ts';
import { kindsToldAs } from '../../fhir/clinical/referents.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { membersOf, wordsListed, type Members } from '../resource/members.ts';
import { collectionName } from '../resource/names.ts';
import type { Resource } from '../resource/resource.ts';

/** Items that are FHIR resources of one type, which tell entries of a record or slots of a diary. */
export interface ToldItems {
  readonly version: FhirVersion;
  /** `Immunization`. */
  readonly type: string;
  /** None of what stands in a diary. */
  readonly kinds: readonly EntryKind[];
  readonly at: SchemaAt | undefined;
  /** One as the contract shows it. */
  readonly example: JsonObject | undefined;
}

type Collection = Pick<Resource, 'path' | 'shape' | 'single' | 'all'>;

export function planToldItems(contract: Contract, meaning: Meaning, { path, shape, single, all }: Collection): ToldItems | undefined {
  if (single) return undefined;
  const shown = all.flatMap(({ operation }) => resourcesShown(operation));
  const members = membersOf(meaning, shape);
  const type = typeOf(meaning, { name: collectionName(path), members, shown });
  if (type === undefined) return undefined;
  const example = shown.find(({ resourceType }) => resourceType === type);
  if (type === 'DocumentReference' && leadsToBundle(example)) return undefined;
  const version = fhirVersionOf(contract, path, example);
  return { version, type, kinds: kindsToldAs(type, version), at: members.size > 0 ? shape : undefined, example };
}

/** The collection's name says it where the name is that of a type, and nothing contradicts it; else what all of its items are. */
function typeOf(
  meaning: Meaning,
  { name, members, shown }: { readonly name: string; readonly members: Members; readonly shown: readonly JsonObject[] },
): string | undefined {
  const declared = wordsListed(meaning, members.get('resourceType'));
  // Plain JSON may have collections of the same names.
  if (members.size > 0 && !members.has('resourceType') && shown.length === 0) return undefined;
  const isSaid = declared.includes(name) || shown.some(({ resourceType }) => resourceType === name);
  if (isTellable(name) && (isSaid || (declared.length === 0 && shown.length === 0))) return name;
  const [only, ...others] = declared;
  return only !== undefined && others.length === 0 && isTellable(only) ? only : undefined;
}

/** A record has something to say in it, of either version, or a diary. */
const isTellable = (type: string): boolean =>
  kindsToldAs(type, 'R4').length > 0 || kindsToldAs(type, 'STU3').length > 0 || type === 'Slot' || type === 'Schedule';

/** A summary of the whole record is no document in it. */
const leadsToBundle = (reference: JsonObject | undefined): boolean => /"url":"[^"]*\/Bundle[/?]/.test(JSON.stringify(reference ?? null));

/** Those that the successes of an operation show, alone or in a Bundle; then those that it is shown to be sent. */
export function resourcesShown({ responses, body }: Operation): readonly JsonObject[] {
  const answers = [...responses].flatMap(([key, response]) => (key.startsWith('2') ? (jsonMedia(response)?.examples ?? []) : []));
  const sent = body?.content.flatMap(({ examples }) => examples) ?? [];
  return [...answers, ...sent].flatMap(({ value }) => resourcesIn(value));
}

/** A resource, and those that a Bundle holds. */
export function resourcesIn(value: Json | undefined): readonly JsonObject[] {
  if (!isObject(value) || typeof value['resourceType'] !== 'string') return [];
  const entries = value['resourceType'] === 'Bundle' && isArray(value['entry']) ? value['entry'].filter(isObject) : [];
  // Bundles are published with resources that stand bare in their entries.
  return [value, ...entries.flatMap((entry) => resourcesIn(entry['resource'] ?? entry))];
}

/** STU3 is named by addresses, or by the profiles of what is shown; R4 needs no name. */
export function fhirVersionOf({ basePath }: Pick<Contract, 'basePath'>, path: string, shown: Json | undefined): FhirVersion {
  const way = `${basePath}${path}`;
  if (/\/STU3\b/i.test(way)) return 'STU3';
  if (/\/R4\b/i.test(way)) return 'R4';
  return shown !== undefined && /"https?:[^"]*(?:\/STU3\/|CareConnect-)/.test(JSON.stringify(shown)) ? 'STU3' : 'R4';
}
