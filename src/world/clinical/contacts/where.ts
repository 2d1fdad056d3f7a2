/** Where an encounter was, with whom and at which hour: where it was booked, as the diary and the hospital's own entries have it. */
import type { TimeOfDay } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { clock } from '../clock.ts';
import { bookedSlot, ownDoctor } from '../diaries/booked-slot.ts';
import type { LivedEncounter } from '../health.ts';
import { consultantAt, hourOf } from '../hospital/told-places.ts';
import { hourOfStay } from '../hospital/told-stays.ts';
import type { RecordTelling } from '../telling.ts';
import { isKeptThere } from './tell-visits.ts';

export interface Where {
  readonly organisation: OdsCode | undefined;
  readonly practitioner: string | undefined;
  readonly time: TimeOfDay;
  /** Where the clinic gives more or less than is usual. */
  readonly minutes?: number | undefined;
}

export const whereOf = (telling: RecordTelling, encounter: LivedEncounter): Where =>
  encounter.setting === 'hospital'
    ? inHospital(telling, encounter)
    : (telling.seenOn(encounter.recorded) ?? inPractice(telling, encounter));

/** Of each day on which they were at the practice, or spoke to it, where and with whom; made when it is first asked for. */
export function seenOnDays(telling: () => RecordTelling): (day: Day) => Where | undefined {
  let known: ReadonlyMap<Day, Where> | undefined;
  return (day) => (known ??= atPractice(telling())).get(day);
}

function atPractice(telling: RecordTelling): ReadonlyMap<Day, Where> {
  const where = new Map<Day, Where>();
  for (const encounter of telling.health.contacts.until(telling.today).encounters) {
    if (encounter.recorded > telling.today) break;
    if (encounter.setting === 'general-practice') where.set(encounter.recorded, inPractice(telling, encounter));
  }
  return where;
}

function inPractice(telling: RecordTelling, encounter: LivedEncounter): Where {
  const { booking, recorded } = encounter;
  const slot = booking && isKeptThere(telling, booking) ? bookedSlot(telling, booking) : undefined;
  if (slot !== undefined) return { organisation: slot.clinics.organisation, practitioner: slot.held.clinic.practitioner, time: slot.at };
  const organisation = telling.practiceOn(recorded);
  // What was not booked, a message, a visit at home or a day at the weekend, is done by their own doctor.
  const practitioner = ownDoctor(telling, organisation) ?? anybodyAt(telling, organisation, recorded);
  return { organisation, practitioner, time: hourBetween(telling, encounter, [9, 17]) };
}

const anybodyAt = (telling: RecordTelling, organisation: OdsCode | undefined, n: number): string | undefined =>
  telling.someoneAt(organisation, field.consultation + 40, n);

function inHospital(telling: RecordTelling, encounter: LivedEncounter): Where {
  const { recorded, appointment, about, sort } = encounter;
  if (appointment !== undefined) {
    const organisation = telling.trustOn(appointment.recorded);
    const { specialty } = appointment;
    const practitioner = organisation && specialty && consultantAt(telling, organisation, specialty);
    const { at: time, minutes } = hourOf(telling, organisation, appointment);
    return { organisation, practitioner, time, minutes };
  }
  const organisation = telling.trustOn(recorded);
  const stay = about.find((each) => each.kind === 'admission')?.of;
  if (stay === undefined) {
    return { organisation, practitioner: anybodyAt(telling, organisation, recorded), time: hourBetween(telling, encounter, [0, 24]) };
  }
  const time = hourOfStay(telling, stay);
  if (sort === 'admission')
    return { organisation, practitioner: organisation && consultantAt(telling, organisation, stay.specialty), time };
  // Whoever is admitted came to the emergency department before.
  const came = stay.recorded > recorded ? 23 * 60 : Math.max(0, Number(time.slice(0, 2)) - 3) * 60;
  return { organisation, practitioner: anybodyAt(telling, organisation, recorded), time: clock(came) };
}

function hourBetween({ health: { life } }: RecordTelling, { ordinal }: LivedEncounter, [from, to]: readonly [number, number]): TimeOfDay {
  return clock(from * 60 + Math.floor(life.chance(field.consultation + 41, ordinal) * (to - from) * 60));
}
