/** What is known of the rules of the e-Referral Service: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/e-referrals.types.ts';
import { adviceNotes } from './advice/notes.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const contract = { name: 'Published contract', url: 'https://digital.nhs.uk/developer/api-catalogue/e-referral-service-fhir' };
const { observed } = notedOn(day);

export default {
  compared: { ...contract, name: 'published contract', version: '0.0.1', on: day },
  answers: {
    'a004-retrieve-reference-data': 'rule',
    'a005-retrieve-referral-request': 'record',
    'a005-retrieve-referral-request-versioned': 'record',
    'a006-retrieve-attachment': 'record',
    'a007-retrieve-clinical-information': 'record',
    'a008-retrieve-worklist': 'record',
    'a010-patient-service-search': 'record',
    'a011-create-referral': 'rule',
    'a012-maintain-referral-letter': 'rule',
    'a013-accept-referral': 'rule',
    'a014-reject-referral': 'rule',
    'a015-retrieve-appointment-slots': 'record',
    'a016-book-or-defer-appointment': 'rule',
    'a019-generate-patient-letter': 'record',
    'a020-upload-file-to-document-store': 'rule',
    'a021-create-referral-request-and-send-for-triage': 'rule',
    'a022-cancel-appointment-action-later': 'rule',
    'a023-retrieve-a&g-worklist': 'rule',
    'a024-retrieve-advice-and-guidance': 'rule',
    'a024-retrieve-advice-and-guidance-versioned': 'rule',
    'a025-retrieve-advice-and-guidance-conversation': 'rule',
    'a026-send-a&g-response': 'rule',
    'a027-convert-a&g-to-referral': 'rule',
    'a028-record-triage-outcome': 'rule',
    'a029-available-actions-for-user-list': 'rule',
    'a030-retrieve-business-functions': 'rule',
    'a031-change-shortlist': 'rule',
    'a032-change-shortlist-and-send-for-triage': 'rule',
    'a033-retrieve-healthcare-service': 'record',
    'a034-update-appointment': 'rule',
    'a035-search-for-healthcare-services': 'record',
    'a036-cancel-referral': 'rule',
    'a037-retrieve-healthcare-service-version': 'record',
    'a038-retrieve-appointment': 'record',
    'a038-retrieve-appointment-versioned': 'record',
    'a040-retrieve-practitioner-info': 'record',
    'a041-search-service-request': 'record',
    'a042-retrieve-attachment': 'record',
    'a043-retrieve-advice-and-guidance-overview-pdf': 'rule',
    'a044-create-advice-and-guidance-request': 'rule',
    'read-object': 'record',
  },
  everywhere: [observed(contract, 'Media types are refused in plain text.')],
  operations: { ...adviceNotes },
} satisfies Fidelity<operations>;
