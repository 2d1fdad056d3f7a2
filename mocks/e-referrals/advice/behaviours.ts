/** What the operations do that are about advice, files, lists and staff. */
import type { operations } from '../../../src/generated/e-referrals.types.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Mock } from '../../../src/mock/mock.ts';
import { addressOfAttachment, downloadAttachment, readObject } from '../attachments/download.ts';
import { upload } from '../attachments/upload.ts';
import { nothingThere } from '../faults/refusals.ts';
import { cliniciansToActFor, ownFunctions } from '../r4/staff.ts';
import { readService, serviceVersion, severalServices } from '../r4/healthcare-services.ts';
import { requestsByUbrn } from '../r4/requests.ts';
import { codeSystem } from '../reference/code-systems.ts';
import { adviceOverview, clinicalInformation } from '../summaries/summaries.ts';
import { adviceWorklist } from '../worklists/advice.ts';
import { referralWorklist } from '../worklists/referrals.ts';
import { askForAdvice } from './ask.ts';
import { convert } from './convert.ts';
import { readConversation } from './conversation.ts';
import { respond } from './respond.ts';
import { adviceToRead } from './target.ts';
import { communicationRequest } from './told.ts';

export const adviceBehaviours = {
  'a004-retrieve-reference-data': (call) => {
    const list = codeSystem(call, call.path.codeSystemType);
    return list ? { status: 200, rendered: JSON.stringify(list) } : nothingThere('There is no such list of codes.');
  },
  'a006-retrieve-attachment': (call) => downloadAttachment(call, call.path.attachmentLogicalID),
  'a007-retrieve-clinical-information': clinicalInformation,
  'a008-retrieve-worklist': referralWorklist,
  'a020-upload-file-to-document-store': upload,
  'a023-retrieve-a&g-worklist': adviceWorklist,
  'a024-retrieve-advice-and-guidance': readAdvice,
  'a024-retrieve-advice-and-guidance-versioned': readAdvice,
  'a025-retrieve-advice-and-guidance-conversation': readConversation,
  'a026-send-a&g-response': respond,
  'a027-convert-a&g-to-referral': convert,
  'a030-retrieve-business-functions': ownFunctions,
  'a033-retrieve-healthcare-service': readService,
  'a035-search-for-healthcare-services': severalServices,
  'a037-retrieve-healthcare-service-version': serviceVersion,
  'a040-retrieve-practitioner-info': cliniciansToActFor,
  'a041-search-service-request': requestsByUbrn,
  'a042-retrieve-attachment': (call) => addressOfAttachment(call, call.path.id),
  'a043-retrieve-advice-and-guidance-overview-pdf': adviceOverview,
  'a044-create-advice-and-guidance-request': askForAdvice,
  'read-object': (call) => readObject(call, call.path.object),
} satisfies Mock<operations>['behaviours'];

function readAdvice(call: AnyCall) {
  const advice = adviceToRead(call);
  if ('problem' in advice) return advice;
  return {
    status: 200 as const,
    headers: { ETag: etag(String(advice.version)) },
    rendered: JSON.stringify(communicationRequest(call, advice)),
  };
}
