/** Who is let in: staff to everything, an application by itself to what providers and referrers read, patients to nothing. */
import { accessBy, otherScope } from '../../src/nhs/access-modes.ts';

const byItself = {
  'a004-retrieve-reference-data': 'yes',
  'a005-retrieve-referral-request': 'yes',
  'a005-retrieve-referral-request-versioned': 'yes',
  'a006-retrieve-attachment': 'yes',
  'a007-retrieve-clinical-information': 'yes',
  'a008-retrieve-worklist': 'yes',
  'a010-patient-service-search': 'staff',
  'a011-create-referral': 'staff',
  'a012-maintain-referral-letter': 'staff',
  'a013-accept-referral': 'yes',
  'a014-reject-referral': 'staff',
  'a015-retrieve-appointment-slots': 'staff',
  'a016-book-or-defer-appointment': 'staff',
  'a019-generate-patient-letter': 'staff',
  'a020-upload-file-to-document-store': 'staff',
  'a021-create-referral-request-and-send-for-triage': 'staff',
  'a022-cancel-appointment-action-later': 'staff',
  'a023-retrieve-a&g-worklist': 'staff',
  'a024-retrieve-advice-and-guidance': 'yes',
  'a024-retrieve-advice-and-guidance-versioned': 'yes',
  'a025-retrieve-advice-and-guidance-conversation': 'yes',
  'a026-send-a&g-response': 'staff',
  'a027-convert-a&g-to-referral': 'staff',
  'a028-record-triage-outcome': 'yes',
  'a029-available-actions-for-user-list': 'yes',
  'a030-retrieve-business-functions': 'staff',
  'a031-change-shortlist': 'staff',
  'a032-change-shortlist-and-send-for-triage': 'staff',
  'a033-retrieve-healthcare-service': 'yes',
  'a034-update-appointment': 'staff',
  'a035-search-for-healthcare-services': 'yes',
  'a036-cancel-referral': 'staff',
  'a037-retrieve-healthcare-service-version': 'yes',
  'a038-retrieve-appointment': 'staff',
  'a038-retrieve-appointment-versioned': 'staff',
  'a040-retrieve-practitioner-info': 'staff',
  'a041-search-service-request': 'staff',
  'a042-retrieve-attachment': 'yes',
  'a043-retrieve-advice-and-guidance-overview-pdf': 'staff',
  'a044-create-advice-and-guidance-request': 'staff',
} as const;

export type OperationId = keyof typeof byItself;

const all = <Verdict extends 'theirs' | 'staff'>(verdict: Verdict): Readonly<Record<OperationId, Verdict>> =>
  Object.fromEntries(Object.keys(byItself).map((id) => [id, verdict])) as Record<OperationId, Verdict>; // the keys are those of the table

/** An application asks it by itself, with nobody signed in. */
export const isForApplications = (operation: OperationId): boolean => byItself[operation] === 'yes';

export const access = accessBy<OperationId, 'theirs' | 'staff'>({
  table: {
    'user-restricted': { ...all('theirs'), 'a030-retrieve-business-functions': 'yes' },
    'application-restricted': byItself,
    'privileged-application-restricted': byItself,
    'patient-access': all('staff'),
  },
  rules: {
    // In which function, and where, the headers say: they are held against those that somebody has.
    theirs: () => undefined,
    staff: () => otherScope('one of a member of staff'),
  },
  lets: { theirs: 'some' },
});
