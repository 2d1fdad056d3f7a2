/** Free slots out of the diary of the practice that is asked, with their schedules, whoever holds them, where, and the practice. */
import type { Clinic, Slot } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { referById, toPractitioner, toSite, type WritingPlaces } from '../../../src/fhir/clinical/about.ts';
import { period } from '../../../src/fhir/clinical/concepts.ts';
import { writeLocation, writeOrganization, writePractitioner } from '../../../src/fhir/clinical/context.ts';
import { deliveryChannel } from '../../../src/fhir/clinical/delivery-channels.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import { englishInstant, minutesAfter } from '../../../src/fhir/clinical/england-time.ts';
import { metaOf, uuidIdentifier } from '../../../src/fhir/clinical/head.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Organisation, Population } from '../../../src/population.ts';
import { takenSlots } from '../../diaries/taken.ts';
import { askedPractice } from '../asked-practice.ts';
import { offeredBy, roleExtension } from '../clinics.ts';
import { endOf, isLetGo, keptFor, startOf } from '../practice-rules.ts';
import { readAsked, type SlotsAsked } from './asked.ts';

export function findSlots(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const asked = readAsked(call);
  if (isProblem(asked)) return asked;
  const practice = askedPractice(call);
  if (isProblem(practice)) return practice;
  const resources = resourcesFor(call, practice, asked);
  const bundle = fhirElement({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) });
  return { status: 200, rendered: JSON.stringify(bundle) };
}

function resourcesFor(call: AnyCall, practice: Organisation, asked: SlotsAsked): readonly JsonObject[] {
  const { population } = call;
  const diary = population.diary(practice.ods);
  const taken = takenSlots(call);
  const isOpen = (slot: Slot): boolean =>
    slot.isFree &&
    !taken.has(slot.id) &&
    startOf(slot) >= asked.from &&
    endOf(slot) <= asked.to &&
    isLetGo(call, slot) &&
    isForThem(call, slot, asked);
  const slots = [...(diary?.slots(asked.days.from, asked.days.to) ?? [])].filter(isOpen);
  if (slots.length === 0) return [];
  const clinics = (diary?.clinics ?? []).filter(({ id }) => slots.some(({ clinic }) => clinic === id));
  const byId = new Map(clinics.map((clinic) => [clinic.id, clinic]));
  const writing = placesOf(population, practice);
  const who = population
    .practitioners(practice.ods)
    .filter(({ sdsUserId }) => clinics.some(({ practitioner }) => practitioner === sdsUserId));
  return [
    ...slots.map((slot) => slotOf(slot, byId.get(slot.clinic))),
    ...clinics.map((clinic) => scheduleOf(clinic, { practice, days: asked.days, writing })),
    ...(asked.includes.has('Schedule:actor:Practitioner') ? who.map((one) => writePractitioner(one, writing)) : []),
    ...(asked.includes.has('Schedule:actor:Location') ? [writeLocation(practice, writing)] : []),
    writeOrganization(practice, writing),
  ];
}

/** Whoever does not say who they are is offered what is kept for nobody. */
function isForThem(call: AnyCall, slot: Slot, { types, organisations }: SlotsAsked): boolean {
  const { type, ods } = keptFor(call, slot);
  return (type === undefined || types.includes(type)) && (ods === undefined || organisations.includes(ods));
}

export function placesOf(population: Population, { ods }: Pick<Organisation, 'ods'>): WritingPlaces {
  const staff = population.practitioners(ods);
  return {
    version: 'STU3',
    about: {
      organisation: (code) => population.organisation(code),
      practitioner: (sdsUserId) => staff.find((one) => one.sdsUserId === sdsUserId),
      refer: ({ type, id }) => referById({ type, id }),
    },
  };
}

function slotOf({ id, on, at, minutes, clinic }: Slot, held: Clinic | undefined): JsonObject {
  return fhirElement({
    resourceType: 'Slot',
    id,
    meta: metaOf('Slot', 'STU3'),
    extension: held && [deliveryChannel(held.mode, 'STU3')],
    identifier: [uuidIdentifier(id)],
    serviceType: [{ text: offeredBy(held).type }],
    schedule: { reference: `Schedule/${clinic}` },
    status: 'free',
    start: englishInstant(on, at),
    end: minutesAfter(on, at, minutes),
  });
}

interface Held {
  readonly practice: Organisation;
  readonly days: SlotsAsked['days'];
  readonly writing: WritingPlaces;
}

function scheduleOf(clinic: Clinic, { practice, days, writing }: Held): JsonObject {
  return fhirElement({
    resourceType: 'Schedule',
    id: clinic.id,
    meta: metaOf('Schedule', 'STU3'),
    extension: [roleExtension(clinic)],
    identifier: [uuidIdentifier(clinic.id)],
    serviceCategory: { text: offeredBy(clinic).category },
    actor: [toSite(writing, practice.ods), toPractitioner(writing, clinic.practitioner, practice.ods)].flatMap(listOf),
    planningHorizon: period(englishInstant(days.from), englishInstant(days.to, '23:59')),
  });
}
