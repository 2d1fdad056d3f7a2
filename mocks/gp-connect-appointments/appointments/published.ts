/** The appointment that the official sandbox answers for every id, as far as it is one: clients test against its id and its start. */
import type { AppointmentEntry } from '../../../src/clinical-record.ts';
import type { Organisation } from '../../../src/population.ts';

/** The first is what is asked for, the other what is answered. */
const ids: readonly string[] = ['1', '150'];

export const publishedPatient = '9000000009';

export const publishedAppointment = (practice: Organisation): AppointmentEntry => ({
  kind: 'appointment',
  id: '150',
  recorded: '2017-08-10',
  organisation: practice.ods,
  on: '2017-08-17',
  at: '11:20',
  minutes: 10,
  status: 'booked',
  mode: 'telephone',
  reason: { text: 'Results of a blood test' },
  setting: 'general-practice',
});

export const isPublished = (id: string): boolean => ids.includes(id);
