/** The hours of an organisation as of a day: what of them is free, and what is taken. */
import type { Clinic, Diary, Slot, TimeOfDay } from '../../../clinical-record.ts';
import type { IsoDate, Organisation, Practitioner } from '../../../population.ts';
import { type Day, dayOf, isoDate } from '../../calendar.ts';
import { clock } from '../clock.ts';
import { isInAutumn, isWorkingDay } from '../working-days.ts';
import { type ClinicPlan, clinicPlans } from './clinics.ts';
import { takenAhead, takingOrder, turnOf } from './filling.ts';
import { clinicId, numberOfCode, readSlotId, slotId } from './slot-ids.ts';

/** What diaries are made from. */
export interface DiarySetting {
  readonly seed: number;
  organisation(ods: string): Pick<Organisation, 'kind' | 'ods'> | undefined;
  practitioners(ods: string): readonly Pick<Practitioner, 'sdsUserId' | 'prefix' | 'given' | 'family'>[];
}

/** A clinic of an organisation, whatever the day. */
export interface HeldClinic {
  readonly plan: ClinicPlan;
  /** Its place among those of the organisation. */
  readonly n: number;
  readonly clinic: Clinic;
  readonly times: readonly TimeOfDay[];
}

/** The clinics of an organisation; undefined where it has none. */
export interface Clinics {
  readonly organisation: Organisation['ods'];
  /** Its code as a number. */
  readonly number: number;
  readonly held: readonly HeldClinic[];
  /** Those of one sort. */
  of(sort: ClinicPlan['room']): readonly HeldClinic[];
  /** All slots of a day on which every clinic is held, in order of time. */
  readonly hours: readonly Hour[];
}

/** Where a slot stands among those of a day: the clinic by its position in the diary. */
interface Hour {
  readonly position: number;
  readonly place: number;
}

const daysBack = 28;
/** Somebody may ask in January for next December. */
const daysAhead = 366;

/** Whether a clinic is held on a day. */
export const isHeldOn = ({ isSeasonal, isEveryDay }: ClinicPlan, day: Day): boolean =>
  (isEveryDay ?? isWorkingDay(day)) && (isSeasonal === undefined || isInAutumn(day));

/** The clinics of every organisation, made when they are first asked for. */
export function clinicsIn(setting: DiarySetting): (ods: string) => Clinics | undefined {
  /** By organisation, of which there are a few hundred. */
  const known = new Map<string, Clinics>();
  return (ods) => {
    const found = known.get(ods) ?? clinicsOf(setting, ods);
    // Of what is no organisation nothing is kept: anybody may ask for anything.
    if (found !== undefined) known.set(ods, found);
    return found;
  };
}

function clinicsOf({ seed, organisation, practitioners }: DiarySetting, ods: string): Clinics | undefined {
  const found = organisation(ods);
  const number = numberOfCode(found?.ods ?? '');
  if (found === undefined || number === undefined) return undefined;
  const staff = practitioners(found.ods);
  const held = clinicPlans(found.kind).flatMap((plan, n): readonly HeldClinic[] => {
    const who = staff[plan.held];
    if (who === undefined) return [];
    const { name, service, mode } = plan;
    const clinic = {
      id: clinicId(seed, number, n),
      name: plan.room === 'doctor' ? `${who.prefix} ${who.given} ${who.family}` : name,
      service,
      practitioner: who.sdsUserId,
      mode,
    };
    return [{ plan, n, clinic, times: timesOf(plan) }];
  });
  if (held.length === 0) return undefined;
  const bySort = Map.groupBy(held, ({ plan }) => plan.room);
  return { organisation: found.ods, number, held, of: (sort) => bySort.get(sort) ?? [], hours: hoursOf(held) };
}

const timesOf = ({ sessions, minutes }: ClinicPlan): readonly TimeOfDay[] =>
  sessions.flatMap(({ from, slots }) => Array.from({ length: slots }, (_, n) => clock(from + n * minutes)));

/** Clinics that begin at one time in their own order. */
const hoursOf = (held: readonly HeldClinic[]): readonly Hour[] =>
  held
    .flatMap(({ times }, position) => times.map((time, place) => ({ position, place, time })))
    .toSorted((a, b) => (a.time === b.time ? a.position - b.position : a.time < b.time ? -1 : 1));

export function diaryOf(seed: number, { organisation, number, held, hours }: Clinics, today: Day): Diary {
  const isFree = ({ plan, n, times }: HeldClinic, day: Day): ((place: number) => boolean) => {
    const slots = times.length;
    const order = takingOrder(seed, { organisation: number, clinic: n, day, slots });
    const taken = takenAhead(plan.pace, slots, day - today);
    return (place) => turnOf(order, place) >= taken;
  };

  const slotOf = ({ plan, n, clinic, times }: HeldClinic, place: number, day: Day, on: IsoDate, free: boolean): Slot => ({
    id: slotId(seed, number, { clinic: n, day, place }),
    clinic: clinic.id,
    organisation,
    on,
    at: times[place] ?? '',
    minutes: plan.minutes,
    isFree: free,
  });

  function* slotsOn(day: Day): Generator<Slot> {
    const on = isoDate(day);
    const free = held.map((each) => (isHeldOn(each.plan, day) ? isFree(each, day) : undefined));
    for (const { position, place } of hours) {
      const [clinic, isStillFree] = [held[position], free[position]];
      if (clinic !== undefined && isStillFree !== undefined) yield slotOf(clinic, place, day, on, isStillFree(place));
    }
  }

  return {
    organisation,
    clinics: held.map(({ clinic }) => clinic),
    *slots(from, to) {
      const last = Math.min(dayOf(to), today + daysAhead);
      for (let day = Math.max(dayOf(from), today - daysBack); day <= last; day += 1) yield* slotsOn(day);
    },
    slot(id) {
      const address = readSlotId(seed, id);
      if (address?.organisation !== organisation) return undefined;
      const { clinic, day, place } = address;
      const found = held.find(({ n }) => n === clinic);
      if (found === undefined || place >= found.times.length || !isHeldOn(found.plan, day)) return undefined;
      return slotOf(found, place, day, isoDate(day), isFree(found, day)(place));
    },
  };
}
