/** Encounters with hospitals: appointments that were kept, attendances at emergency departments, admissions. */
import type { Day } from '../../calendar.ts';
import type { Health, LivedEncounter } from '../health.ts';
import type { ContactSpan } from './contacts.ts';
import { encounterOrdinal } from './ordinals.ts';

/** The first of each sort in a day: more than three appointments, two attendances or two admissions there are not. */
const places = { outpatient: 1, emergency: 4, admission: 6 } as const;

type Stated = Pick<LivedEncounter, 'mode' | 'minutes' | 'reason' | 'about' | 'appointment'> & { readonly sort: keyof typeof places };

export function hospitalEncounters({ hospital }: Health, { from, to }: ContactSpan): LivedEncounter[] {
  const made = new Map<number, LivedEncounter>();
  const add = (day: Day, { sort, mode, minutes, reason, about, appointment }: Stated): void => {
    if (day < from || day >= to) return;
    let ordinal = encounterOrdinal(day, places[sort]);
    while (made.has(ordinal)) ordinal += 1;
    const rest = { opening: undefined, booking: undefined, appointment };
    made.set(ordinal, { ordinal, recorded: day, setting: 'hospital', sort, mode, minutes, reason, about, ...rest });
  };
  const referrals = new Map(hospital.referrals.map((referral) => [referral.ordinal, referral]));
  for (const appointment of hospital.appointments) {
    if (appointment.status !== 'fulfilled') continue;
    const { day, mode, minutes, reason } = appointment;
    const of = referrals.get(appointment.referral ?? -1);
    add(day, { sort: 'outpatient', mode, minutes, reason, about: of ? [{ kind: 'referral', of }] : [], appointment });
  }
  const inPerson = { mode: 'face-to-face', appointment: undefined } as const;
  const admissions = new Map(hospital.admissions.map((admission) => [admission.ordinal, admission]));
  for (const { recorded, reason, admission } of hospital.attendances) {
    const of = admissions.get(admission ?? -1);
    add(recorded, { ...inPerson, sort: 'emergency', minutes: 180, reason, about: of ? [{ kind: 'admission', of }] : [] });
  }
  for (const of of hospital.admissions) {
    add(of.admitted, { ...inPerson, sort: 'admission', minutes: 60, reason: of.reason, about: [{ kind: 'admission', of }] });
  }
  return [...made.values()];
}
