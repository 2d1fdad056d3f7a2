/** What an update pushed out of a record, kept so that a search in history still finds it. */
import type { PatientRecord } from '../record/patient-record.ts';
import type { Patient } from '../record/patient.ts';

export function pastAfter({ patient: before, past }: PatientRecord, after: Patient): PatientRecord['past'] {
  return {
    names: [...past.names, ...displaced(before.name, after.name, ({ family, given }) => JSON.stringify([family, given]))],
    addresses: [
      ...past.addresses,
      ...displaced(before.address, after.address, ({ postalCode, line }) => JSON.stringify([postalCode, line])),
    ],
    telecoms: [...past.telecoms, ...displaced(before.telecom, after.telecom, ({ system, value }) => JSON.stringify([system, value]))],
    birthDates:
      before.birthDate === undefined || before.birthDate === after.birthDate || past.birthDates.includes(before.birthDate)
        ? past.birthDates
        : [...past.birthDates, before.birthDate],
  };
}

/** Members that say something no member says any more. */
function displaced<Member>(
  before: readonly Member[] | undefined,
  after: readonly Member[] | undefined,
  says: (member: Member) => string,
): Member[] {
  const kept = new Set((after ?? []).map(says));
  return (before ?? []).filter((member) => !kept.has(says(member)));
}
