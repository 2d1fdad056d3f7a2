/** The prescriptions of a workspace, for every API that has to do with them: those that clients ordered or took further, over those of people's records. */
import type { IssueEntry } from '../../src/clinical-record.ts';
import type { Call } from '../../src/mock/call.ts';
import { asItStands, changesNext } from './course.ts';
import type { KeptPrescription, Prescription } from './prescription.ts';
import { toldPrescription, type Telling } from './told.ts';

export type Held = Telling & Pick<Call, 'store'>;

const collection = 'prescriptions/prescription';
/** Is changed with what the entries of a row are made of. */
const definition = 'prescriptions/1';
/** More than anybody has. */
export const atMost = 10_000;

type Index = 'patient' | 'pharmacy' | 'item';

export function put({ store }: Held, kept: KeptPrescription): void {
  indexed(store);
  store.put(collection, keyOf(kept.id), JSON.stringify(kept), entriesOf(kept));
}

export function kept({ store }: Held, id: string): KeptPrescription | undefined {
  const document = store.get(collection, keyOf(id));
  return document === undefined ? undefined : read(document);
}

export function keptBy({ store }: Held, name: Index, value: string): readonly KeptPrescription[] {
  indexed(store);
  return store.find(collection, [{ name, anyOf: [value] }], { limit: atMost }).map(({ document }) => read(document));
}

/** As it is told by the record of whoever has it. */
export function told(held: Held, id: string): KeptPrescription | undefined {
  const found = held.population.prescription(id);
  return found && toldPrescription(held, found.nhsNumber, found.issues);
}

/** What is in the record of somebody, newest last, kept ones too; of those with an item that is meant, where not all are. */
export function toldOf(held: Held, nhsNumber: string, isMeant: (issue: IssueEntry) => boolean = () => true): readonly KeptPrescription[] {
  const record = held.population.record(nhsNumber);
  if (record === undefined) return [];
  const groups = Map.groupBy(record.of('issue'), ({ prescription }) => prescription);
  return [...groups.values()].flatMap((issues) =>
    issues.some(isMeant) ? (toldPrescription(held, record.person.nhsNumber, issues) ?? []) : [],
  );
}

export const standing = (held: Held, prescription: KeptPrescription): Prescription => asItStands(prescription, nowFor(held, prescription));

/** When somebody has to look at it again, though nobody did anything with it. */
export const changesAt = (held: Held, prescription: KeptPrescription): number | undefined =>
  changesNext(prescription, nowFor(held, prescription));

const nowFor = (held: Held, { patient }: KeptPrescription) => ({ now: held.clock.now(), death: deathOf(held, patient) });

/** When a client told of a death, by NHS number. */
const deaths = 'prescriptions/death';

export function keepDeath({ store, clock }: Held, nhsNumber: string): void {
  if (store.get(deaths, nhsNumber) === undefined) store.put(deaths, nhsNumber, String(clock.now()));
}

/** When Spine hears of it: what a client tells at once, what the population has on the day after. */
function deathOf({ store, population }: Held, nhsNumber: string): number | undefined {
  const told = store.get(deaths, nhsNumber);
  if (told !== undefined) return Number(told);
  const date = population.find(nhsNumber)?.death?.date;
  return date === undefined ? undefined : Date.parse(date) + 86_400_000;
}

function indexed(store: Held['store']): void {
  store.reindex(collection, definition, (document) => entriesOf(read(document)));
}

const read = (document: string): KeptPrescription => JSON.parse(document) as KeptPrescription; // as `put` wrote it

const keyOf = (id: string): string => encodeURIComponent(id);

const entriesOf = ({ patient, pharmacy, items }: KeptPrescription): readonly { readonly name: Index; readonly value: string }[] => [
  { name: 'patient', value: patient },
  ...(pharmacy === undefined ? [] : [{ name: 'pharmacy', value: pharmacy } as const]),
  ...items.map(({ id }) => ({ name: 'item', value: id }) as const),
];
