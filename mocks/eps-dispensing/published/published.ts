/**
 * The prescriptions of the published examples. Nobody ordered them here, and each example is about one that has got so far: the first message
 * about one finds it where that message wants it. From then on it is a prescription like any other.
 */
import { system } from '../../../src/fhir/clinical/systems.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { NhsNumber } from '../../../src/population.ts';
import { keepNew, takeStep } from '../../prescriptions/keep.ts';
import { prescription } from '../../prescriptions/find.ts';
import type { Item, Order, Prescription, Step } from '../../prescriptions/prescription.ts';
import type { ItemStatus } from '../../prescriptions/status.ts';
import { standing } from '../../prescriptions/store.ts';
import { monthsAfter } from '../../prescriptions/told.ts';

/** What a message is about to do with it: what has been done before follows from that. */
export type Wanted = 'release' | 'notify' | 'give back' | 'amend' | 'withdraw' | 'claim';

export interface Asked {
  /** Short id. */
  readonly prescription: string;
  readonly dispenser: string;
  readonly nhsNumber?: string | undefined;
}

interface PublishedItem {
  /** Absent where none is published. */
  readonly id?: string;
  readonly medicine: readonly [text: string, snomed?: string];
  readonly dose: string;
  readonly quantity: readonly [value: number, unit: string];
  readonly isCancelled?: true;
}

interface PublishedPrescription extends Pick<Order, 'uuid' | 'treatment' | 'issues' | 'prescriber'> {
  readonly patient: string;
  readonly pharmacy: string;
  /** Id of the notification that published messages correct or withdraw. */
  readonly notification?: string;
  readonly items: readonly PublishedItem[];
}

const doctor = {
  organisation: 'A83008',
  practitioner: '555086689106',
  role: '200102238987',
  professionalCode: 'C6095103',
  name: 'Dr C Boin',
};

const items: readonly PublishedItem[] = [
  {
    id: 'a54219b8-f741-4c47-b662-e4f8dfa49ab6',
    medicine: ['Amoxicillin 250mg capsules', '39732311000001104'],
    dose: '2 times a day for 10 days',
    quantity: [20, 'tablet'],
  },
  {
    id: '6989b7bd-8db6-428c-a593-4022e3044c00',
    medicine: ['Co-codamol 30mg/500mg tablets', '322341003'],
    dose: '2 times a day for 10 days',
    quantity: [20, 'tablet'],
  },
  {
    id: '2868554c-5565-4d31-b92a-c5b8dab8b90a',
    medicine: ['Pseudoephedrine hydrochloride 60mg tablets', '321080004'],
    dose: '3 times a day for 10 days',
    quantity: [30, 'tablet'],
  },
  {
    id: '5cb17f5a-11ac-4e18-825f-6470467238b3',
    medicine: ['Azithromycin 250mg capsules', '324252006'],
    dose: '3 times a day for 10 days',
    quantity: [30, 'tablet'],
    isCancelled: true,
  },
];

const known: Readonly<Record<string, PublishedPrescription>> = {
  '24F5DA-A83008-7EFE6Z': {
    uuid: '20ba5fb5-cb58-462c-923e-22d180b09356',
    patient: '9449304130',
    treatment: 'acute',
    issues: 1,
    prescriber: doctor,
    pharmacy: 'VNE51',
    notification: 'a14d4fc1-82a2-4a82-aae2-50e212e7b907',
    items,
  },
  '060CC0-A83008-5A2E6T': {
    uuid: '4d0a2c5e-93f1-4b7a-8e26-d1c0f8a7b354',
    patient: '9449304130',
    treatment: 'continuous-repeat-dispensing',
    issues: 6,
    prescriber: doctor,
    pharmacy: 'VNFKT',
    items: items.slice(0, 3).map(({ medicine, dose, quantity }) => ({ medicine, dose, quantity })),
  },
  'A0548B-A99968-451485': {
    uuid: 'c7e1b0f4-2d68-4935-ac07-5e9d3b8f1a62',
    patient: '9449304106',
    treatment: 'acute',
    issues: 1,
    prescriber: { ...doctor, organisation: 'A99968' },
    pharmacy: 'VNE51',
    items: [
      {
        id: 'a54219b8-f741-4c47-b662-e4f8dfa49ab6',
        medicine: ['Amlodipine 5mg/5ml oral solution'],
        dose: 'Once a day',
        quantity: [5, 'ml'],
      },
      { id: 'a54219b8-f741-4c47-b662-e4f8dfa49ab7', medicine: ['Furosemide 40mg tablets'], dose: 'Once a day', quantity: [28, 'tablet'] },
    ],
  },
};

