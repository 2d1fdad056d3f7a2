/** The register of patients: a workspace's changed records over the people of the world. */
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { Call } from '../../../src/mock/call.ts';
import { recordOf, type PatientRecord } from './patient-record.ts';
import { folded } from '../search/wildcard.ts';

const records = 'personal-demographics/patient';
/**
 * Keys are `{birth date}/{NHS number}`: every search gives a birth date, so this finds changed records without reading them all.
 * Documents are the record's family names, folded: a search for one of them reads no record but those that have it.
 */
const byBirthDate = 'personal-demographics/patient-by-birth-date';
const counters = 'personal-demographics/counter';

type Held = Pick<Call, 'store' | 'population'>;

export function findRecord({ store, population }: Held, nhsNumber: string): PatientRecord | undefined {
  const changed = store.get(records, nhsNumber);
  if (changed !== undefined) return read(changed);
  const person = population.find(nhsNumber);
  return person && recordOf(person);
}

/** The record that stands for this number now: the survivor, where it was superseded. */
export function survivingRecord(held: Held, nhsNumber: string): PatientRecord | undefined {
  let record = findRecord(held, nhsNumber);
  for (let hops = 0; record?.standing.kind === 'superseded' && hops < 5; hops += 1) record = findRecord(held, record.standing.by);
  return record;
}

export function isChanged({ store }: Pick<Call, 'store'>, nhsNumber: string): boolean {
  return store.get(records, nhsNumber) !== undefined;
}

export function saveRecord({ store }: Pick<Call, 'store'>, record: PatientRecord): void {
  const { id } = record.patient;
  const before = store.get(records, id);
  if (before !== undefined) for (const birthDate of birthDatesOf(read(before))) store.delete(byBirthDate, `${birthDate}/${id}`);
  addRecord({ store }, record, JSON.stringify(record.patient));
}

/** Saves a record under a number that had none; `patient` is the JSON of its patient. */
export function addRecord({ store }: Pick<Call, 'store'>, record: PatientRecord, patient: string): void {
  const { id } = record.patient;
  const { standing, past } = record;
  store.put(records, id, `{"standing":${JSON.stringify(standing)},"patient":${patient},"past":${JSON.stringify(past)}}`);
  const families = JSON.stringify(familiesOf(record));
  for (const birthDate of birthDatesOf(record)) store.put(byBirthDate, `${birthDate}/${id}`, families);
}

interface Born {
  readonly from: string;
  readonly to: string;
}

/** Changed records with a birth date, now or once, in the range; of one family name, now or once, where it is given folded and whole. */
export function changedRecords({ store }: Pick<Call, 'store'>, born: Born, family?: string): PatientRecord[] {
  const found = new Map<string, PatientRecord>();
  // Quoted as it would be among the names: a name that only contains it is left out, and likeness decides about the rest.
  const name = family === undefined ? '' : JSON.stringify(family);
  for (const [id, families] of changedIds(store, born)) {
    if (found.has(id) || !families.includes(name)) continue;
    const document = store.get(records, id);
    if (document !== undefined) found.set(id, read(document));
  }
  return [...found.values()];
}

/** Whether anybody with a birth date, now or once, in the range is not as the world has them. */
export function isAnyChanged({ store }: Pick<Call, 'store'>, born: Born): boolean {
  return changedIds(store, born).next().done !== true;
}

function* changedIds(store: Call['store'], { from, to }: Born): Generator<readonly [id: string, families: string]> {
  for (const [key, families] of store.list(byBirthDate, sharedStart(from, to))) {
    const [birthDate = '', id = ''] = key.split('/');
    if (birthDate >= from && birthDate <= to) yield [id, families];
  }
}

/** A number that nobody has: the world's spare ones first, then the 998 range, which is never issued either. */
export function allocateNumber({ store, population }: Held): string {
  for (;;) {
    const n = Number(store.get(counters, 'allocated') ?? '0');
    store.put(counters, 'allocated', String(n + 1));
    const number = population.spareNumber(n) ?? parseNhsNumber(withCheckDigit(998_000_000 + n));
    if (number !== undefined && findRecord({ store, population }, number) === undefined) return number;
  }
}

function withCheckDigit(nine: number): string {
  const digits = String(nine);
  const sum = [...digits].reduce((total, digit, position) => total + (10 - position) * Number(digit), 0);
  return digits + ((11 - (sum % 11)) % 11);
}

function birthDatesOf({ patient, past }: PatientRecord): readonly string[] {
  return patient.birthDate === undefined ? past.birthDates : [patient.birthDate, ...past.birthDates];
}

function familiesOf({ patient, past }: PatientRecord): readonly string[] {
  return [...(patient.name ?? []), ...past.names].map(({ family }) => folded(family));
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/** Only `addRecord` writes these documents. */
function read(document: string): PatientRecord {
  return JSON.parse(document) as PatientRecord;
}
