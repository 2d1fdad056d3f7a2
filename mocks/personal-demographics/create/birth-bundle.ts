/** The notification of a birth: which entry of its Bundle is about what. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { sentAt } from '../faults/missing.ts';

/** In the order of the published notification. Observations go by their SNOMED CT codes. */
const observations = {
  weight: '364589006',
  stillBirth: '237364002',
  gestation: '268477000',
  foetuses: '246435002',
  abnormality: '66091009',
} as const;
const others = {
  mother: 'RelatedPerson',
  practice: 'Organization',
  place: 'Location',
  team: 'CareTeam',
  practitioner: 'Practitioner',
} as const;

export type Part = 'baby' | 'motherRecord' | keyof typeof observations | keyof typeof others;

export interface Entry {
  /** `entry/6/resource/`: where it stands, as the service says it. */
  readonly place: string;
  readonly resource: Json;
  readonly fullUrl: Json | undefined;
}

export type Birth = Readonly<Record<Part, Entry>>;

/** Undefined where a part is missing. Entries may come in any order, as in any transaction. */
export function readBirth(bundle: Json): Birth | undefined {
  const list = sentAt(bundle, 'entry');
  const entries = (isArray(list) ? list : []).map((entry, index): Entry => ({
    place: `entry/${index}/resource/`,
    resource: sentAt(entry, 'resource') ?? null,
    fullUrl: sentAt(entry, 'fullUrl'),
  }));
  const ofType = (type: string): Entry[] => entries.filter(({ resource }) => sentAt(resource, 'resourceType') === type);
  const patients = ofType('Patient');
  // Nobody else in it comes without a number.
  const baby = patients.find(({ resource }) => sentAt(resource, 'identifier/0/value') === undefined);
  const observed = Object.entries(observations).map(
    ([part, code]) => [part, ofType('Observation').find(({ resource }) => hasCode(resource, code))] as const,
  );
  const listed = Object.entries(others).map(([part, type]) => [part, ofType(type)[0]] as const);
  const found = {
    baby,
    motherRecord: patients.find((patient) => patient !== baby),
    ...Object.fromEntries<Entry | undefined>([...observed, ...listed]),
  };
  return isWhole(found) ? found : undefined;
}

function hasCode(resource: Json, code: string): boolean {
  const codings = sentAt(resource, 'code/coding');
  return isArray(codings) && codings.some((coding) => isObject(coding) && coding['code'] === code);
}

function isWhole(found: Readonly<Record<string, Entry | undefined>>): found is Birth {
  return Object.values(found).every((entry) => entry !== undefined);
}
