/** Appointments at hospitals as of a day, those that are booked ahead included. */
import type { AppointmentEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import type { LivedAppointment } from '../health.ts';
import { type RecordTelling, written } from '../telling.ts';
import { consultantAt, hourOf } from './told-places.ts';

/** It is called off two days before. */
const calledOff = 2;

export function hospitalAppointments(telling: RecordTelling): readonly AppointmentEntry[] {
  const { today, health } = telling;
  const referrals = new Map(health.hospital.referrals.map(({ ordinal, recorded }) => [ordinal, recorded]));
  return health.hospital.appointments.flatMap((appointment): readonly AppointmentEntry[] => {
    const { recorded, day, minutes, status, mode, reason, specialty, referral } = appointment;
    if (recorded > today) return [];
    const trust = telling.trustOn(recorded);
    const practitioner = trust && specialty && consultantAt(telling, trust, specialty);
    const hour = hourOf(telling, trust, appointment);
    const asked = referral === undefined ? undefined : referrals.get(referral);
    return [
      {
        ...written(telling, 'appointment', appointment, trust),
        ...(practitioner !== undefined && { practitioner }),
        on: isoDate(day),
        minutes,
        ...hour,
        status: statusOn(today, appointment) ?? status,
        mode,
        reason,
        setting: 'hospital',
        ...(specialty && { specialty }),
        ...(referral !== undefined && asked !== undefined && telling.trustOn(asked) && { referral: telling.idOf('referral', referral) }),
      },
    ];
  });
}

/** Undefined once it has come to what it came to. */
function statusOn(today: number, { day, recorded, status }: LivedAppointment): 'booked' | undefined {
  const known = status === 'cancelled' ? Math.max(recorded, day - calledOff) : day;
  return today < known ? 'booked' : undefined;
}
