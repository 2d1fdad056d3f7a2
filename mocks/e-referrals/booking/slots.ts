/** Slots of a service: those of its clinic in the hospital's diary; of a published service, so many of its own. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { daysAfter, englishInstant, minutesAfter } from '../../../src/fhir/clinical/england-time.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { publishedServices } from '../healthcare-services/published.ts';
import { serviceOf, type Service } from '../healthcare-services/offered.ts';
import type { Held, Priority, Reading } from '../referral/referral.ts';
import { takenByPublished } from '../referral/published.ts';
import { identified } from '../systems.ts';
import { dayFrom } from '../working-days.ts';

export interface ServiceSlot {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly isFree: boolean;
  /** SDS user id. */
  readonly clinician: string;
  /** What the hospital's system does when this one is booked, where that is not to book it. */
  readonly provokes?: Provoked;
}

export type Provoked = 'ERROR' | 'TIMED_OUT' | 'UNCONFIRMED';

/** Slots of published services that no search shows, by the end of their numbers: for what the hospital's system may do. */
const provoking: Readonly<Record<string, Provoked>> = { '502': 'ERROR', '504': 'TIMED_OUT', '503': 'UNCONFIRMED' };

/** Slots of published services that somebody has taken: key is the slot, and the document is empty where it was given back. */
const taken = 'e-referrals/slot';

export const takeSlot = ({ store }: Pick<Held, 'store'>, slot: string): void => store.put(taken, slot, '1');
export const giveSlotBack = ({ store }: Pick<Held, 'store'>, slot: string): void => store.put(taken, slot, '');

const isTaken = (held: Reading, slot: string): boolean => (held.store.get(taken, slot) ?? (takenByPublished.has(slot) ? '1' : '')) !== '';

const [firstDay, perDay, minutes] = [7, 8, 60] as const;

function publishedSlot(held: Reading, service: Service, n: number): ServiceSlot {
  const id = `${service.id}${String(n).padStart(3, '0')}`;
  const place = (n - 1) % perDay;
  const day = dayFrom(instant(held.clock.now()).slice(0, 10), firstDay + Math.floor((n - 1) / perDay));
  const at = `${String(9 + place).padStart(2, '0')}:00`;
  const clinician = service.clinicians[place % 2 === 0 ? 0 : service.clinicians.length - 1] ?? '';
  const provokes = provoking[id.slice(-3)];
  return {
    id,
    start: englishInstant(day, at),
    end: minutesAfter(day, at, minutes),
    isFree: !isTaken(held, id),
    clinician,
    ...(provokes && { provokes }),
  };
}

/** Undefined where the service has no such slot. */
export function slotOf(held: Reading, service: Service, id: string): ServiceSlot | undefined {
  const [, number = '', last = ''] = /^(\d{1,5})(\d{3})$/.exec(id) ?? [];
  if (publishedServices.has(service.id)) {
    const isOwn = number === service.id && (service.slots?.includes(Number(last)) || (service.slots && Object.hasOwn(provoking, last)));
    return isOwn ? publishedSlot(held, service, Number(last)) : undefined;
  }
  const slot = held.population.slot(id);
  if (!slot || slot.clinic !== service.clinic) return undefined;
  const end = minutesAfter(slot.on, slot.at, slot.minutes);
  return { id, start: englishInstant(slot.on, slot.at), end, isFree: slot.isFree, clinician: service.clinicians[0] ?? '' };
}

/** A slot of whichever service, or nothing at all. */
export const isSlot = (held: Reading, id: string): boolean => {
  const [, number = ''] = /^(\d{1,5})\d{3}$/.exec(id) ?? [];
  const service = publishedServices.get(number);
  return service ? slotOf(held, service, id) !== undefined : held.population.slot(id) !== undefined;
};

/** Days within which somebody of a priority is to be seen. */
const within: Readonly<Record<Priority, number>> = { ROUTINE: 56, URGENT: 28, TWO_WEEK_WAIT: 14 };

