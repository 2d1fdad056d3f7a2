/** Whom somebody is told to see, to wait for and to have been treated by. */
import type { AdmissionEntry, AppointmentEntry, ProcedureEntry, ReferralEntry } from '../../../clinical-record.ts';
import { dayOf, isoDate } from '../../calendar.ts';
import { asWord } from '../../fold.ts';
import { uncoded } from '../coded.ts';
import { toldUbrn } from '../ubrns.ts';
import { operations } from '../hospital/operations.ts';
import { specialties } from '../hospital/specialties.ts';
import { type HistoryTelling, headOfTold, trustOn } from './history-telling.ts';
import { illnessCalled } from './looked-up.ts';

/** Appointments of which it is not said are booked so many days before. */
const bookedBefore = 14;
const [atNine, minutes] = ['09:00', 20];

export function tellBookings(telling: HistoryTelling): readonly AppointmentEntry[] {
  const { history, person, asOf } = telling;
  return (history.appointments ?? []).map(
    ({ on, at = atNine, reason, status, setting = 'general-practice', mode, booked, specialty }, n) => {
      const before = isoDate(Math.max(dayOf(person.birthDate), dayOf(on) - bookedBefore));
      const recorded = booked ?? before;
      return {
        ...headOfTold(telling, 'appointment', n, recorded, setting === 'hospital' ? trustOn(telling, recorded) : undefined),
        on,
        at,
        minutes,
        status: status === 'cancelled' ? status : on > asOf ? 'booked' : status === undefined || status === 'booked' ? 'fulfilled' : status,
        mode: mode ?? 'face-to-face',
        reason: uncoded(reason ?? 'Appointment'),
        setting,
        ...(specialty && { specialty: specialties[specialty].service }),
      };
    },
  );
}

export function tellAsked(telling: HistoryTelling): readonly ReferralEntry[] {
  const { history, person, asOf } = telling;
  return (history.referrals ?? []).flatMap(({ specialty, reason, priority, on, seen, waitingFor }, n) => {
    const to = trustOn(telling, on);
    if (to === undefined) return [];
    const isSeen = seen !== undefined && seen <= asOf;
    const cause = (history.conditions ?? []).findIndex((each) => (typeof each === 'string' ? each : each.condition) === reason);
    return [
      {
        ...headOfTold(telling, 'referral', n, on),
        specialty: specialties[specialty].service,
        reason: illnessCalled(reason)?.what ?? uncoded(reason),
        priority,
        status: isSeen ? 'seen' : 'booked',
        ubrn: toldUbrn(person.nhsNumber, n),
        to,
        about: cause < 0 ? [] : [telling.idOf('condition', cause)],
        waitingFor: isSeen ? waitingFor : 'appointment',
      } satisfies ReferralEntry,
    ];
  });
}

export function tellStays(telling: HistoryTelling): readonly AdmissionEntry[] {
  let done = 0;
  return (telling.history.admissions ?? []).map(({ specialty, reason, method, admitted, discharged, procedures = [] }, n) => ({
    ...headOfTold(telling, 'admission', n, admitted, trustOn(telling, admitted)),
    admitted,
    ...(discharged <= telling.asOf && { discharged }),
    method,
    specialty: specialties[specialty].service,
    ward: `${specialties[specialty].service.text} ward`,
    reason: illnessCalled(reason)?.what ?? uncoded(reason),
    procedures: procedures.map(() => telling.idOf('procedure', done++)),
  }));
}

export function tellDone(telling: HistoryTelling): readonly ProcedureEntry[] {
  const stays = telling.history.admissions ?? [];
  const done = stays.flatMap(({ procedures = [], admitted }, stay) => procedures.map((what) => ({ what, admitted, stay })));
  return done.map(({ what, admitted, stay }, n) => {
    const known = Object.values(operations).find((each) => each.what.text === what);
    return {
      ...headOfTold(telling, 'procedure', n, admitted, trustOn(telling, admitted)),
      sort: known?.sort ?? asWord(what),
      what: known?.what ?? uncoded(what),
      performed: admitted,
      admission: telling.idOf('admission', stay),
    };
  });
}
