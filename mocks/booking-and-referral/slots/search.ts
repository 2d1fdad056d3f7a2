/** Slots out of the diary of whoever is asked, ahead of the clock, with what is to come along. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { referById, type WritingPlaces } from '../../../src/fhir/clinical/about.ts';
import { writeLocation, writeOrganization, writePractitioner } from '../../../src/fhir/clinical/context.ts';
import { writeHealthcareService, writeSchedule, writeSlot } from '../../../src/fhir/clinical/diary.ts';
import { englishDayAndTime, englishInstant } from '../../../src/fhir/clinical/england-time.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Population } from '../../../src/population.ts';
import { publishedService } from '../published.ts';
import { askedReceiver } from '../target/checks.ts';
import type { Receiver } from '../target/receivers.ts';
import { readAsked, type SlotsAsked } from './asked.ts';
import { takenSlots } from '../../diaries/taken.ts';

type Diary = NonNullable<ReturnType<Population['diary']>>;

export function searchSlots(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const asked = readAsked(call);
  if (isProblem(asked)) return asked;
  if (asked.to < asked.from) call.note(`Nothing of the range is ahead of the clock, which stands at ${instant(call.clock.now())}.`);
  const receiver = askedReceiver(call);
  const diary = receiver?.ods === undefined ? undefined : call.population.diary(receiver.ods);
  const { slots, alongside } = receiver && diary ? found(call, diary, { asked, receiver }) : nothing;
  const now = instant(call.clock.now());
  const entries = [...slots, ...alongside].map((resource, n) => ({
    fullUrl: call.url(`/${String(resource['resourceType'])}/${String(resource['id'])}`),
    resource,
    search: { mode: n < slots.length ? 'match' : 'include' },
  }));
  const bundle = fhirElement({
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`slots ${part} ${call.search} ${now}`)),
    type: 'searchset',
    timestamp: now,
    total: slots.length,
    link: [{ relation: 'self', url: selfOf(call, asked) }],
    entry: entries,
  });
  return { status: 200, rendered: JSON.stringify(bundle) };
}

interface Found {
  readonly slots: readonly JsonObject[];
  readonly alongside: readonly JsonObject[];
}

const nothing: Found = { slots: [], alongside: [] };

interface Search {
  readonly asked: SlotsAsked;
  readonly receiver: Receiver;
}

function found(call: AnyCall, diary: Diary, { asked, receiver }: Search): Found {
  const { population } = call;
  const writing = writingAt(population, diary);
  const clinics = new Map(diary.clinics.filter(({ id }) => isAsked(id, asked, receiver)).map((clinic) => [clinic.id, clinic]));
  const days = { from: dayOf(asked.from), to: dayOf(asked.to) };
  const taken = takenSlots(call);
  const shown = new Set<string>();
  const slots: JsonObject[] = [];
  for (const slot of diary.slots(days.from, days.to)) {
    const clinic = clinics.get(slot.clinic);
    const starts = Date.parse(englishInstant(slot.on, slot.at));
    if (!clinic || starts < asked.from || starts > asked.to) continue;
    const isFree = slot.isFree && !taken.has(slot.id);
    if (!asked.statuses.includes(isFree ? 'free' : 'busy')) continue;
    shown.add(clinic.id);
    slots.push(writeSlot({ ...slot, isFree }, clinic, writing));
  }
  const held = diary.clinics.filter(({ id }) => shown.has(id));
  const { includes } = asked;
  const place = population.organisation(diary.organisation);
  const people = population.practitioners(diary.organisation).filter((one) => held.some((clinic) => clinic.practitioner === one.sdsUserId));
  const has = (name: string, resources: () => readonly JsonObject[]): readonly JsonObject[] =>
    slots.length > 0 && includes.has(name) ? resources() : [];
  const alongside = [
    ...has('Slot:schedule', () => held.map((clinic) => writeSchedule(clinic, { organisation: diary.organisation, ...days }, writing))),
    ...has('Schedule:actor:HealthcareService', () => held.map((clinic) => writeHealthcareService(clinic, diary.organisation, writing))),
    ...has('Schedule:actor:Practitioner', () => people.map((who) => writePractitioner(who, writing))),
    ...has('HealthcareService:providedBy', () => (place ? [writeOrganization(place, writing)] : [])),
    ...has('HealthcareService:location', () => (place ? [writeLocation(place, writing)] : [])),
  ];
  return { slots, alongside };
}

/** A service is asked for by its id in the directory, or by that of one clinic of it. */
function isAsked(clinic: string, { service }: SlotsAsked, { value }: Receiver): boolean {
  if (service === undefined) return true;
  const id = service.slice(Math.max(service.lastIndexOf('|'), service.lastIndexOf('/')) + 1);
  return id === value || id === publishedService || id === clinic;
}

const dayOf = (milliseconds: number): string => englishDayAndTime(instant(milliseconds))?.date ?? '';

function writingAt(population: Population, { organisation }: Diary): WritingPlaces {
  const staff = population.practitioners(organisation);
  return {
    version: 'R4',
    about: {
      organisation: (ods) => population.organisation(ods),
      practitioner: (sdsUserId) => staff.find((one) => one.sdsUserId === sdsUserId),
      refer: referById,
    },
  };
}

/** What was used of the search: an `_include` that nobody knows is left out. */
function selfOf(call: AnyCall, { includes }: SlotsAsked): string {
  const kept = call.search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => !part.startsWith('_include=') || includes.has(part.slice('_include='.length).replaceAll(/%3a/gi, ':')));
  return call.url(`/Slot?${kept.join('&')}`);
}
