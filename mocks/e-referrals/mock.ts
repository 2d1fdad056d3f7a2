/** The e-Referral Service: what each operation does. The rules stand in the folders beside. */
import type { operations } from '../../src/generated/e-referrals.types.ts';
import { etag } from '../../src/fhir/version.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access } from './access.ts';
import { adviceBehaviours } from './advice/behaviours.ts';
import { mostBytes } from './attachments/attachment.ts';
import { withoutFile } from './attachments/upload.ts';
import { headerRules } from './asker/headers.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { gate, inOwnWords } from './faults/checks.ts';
import { bookOrDefer } from './booking/book.ts';
import { cancelAppointment, readAppointment } from './booking/cancel-appointment.ts';
import { searchSlots } from './booking/slots.ts';
import { searchForPatient } from './healthcare-services/patient-search.ts';
import { acceptReferral } from './providing/accept.ts';
import { cancelActionLater } from './providing/cancel-action-later.ts';
import { rejectReferral } from './providing/reject.ts';
import { recordReviewOutcome } from './providing/review.ts';
import { availableActions } from './referral/actions.ts';
import { cancelReferral } from './referring/cancel.ts';
import { changeShortlist, changeShortlistAndSendForTriage } from './referring/change-shortlist.ts';
import { createReferral } from './referring/create.ts';
import { maintainLetter } from './referring/maintain-letter.ts';
import { patientLetter } from './referring/patient-letter.ts';
import { referralToRead } from './referral/target.ts';
import { writtenReferral } from './referral/told.ts';

export default {
  access,
  dialect,
  gate,
  headerRules,
  problems: (problem, call) => withoutFile(problem, call) ?? inOwnWords(problem, call),
  events,
  // One more than may be, to be refused as this API does.
  bodies: { 'a020-upload-file-to-document-store': { most: mostBytes + 1, unread: true } },
  // Media types come before what the headers say of who asks.
  order: [
    'expectation',
    'faults',
    'token',
    'rate-limit',
    'access',
    'size',
    'accept',
    'body-type',
    'header-rules',
    'gate',
    'contract',
    'permissions',
  ],
  everyAnswer: ({ id }) => ({ 'X-Request-ID': `${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}-1` }),
  behaviours: {
    'a005-retrieve-referral-request': readReferral,
    'a005-retrieve-referral-request-versioned': readReferral,
    'a010-patient-service-search': searchForPatient,
    'a011-create-referral': (call) => createReferral(call, 'as it is'),
    'a012-maintain-referral-letter': maintainLetter,
    'a013-accept-referral': acceptReferral,
    'a014-reject-referral': rejectReferral,
    'a015-retrieve-appointment-slots': searchSlots,
    'a016-book-or-defer-appointment': bookOrDefer,
    'a019-generate-patient-letter': patientLetter,
    'a021-create-referral-request-and-send-for-triage': (call) => createReferral(call, 'for triage'),
    'a022-cancel-appointment-action-later': cancelActionLater,
    'a028-record-triage-outcome': recordReviewOutcome,
    'a029-available-actions-for-user-list': availableActions,
    'a031-change-shortlist': changeShortlist,
    'a032-change-shortlist-and-send-for-triage': changeShortlistAndSendForTriage,
    'a034-update-appointment': cancelAppointment,
    'a036-cancel-referral': cancelReferral,
    'a038-retrieve-appointment': readAppointment,
    'a038-retrieve-appointment-versioned': readAppointment,
    ...adviceBehaviours,
  },
} satisfies Mock<operations>;

function readReferral(call: AnyCall) {
  const found = referralToRead(call);
  if ('problem' in found) return found;
  return { status: 200 as const, headers: { ETag: etag(String(found.version)) }, rendered: JSON.stringify(writtenReferral(call, found)) };
}
