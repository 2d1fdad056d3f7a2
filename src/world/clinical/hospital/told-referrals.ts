/** Referrals as of a day: asked, booked, seen, closed. */
import type { ReferralEntry } from '../../../clinical-record.ts';
import { hash } from '../../hash.ts';
import { field } from '../../fields.ts';
import type { LivedReferral } from '../health.ts';
import { clock } from '../clock.ts';
import { type RecordTelling, written } from '../telling.ts';
import { consultantAt, doctorAt } from './told-places.ts';

export function referralEntries(telling: RecordTelling): readonly ReferralEntry[] {
  return telling.health.hospital.referrals.flatMap((referral): readonly ReferralEntry[] => {
    const { recorded, specialty, reason, priority, by, condition, ordinal } = referral;
    const to = telling.trustOn(recorded);
    if (recorded > telling.today || to === undefined) return [];
    const organisation = by === 'hospital' ? to : telling.practiceOn(recorded);
    const practitioner = by === 'hospital' ? consultantAt(telling, to, specialty) : doctorAt(telling, organisation, recorded);
    const seen = by === 'hospital' ? undefined : telling.seenOn(recorded);
    const isKnown = condition !== undefined && condition.recorded <= recorded;
    return [
      {
        ...written(telling, 'referral', referral, organisation),
        time: seen?.time ?? clock(8 * 60 + 30 + Math.floor(telling.health.life.chance(field.hospital + 83, ordinal + 1) * 560)),
        ...(practitioner !== undefined && { practitioner }),
        specialty,
        reason,
        priority,
        ubrn: ubrnOf(telling, ordinal),
        to,
        about: isKnown ? [telling.idOf('condition', condition.ordinal)] : [],
        ...standing(telling, referral),
      },
    ];
  });
}

function standing(
  { today, health }: RecordTelling,
  { booked, seen, closes, treatedBy }: LivedReferral,
): Pick<ReferralEntry, 'status' | 'waitingFor'> {
  const hasDied = health.life.dies && health.life.end <= today;
  if (hasDied || today >= closes) return { status: 'closed' };
  if (today >= seen) return { status: 'seen', waitingFor: treatedBy === undefined ? 'appointment' : 'treatment' };
  return { status: today >= booked ? 'booked' : 'sent', waitingFor: 'appointment' };
}

/** Without a common divisor with a thousand million, so that no two people have one number. */
const step = 7_654_321;
const nineDigits = 1_000_000_000;

/** Twelve digits that nobody else has: nine from the NHS number, three from which of this person's referrals it is. */
function ubrnOf({ seed, person }: RecordTelling, ordinal: number): string {
  const own = Number(person.nhsNumber.slice(1));
  const first = (own * step + (hash(seed, 0, field.hospital + 84) % nineDigits)) % nineDigits;
  const last = (ordinal * 379 + (hash(seed, own, field.hospital + 84) % 1000)) % 1000;
  return `${String(first).padStart(9, '0')}${String(last).padStart(3, '0')}`;
}
