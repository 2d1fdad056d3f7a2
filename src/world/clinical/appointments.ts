/** Appointments at practices and at hospitals, in the order in which they were booked. */
import type { AppointmentEntry } from '../../clinical-record.ts';
import { tellVisits } from './contacts/tell-visits.ts';
import { hospitalAppointments } from './hospital/told-appointments.ts';
import type { RecordTelling } from './telling.ts';

export const appointmentEntries = (telling: RecordTelling): readonly AppointmentEntry[] =>
  [...tellVisits(telling), ...hospitalAppointments(telling)].toSorted((a, b) =>
    a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0,
  );
