/** Encounters with hospitals: appointments that were kept, attendances at emergency departments, admissions. */
import type { Day } from '../../calendar.ts';
import type { Health, LivedEncounter, Written } from '../health.ts';
import type { Span } from './contacts.ts';
import { encounterOrdinal } from './ordinals.ts';

/** The first of each sort in a day: more than three appointments, two attendances or two admissions there are not. */
const places = { outpatient: 1, emergency: 4, admission: 6 } as const;
const minutesOf = { emergency: 180, admission: 60 } as const;

export function hospitalEncounters({ hospital }: Health, { from, to }: Span): LivedEncounter[] {
  const { appointments, attendances, admissions, referrals } = hospital;
  const made = new Map<number, LivedEncounter>();
  const add = (
    day: Day,
    encounter: Omit<LivedEncounter, 'ordinal' | 'recorded' | 'setting' | 'opening' | 'booking'> & { readonly sort: keyof typeof places },
  ): void => {
    if (day < from || day >= to) return;
    let ordinal = encounterOrdinal(day, places[encounter.sort]);
    while (made.has(ordinal)) ordinal += 1;
    made.set(ordinal, { ...encounter, ordinal, recorded: day, setting: 'hospital', opening: undefined, booking: undefined });
  };
  for (const at of appointments) {
    if (at.status !== 'fulfilled') continue;
    const { day, mode, minutes, reason } = at;
    const referral = referrals.find(({ ordinal }) => ordinal === at.referral);
    add(day, { sort: 'outpatient', mode, minutes, reason, about: referral ? [{ kind: 'referral', of: referral }] : [] });
  }
  for (const at of attendances) {
    const admission = admissions.find(({ ordinal }) => ordinal === at.admission);
    const about: readonly Written[] = admission ? [{ kind: 'admission', of: admission }] : [];
    add(at.recorded, { sort: 'emergency', mode: 'face-to-face', minutes: minutesOf.emergency, reason: at.reason, about });
  }
  for (const at of admissions) {
    const { admitted, reason } = at;
    add(admitted, {
      sort: 'admission',
      mode: 'face-to-face',
      minutes: minutesOf.admission,
      reason,
      about: [{ kind: 'admission', of: at }],
    });
  }
  return [...made.values()];
}
