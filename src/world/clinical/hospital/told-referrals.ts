/** Referrals as of a day: asked, booked, seen, closed. */
import type { ReferralEntry } from '../../../clinical-record.ts';
import { field } from '../../fields.ts';
import type { LivedReferral } from '../health.ts';
import { clock } from '../clock.ts';
import { type RecordTelling, written } from '../telling.ts';
import { ubrnOf } from '../ubrns.ts';
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
        ubrn: ubrnOf(telling.seed, telling.person.nhsNumber, ordinal),
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