const hour = 3_600_000;

/** As it stands; a published one as it would if that had been done, if it is its own dispenser who asks or nobody has it yet. */
export function dispensable(call: AnyCall, { prescription: id, dispenser, nhsNumber }: Asked, wanted: Wanted): Prescription | undefined {
  const found = prescription(call, id);
  const published = Object.hasOwn(known, id) ? known[id] : undefined;
  if (found || !published || (wanted !== 'release' && dispenser !== published.pharmacy)) return found;
  if (nhsNumber !== undefined && nhsNumber !== published.patient) return undefined;
  const order = orderOf(call, id, published, call.clock.now() - 4 * hour);
  return standing(call, { ...order, steps: stepsBefore(call, order, published, wanted) });
}

/** It is kept from the first message on that is taken. */
export function bringIn(call: AnyCall, found: Prescription): void {
  const [ordered, ...others] = found.steps;
  if (ordered === undefined || prescription(call, found.id)) return;
  keepNew(call, orderAlone(found), ordered);
  for (const step of others) takeStep(call, found.id, step);
}

/** Without what follows from it. */
function orderAlone(found: Prescription): Order {
  const { id, uuid, patient, prescriber, type, treatment, authored, until, pharmacy, siteType, issues, items } = found;
  return {
    id,
    uuid,
    patient,
    prescriber,
    type,
    treatment,
    authored,
    until,
    ...(pharmacy !== undefined && { pharmacy }),
    siteType,
    issues,
    items,
  };
}

function stepsBefore(call: AnyCall, order: Order, published: PublishedPrescription, wanted: Wanted): readonly Step[] {
  const { id, authored, prescriber } = order;
  const { pharmacy, items: prescribed, notification = uuidBy((part) => call.chance(`${id}/notification/${part}`)) } = published;
  const step = (hours: number, organisation: string, more: Pick<Step, 'what' | 'status' | 'items' | 'message'>): Step => ({
    at: authored + hours * hour,
    issue: 1,
    by: { organisation },
    ...more,
  });
  const all = (isCancelled: boolean, to: ItemStatus): Readonly<Record<string, ItemStatus>> =>
    Object.fromEntries(order.items.flatMap((item, n) => ((prescribed[n]?.isCancelled === true) === isCancelled ? [[item.id, to]] : [])));
  const steps = [step(0, prescriber.organisation, { what: 'ordered', status: '0001' })];
  if (prescribed.some(({ isCancelled }) => isCancelled))
    steps.push(step(1, prescriber.organisation, { what: 'cancelled', status: '0001', items: all(true, '0005') }));
  if (wanted === 'release') return steps;
  steps.push(step(2, pharmacy, { what: 'released', status: '0002', items: all(false, '0008') }));
  if (wanted === 'notify' || wanted === 'give back') return steps;
  return [...steps, step(3, pharmacy, { what: 'dispensed', status: '0006', items: all(false, '0001'), message: notification })];
}

function orderOf(call: AnyCall, id: string, published: PublishedPrescription, authored: number): Order {
  const { uuid, treatment, issues, prescriber, pharmacy } = published;
  return {
    id,
    uuid,
    patient: published.patient as NhsNumber, // of the table above
    prescriber,
    type: '0101',
    treatment,
    authored,
    until: monthsAfter(authored, treatment === 'continuous-repeat-dispensing' ? 12 : 6),
    pharmacy,
    siteType: 'P1',
    issues,
    items: published.items.map((item, n) => itemOf(call, id, item, { n, isRepeat: treatment !== 'acute' })),
  };
}

function itemOf(
  call: AnyCall,
  prescribed: string,
  { id, medicine: [text, snomed], dose, quantity: [value, unit] }: PublishedItem,
  { n, isRepeat }: { readonly n: number; readonly isRepeat: boolean },
): Item {
  const uuid = (what: string): string => uuidBy((part) => call.chance(`${prescribed}/${what}/${n}/${part}`));
  return {
    id: id ?? uuid('item'),
    medicine: { text, ...(snomed !== undefined && { coding: { system: system.snomed, code: snomed, display: text } }) },
    dose,
    quantity: { value, unit },
    days: isRepeat ? 28 : 10,
    medication: uuid('medication'),
  };
}
