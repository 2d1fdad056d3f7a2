/** Business functions: in which of them each operation may be asked, in the order in which the service lists them. */
import type { OperationId } from '../access.ts';

export type BusinessFunction =
  | 'REFERRING_CLINICIAN'
  | 'REFERRING_CLINICIAN_ADMIN'
  | 'REFERRING_ADMIN'
  | 'COMMISSIONER'
  | 'SERVICE_PROVIDER_CLINICIAN'
  | 'SERVICE_PROVIDER_CLINICIAN_ADMIN'
  | 'SERVICE_PROVIDER_ADMIN';

const referrers = ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'] as const;
const providers = ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'] as const;
const clinical = [...referrers, ...providers] as const;
const reviewers = ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_ADMIN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'] as const;

/** Undefined where any will do, and none as well. */
export const functionsOf: Readonly<Record<OperationId, readonly BusinessFunction[] | undefined>> = {
  'a004-retrieve-reference-data': clinical,
  'a005-retrieve-referral-request': clinical,
  'a005-retrieve-referral-request-versioned': clinical,
  'a006-retrieve-attachment': clinical,
  'a007-retrieve-clinical-information': clinical,
  'a008-retrieve-worklist': [...reviewers, ...referrers, 'REFERRING_ADMIN'],
  'a010-patient-service-search': referrers,
  'a011-create-referral': referrers,
  'a012-maintain-referral-letter': referrers,
  'a013-accept-referral': providers,
  'a014-reject-referral': providers,
  'a015-retrieve-appointment-slots': referrers,
  'a016-book-or-defer-appointment': referrers,
  'a019-generate-patient-letter': referrers,
  'a020-upload-file-to-document-store': clinical,
  'a021-create-referral-request-and-send-for-triage': referrers,
  'a022-cancel-appointment-action-later': providers,
  'a023-retrieve-a&g-worklist': reviewers,
  'a024-retrieve-advice-and-guidance': clinical,
  'a024-retrieve-advice-and-guidance-versioned': clinical,
  'a025-retrieve-advice-and-guidance-conversation': clinical,
  'a026-send-a&g-response': providers,
  'a027-convert-a&g-to-referral': providers,
  'a028-record-triage-outcome': providers,
  'a029-available-actions-for-user-list': [...providers, ...referrers],
  'a030-retrieve-business-functions': undefined,
  'a031-change-shortlist': referrers,
  'a032-change-shortlist-and-send-for-triage': referrers,
  'a033-retrieve-healthcare-service': referrers,
  'a034-update-appointment': referrers,
  'a035-search-for-healthcare-services': referrers,
  'a036-cancel-referral': clinical,
  'a037-retrieve-healthcare-service-version': referrers,
  'a038-retrieve-appointment': clinical,
  'a038-retrieve-appointment-versioned': clinical,
  'a040-retrieve-practitioner-info': ['SERVICE_PROVIDER_CLINICIAN_ADMIN'],
  'a041-search-service-request': clinical,
  'a042-retrieve-attachment': clinical,
  'a043-retrieve-advice-and-guidance-overview-pdf': clinical,
  'a044-create-advice-and-guidance-request': referrers,
};

/** An administrator acts for a clinician, whom they name. */
export const actsForAnother = (name: string | undefined): boolean => name === 'SERVICE_PROVIDER_CLINICIAN_ADMIN';
export const isReferrer = (name: string | undefined): boolean => name?.startsWith('REFERRING') === true;
export const isProvider = (name: string | undefined): boolean => name?.startsWith('SERVICE_PROVIDER') === true;
