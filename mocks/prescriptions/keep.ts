/** A new prescription, and each step of one: kept, entered into the patient's record, and told to every API that hears of it. */
import type { IssueEntry } from '../../src/clinical-record.ts';
import { englishDayAndTime } from '../../src/fhir/clinical/england-time.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { Call } from '../../src/mock/call.ts';
import type { OdsCode } from '../../src/population.ts';
import { diedOn } from '../demographics-now.ts';
import { enterMedications } from './medication.ts';
import type { IssueState, Item, KeptPrescription, Order, Prescription, Step } from './prescription.ts';
import { isAhead, type ItemStatus } from './status.ts';
import { changesAt, keepDeath, kept, keptBy, put, standing, told, type Held } from './store.ts';
import { keepUpdate, latestOf, type StatusUpdate } from './updates.ts';

/** Told with the id of the prescription, whose it is and what happened. */
export const prescriptionChanged = 'prescription.changed';

/** APIs of this sandbox hear of it, and nobody outside: the service sends nothing of the kind. */
export const untold = { [prescriptionChanged]: () => undefined } as const;

export type Keeping = Held & Pick<Call, 'enter' | 'emit'>;

export function keepNew(keeping: Keeping, order: Order, ordered: Omit<Step, 'what' | 'issue'>): Prescription {
  enterMedications(keeping, order);
  return keepAs(keeping, { ...order, steps: [{ ...ordered, what: 'ordered', issue: 1 }] }, 'ordered');
}

/** Of a prescription that there is. */
export function takeStep(keeping: Keeping, id: string, step: Step): Prescription {
  const before = kept(keeping, id) ?? told(keeping, id);
  if (before === undefined) throw new RangeError(`there is no prescription to take a step of: ${id}`);
  const now = keeping.clock.now();
  // What the record tells of it as still to come gives way to what somebody does now.
  return keepAs(keeping, { ...before, steps: [...before.steps.filter(({ at }) => at <= now), step] }, step.what);
}

/** What the clock has done to it by now, where a client has had to do with it before. */
export function retell(keeping: Keeping, id: string): void {
  const prescription = kept(keeping, id);
  if (prescription) tellOf(keeping, prescription, 'became due');
}

/** What is open ends with a death that a client has told of. */
export function endWithDeath(keeping: Keeping, nhsNumber: string): void {
  if (diedOn(keeping, nhsNumber) === undefined) return;
  keepDeath(keeping, nhsNumber);
  for (const { id } of keptBy(keeping, 'patient', nhsNumber)) retell(keeping, id);
}

function keepAs(keeping: Keeping, prescription: KeptPrescription, what: Step['what']): Prescription {
  put(keeping, prescription);
  return tellOf(keeping, prescription, what);
}

function tellOf(keeping: Keeping, prescription: KeptPrescription, what: string): Prescription {
  const stands = standing(keeping, prescription);
  enterInRecord(keeping, stands);
  const { id, patient } = prescription;
  keeping.emit({ type: prescriptionChanged, about: { id, nhsNumber: patient, what } });
  return stands;
}

/** When there is more to tell of one that a client has had to do with. */
export function dueAgain(held: Held, id: string): number | undefined {
  const prescription = kept(held, id);
  return prescription && changesAt(held, prescription);
}

/** What became of each item is told by the patient's record too. */
export function enterInRecord(keeping: Keeping, prescription: Prescription): void {
  if (keeping.population.find(prescription.patient) === undefined) return;
  for (const state of prescription.states) {
    if (isAhead(state.status) || state.status === '9005' || (state.issue > 1 && state.status === '0000')) continue;
    for (const item of prescription.items) {
      const entry = entryOf(keeping, prescription, state, item);
      keeping.enter({ nhsNumber: prescription.patient, id: entry.id, entry });
    }
  }
}

/** What pharmacies say of items is kept, and told by the record where they are items of that patient. */
export function enterUpdates(keeping: Keeping, updates: readonly StatusUpdate[]): void {
  for (const update of updates) keepUpdate(keeping, update);
  for (const id of new Set(updates.map(({ prescription }) => prescription))) {
    const found = kept(keeping, id) ?? told(keeping, id);
    if (!found || updates.every(({ prescription, nhsNumber }) => prescription !== id || nhsNumber !== found.patient)) continue;
    takeOver(keeping, id);
  }
}

/** What the record alone told of until now is kept as it stands: its pharmacy has taken it over. */
export function takeOver(keeping: Keeping, id: string): void {
  const found = kept(keeping, id) ?? told(keeping, id);
  if (found === undefined) return;
  put(keeping, found);
  enterInRecord(keeping, standing(keeping, found));
}

/** The id in the record of an item of an issue. */
export const entryIdOf = (item: Pick<Item, 'id'>, issue: number): string => (issue === 1 ? item.id : `${item.id}-${issue}`);

const statuses: Readonly<Record<ItemStatus, IssueEntry['status']>> = {
  '0001': 'collected',
  '0002': 'not-collected',
  '0003': 'with-pharmacy',
  '0004': 'with-pharmacy',
  '0005': 'cancelled',
  '0006': 'not-collected',
  '0007': 'prescribed',
  '0008': 'with-pharmacy',
};

function entryOf(held: Held, prescription: Prescription, state: IssueState, item: Item): IssueEntry {
  const { id, prescriber, treatment, issues, place, pharmacy, steps } = prescription;
  // A later issue is written when it can be released.
  const ready = state.issue === 1 ? undefined : steps.find(({ issue, status: to }) => issue === state.issue && to === '0001');
  const { date = '', time } = englishDayAndTime(instant(ready?.at ?? prescription.authored)) ?? {};
  const itemStatus = state.items[item.id] ?? '0007';
  const status = (itemStatus === '0008' ? latestOf(held, id, item.id)?.inRecord : undefined) ?? statuses[itemStatus];
  const at = state.dispenser ?? pharmacy;
  const done = steps.findLast(({ issue, what, items }) => issue === state.issue && what === 'dispensed' && items?.[item.id] === '0001');
  const dispensed = status === 'collected' ? englishDayAndTime(instant(done?.at ?? held.clock.now()))?.date : undefined;
  const of = place?.of ?? (issues > 1 ? issues : undefined);
  return {
    kind: 'issue',
    id: entryIdOf(item, state.issue),
    recorded: date,
    ...(time !== undefined && { time }),
    ...(prescriber.organisation !== '' && { organisation: prescriber.organisation as OdsCode }), // whatever was sent as one
    ...(prescriber.practitioner !== undefined && { practitioner: prescriber.practitioner }),
    medication: item.medication,
    medicine: item.medicine,
    dose: item.dose,
    quantity: item.quantity,
    days: item.days,
    course: treatment === 'acute' ? 'acute' : 'repeat',
    number: place?.number ?? state.issue,
    ...(of !== undefined && { of }),
    status,
    ...(at !== undefined && { pharmacy: at as OdsCode }), // as above
    ...(dispensed !== undefined && { dispensed }),
    prescription: id,
  };
}
