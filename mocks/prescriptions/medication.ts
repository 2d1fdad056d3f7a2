/** The medicine that an item is an issue of: one that the patient's record has already, or one that it is given with the order. */
import type { CodedText, MedicationEntry } from '../../src/clinical-record.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import { daysAfter } from '../../src/fhir/clinical/england-time.ts';
import { sortFrom } from '../../src/fhir/clinical/head.ts';
import { dateOf } from '../../src/fhir/instant.ts';
import type { OdsCode } from '../../src/population.ts';
import type { Keeping } from './keep.ts';
import type { Item, Order } from './prescription.ts';
import type { Held } from './store.ts';

/** Its id. `item` is the id of the item. */
export function medicationOf(held: Held, nhsNumber: string, item: string, { coding, text }: CodedText): string {
  const taken = held.population
    .record(nhsNumber)
    ?.of('medication')
    .findLast(({ medicine }) => (coding !== undefined && medicine.coding?.code === coding.code) || medicine.text === text);
  return taken?.id ?? uuidBy((part) => held.chance(`medication/${item}/${part}`));
}

export function enterMedications(keeping: Keeping, order: Order): void {
  const record = keeping.population.record(order.patient);
  for (const item of record ? order.items : []) {
    if (record?.entry(item.medication)) continue;
    keeping.enter({ nhsNumber: order.patient, id: item.medication, entry: entryOf(order, item) });
  }
}

function entryOf({ treatment, authored, prescriber }: Order, { medication, medicine, dose, quantity, days }: Item): MedicationEntry {
  const start = dateOf(authored);
  const isAcute = treatment === 'acute';
  return {
    kind: 'medication',
    id: medication,
    recorded: start,
    ...(prescriber.organisation !== '' && { organisation: prescriber.organisation as OdsCode }), // whatever was sent as one
    ...(prescriber.practitioner !== undefined && { practitioner: prescriber.practitioner }),
    sort: sortFrom(medicine.text),
    medicine,
    form: 'Not stated',
    course: isAcute ? 'acute' : 'repeat',
    dose,
    quantity,
    days,
    start,
    ...(isAcute && { end: daysAfter(start, days) }),
    for: [],
    ...(!isAcute && { review: daysAfter(start, 365) }),
  };
}