export function freeSlots(held: Reading, service: Service, priority: Priority): readonly ServiceSlot[] {
  if (service.bookable === 'INDIRECTLY_BOOKABLE' || !service.priorities.includes(priority)) return [];
  if (service.slots) return service.slots.map((n) => publishedSlot(held, service, n)).filter(({ isFree }) => isFree);
  if (service.clinic === undefined) return [];
  const today = instant(held.clock.now()).slice(0, 10);
  const free: ServiceSlot[] = [];
  for (const slot of held.population.diary(service.organisation)?.slots(daysAfter(today, 1), daysAfter(today, within[priority])) ?? [])
    if (slot.clinic === service.clinic && slot.isFree) {
      const end = minutesAfter(slot.on, slot.at, slot.minutes);
      free.push({ id: slot.id, start: englishInstant(slot.on, slot.at), end, isFree: true, clinician: service.clinicians[0] ?? '' });
    }
  return free;
}

const bundle = 'http://hl7.org/fhir/STU3/StructureDefinition/Bundle';

export function searchSlots(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const { query } = call;
  const [id, count, page] = [String(query['schedule.actor:HealthcareService']), Number(query['_count']), Number(query['page'])];
  const service = serviceOf(call, id);
  const clinician = query['schedule.actor:Practitioner'];
  // One of the values that the contract lets through.
  const all = service ? freeSlots(call, service, query['appointmentType'] as Priority) : [];
  const found = all.filter((slot) => clinician === undefined || slot.clinician === clinician);
  const pages = Math.max(1, Math.ceil(found.length / count));
  if (page > pages)
    return { problem: 'invalid-value', message: `There are ${pages} pages.`, said: { status: 400, code: 'INVALID_VALUE', issue: 'value' } };
  const shown = found.slice((page - 1) * count, page * count);
  const link = [
    { relation: 'self', url: pageUrl(call, page) },
    ...(page > 1 ? [{ relation: 'previous', url: pageUrl(call, page - 1) }] : []),
    ...(page < pages ? [{ relation: 'next', url: pageUrl(call, page + 1) }] : []),
  ];
  const isWithSchedules = query['_include'] === 'Slot:schedule';
  const schedules = isWithSchedules ? [...new Set(shown.map((slot) => slot.clinician))].map((one) => scheduleOf(call, id, one)) : [];
  return {
    status: 200,
    rendered: JSON.stringify({
      id: uuidBy((part) => call.chance(`slots/${call.search}/${part}`)),
      meta: { lastUpdated: instant(call.clock.now()), profile: [bundle] },
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      link,
      entry: [...shown.map((slot) => slotEntry(call, id, slot)), ...schedules],
    }),
  };
}

function pageUrl(call: AnyCall, page: number): string {
  const asked = Object.entries(call.query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return call.url(`/STU3/Slot?${new URLSearchParams([...asked.filter(([name]) => name !== 'page'), ['page', String(page)]])}`);
}

const slotEntry = (call: AnyCall, service: string, { id, start, end, clinician }: ServiceSlot): JsonObject => ({
  fullUrl: call.url(`/STU3/Slot/${id}`),
  resource: {
    id,
    meta: { profile: ['https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Slot-1'] },
    resourceType: 'Slot',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/alternative-slot', value: `USRN-${id}` }],
    schedule: { reference: `Schedule/${service}-${clinician}` },
    status: 'free',
    start,
    end,
  },
  search: { mode: 'match' },
});

const scheduleOf = (call: AnyCall, service: string, clinician: string): JsonObject => ({
  fullUrl: call.url(`/STU3/Schedule/${service}-${clinician}`),
  resource: {
    id: `${service}-${clinician}`,
    meta: { profile: ['https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Schedule-1'] },
    resourceType: 'Schedule',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/ers-schedule', value: `${service}-${clinician}` }],
    actor: [identified('service', service), identified('user', clinician)],
  },
  search: { mode: 'include' },
});
