/** The provider turns a request for advice into a referral, and does what is next with it. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { pdf } from '../../../src/fhir/pdf.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { freshAppointmentId, keepAppointment } from '../appointment/appointment.ts';
import { attachedFiles, type AttachedFile } from '../attachments/attached.ts';
import { alreadyScanned, keepAttachment } from '../attachments/attachment.ts';
import { enterFiles } from '../attachments/in-record.ts';
import { refused, refusedFor } from '../faults/refusals.ts';
import { readFiles } from '../bodies/files.ts';
import { readParameters, type ReadParameters } from '../bodies/parameters.ts';
import { priorities } from '../reference/code-systems.ts';
import { enterReferral } from '../referral/entered.ts';
import { findReferral, freshUbrn, keepReferral, type Referral } from '../referral/referral.ts';
import { wrongPatient } from '../referral/target.ts';
import { writtenReferral } from '../referral/told.ts';
import { conversationLines } from '../summaries/summaries.ts';
import { actingUser } from './acting.ts';
import { keepAdvice, withMessage, type Advice } from './advice.ts';
import { enterAnswer } from './in-record.ts';
import { filesOf, notWaiting, priorityIn, unsupportedPriority } from './respond.ts';
import { adviceNamed, unrelatedToAdvice } from './target.ts';

const reason = {
  system: 'eRS-ReviewOutcome-1',
  code: 'PROVIDER_CONVERTED_ADVICE_AND_GUIDANCE_ADMIN_TO_REFER',
  display: 'Provider Converted Advice and Guidance, Admin to Refer',
};

const file = { kind: 'resource', isList: true } as const;

export function convert(call: AnyCall): { readonly status: 201; readonly rendered: string } | Problem {
  const sent = readParameters(bodyOf(call), {
    createFrom: { kind: 'valueReference', isRequired: true },
    guidance: { kind: 'valueString', isRequired: true },
    newReferralPriority: { kind: 'valueCoding', isRequired: true, codes: priorities.map(({ code }) => code), otherCode: 'INVALID_VALUE' },
    reviewComments: { kind: 'valueString', isRequired: true },
    guidanceAttachmentFile: file,
    reviewAttachmentFile: file,
  });
  const answering = readFiles(sent.all('guidanceAttachmentFile'), 'GUIDANCE_RESPONSE');
  const reviewing = readFiles(sent.all('reviewAttachmentFile'), 'PROVIDER');
  const wrong = refusedFor([...sent.faults, ...answering.faults, ...reviewing.faults]);
  if (wrong) return wrong;
  const named = adviceNamed(call, sent.reference('createFrom') ?? '');
  if ('problem' in named) return named;
  const { advice } = named;
  const problem = refusal(call, advice, sent);
  if (problem) return problem;
  const { ubrn } = advice;
  const answers = attachedFiles(call, answering.files, {
    type: 'GUIDANCE_RESPONSE',
    ubrn,
    before: filesOf(advice),
  });
  if ('problem' in answers) return answers;
  const reviews = attachedFiles(call, reviewing.files, {
    type: 'PROVIDER',
    ubrn,
    before: [...filesOf(advice), ...answers],
  });
  if ('problem' in reviews) return reviews;
  const answered = withMessage(
    advice,
    { by: 'RESPONDER', ...actingUser(call), sent: call.clock.now(), text: sent.text('guidance') ?? '', files: answers },
    { status: 'REFERRER_TO_REVIEW_RESPONSE', isOver: true },
  );
  keepAdvice(call, answered);
  enterAnswer(call, answered);
  enterFiles(call, advice.patient, reviews);
  const referral = referralFrom(call, answered, sent, reviews);
  return { status: 201, rendered: JSON.stringify(writtenReferral(call, referral)) };
}

function refusal(call: AnyCall, advice: Advice, sent: ReadParameters): Problem | undefined {
  return (
    unrelatedToAdvice(call, advice) ??
    wrongPatient(call, advice.patient) ??
    notWaiting(advice) ??
    (advice.isConvertible ? undefined : refused('INVALID_STATE', 'The referrer has not allowed the provider to make a referral of it.')) ??
    unsupportedPriority(call, advice, sent, 'newReferralPriority')
  );
}

/** It waits for the provider's administrators, who find a clinic for it. */
function referralFrom(call: AnyCall, advice: Advice, sent: ReadParameters, reviews: readonly AttachedFile[]): Referral {
  const { ubrn: asked, version, patient, requestId, criteria, specialty, service, referrer } = advice;
  // It keeps the number, but where a published example has a referral of that number already.
  const ubrn = findReferral(call, asked) ? freshUbrn(call) : asked;
  const now = new Date(call.clock.now()).toISOString();
  const comments = sent.text('reviewComments') ?? '';
  const appointment = freshAppointmentId(call);
  keepAppointment(call, {
    id: appointment,
    version: 1,
    ubrn,
    nhsNumber: patient,
    service,
    status: 'proposed',
    reason,
    comment: comments,
    created: now,
  });
  const title = `Advice and guidance conversation - ${asked}`;
  const conversation = keepAttachment(
    call,
    { name: `${title}.pdf`, type: 'application/pdf', at: alreadyScanned(call), scanned: 'AVAILABLE', ubrn, ...uploader(call) },
    pdf(title, conversationLines(call, advice)),
  );
  const referral: Referral = {
    ubrn,
    version,
    nhsNumber: patient,
    requestId: `r.${requestId}`,
    created: now,
    referrer: referrer.organisation,
    referringClinician: referrer.user,
    priority: priorityIn(sent, 'newReferralPriority'),
    specialty,
    criteria,
    shortlist: [service],
    commissioning: referrer.organisation,
    state: 'TRIAGED_PROVIDER_TO_ACTION',
    reason,
    comments,
    appointment,
    attachments: [{ id: conversation.id, type: 'REFERRER', indexed: now }, ...reviews],
    clinicalFirst: now,
    entry: uuidBy((part) => call.chance(`referral/${ubrn}/${part}`)),
  };
  keepReferral(call, referral);
  enterReferral(call, referral);
  return referral;
}

function uploader(call: AnyCall) {
  const { from } = actingUser(call);
  return { by: from.user, organisation: from.organisation };
}
