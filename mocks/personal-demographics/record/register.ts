/** The register of patients: a workspace's changed records over the people of the world. */
import { peopleRegister } from '../../../src/nhs/people-register.ts';
import { folded } from '../search/wildcard.ts';
import { recordOf, type PatientRecord } from './patient-record.ts';

export const register = peopleRegister<PatientRecord>({
  api: 'personal-demographics',
  recordOf,
  numberOf: ({ patient }) => patient.id,
  birthDatesOf: ({ patient, past }) => (patient.birthDate === undefined ? past.birthDates : [patient.birthDate, ...past.birthDates]),
  familiesOf: ({ patient, past }) => [...(patient.name ?? []), ...past.names].map(({ family }) => folded(family)),
});

/** The JSON of a record, around that of its patient. */
export function recordText({ standing, past }: PatientRecord, patient: string): string {
  return `{"standing":${JSON.stringify(standing)},"patient":${patient},"past":${JSON.stringify(past)}}`;
}
