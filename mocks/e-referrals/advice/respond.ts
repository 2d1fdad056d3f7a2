/** The provider answers: with advice, or by asking for more. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { attachedFiles } from '../attachments/attached.ts';
import { refused, refusedFor } from '../faults/refusals.ts';
import { readFiles } from '../bodies/files.ts';
import { readParameters, type ReadParameters } from '../bodies/parameters.ts';
import { priorities } from '../reference/code-systems.ts';
import type { Priority } from '../referral/referral.ts';
import { wrongPatient } from '../referral/target.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { actingUser } from './acting.ts';
import { keepAdvice, withMessage, type Advice, type AdviceStatus } from './advice.ts';
import { enterAnswer } from './in-record.ts';
import { adviceToChange, unrelatedToAdvice } from './target.ts';
import { communication, communicationRequest } from './told.ts';

const nextStatus: Readonly<Record<string, AdviceStatus>> = {
  REQUIRE_FURTHER_INFORMATION: 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
  RETURN_TO_REFERRER_WITH_ADVICE: 'REFERRER_TO_REVIEW_RESPONSE',
};

/** How the referrer goes on, and when: by the workspace's clock. */
export const answersLater = { do: 'referrer-answers', in: 'P2D' } as const;

export function respond(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const advice = adviceToChange(call);
  if ('problem' in advice) return advice;
  const sent = readParameters(bodyOf(call), {
    guidanceOutcome: { kind: 'valueCoding', isRequired: true, codes: Object.keys(nextStatus), otherCode: 'INVALID_VALUE' },
    guidanceIntendedRecommendation: { kind: 'valueCoding' },
    guidance: { kind: 'valueString', isRequired: true },
    updatedPriority: { kind: 'valueCoding', isRequired: true, codes: priorities.map(({ code }) => code), otherCode: 'INVALID_VALUE' },
    guidanceAttachmentFile: { kind: 'resource', isList: true },
  });
  const named = readFiles(sent.all('guidanceAttachmentFile'), 'GUIDANCE_RESPONSE');
  const wrong = refusedFor([...sent.faults, ...named.faults]);
  if (wrong) return wrong;
  const problem = refusal(call, advice, sent);
  if (problem) return problem;
  const files = attachedFiles(call, named.files, {
    type: 'GUIDANCE_RESPONSE',
    ubrn: advice.ubrn,
    before: filesOf(advice),
  });
  if ('problem' in files) return files;
  const status = nextStatus[sent.code('guidanceOutcome') ?? ''] ?? advice.status;
  const text = sent.text('guidance') ?? '';
  const changed = withMessage(
    advice,
    { by: 'RESPONDER', ...actingUser(call), sent: call.clock.now(), text, files },
    { status, priority: priorityIn(sent, 'updatedPriority') },
  );
  keepAdvice(call, changed);
  enterAnswer(call, changed);
  call.later({ ...answersLater, about: { ubrn: advice.ubrn, version: changed.version } });
  return told(call, changed);
}

export const filesOf = ({ files, messages }: Advice) => [...files, ...messages.flatMap((message) => message.files)];

/** Of the codes that the list has. */
export const priorityIn = (sent: ReadParameters, name: string): Priority => sent.code(name) as Priority;

function refusal(call: AnyCall, advice: Advice, sent: ReadParameters): Problem | undefined {
  const recommendation = sent.one('guidanceIntendedRecommendation');
  const isAdvice = sent.code('guidanceOutcome') === 'RETURN_TO_REFERRER_WITH_ADVICE';
  return (
    unrelatedToAdvice(call, advice) ??
    wrongPatient(call, advice.patient) ??
    notWaiting(advice) ??
    (isAdvice && !recommendation
      ? refused('VALUE_IS_REQUIRED', "'guidanceIntendedRecommendation' goes with RETURN_TO_REFERRER_WITH_ADVICE.", 'parameter')
      : undefined) ??
    (!isAdvice && recommendation
      ? refused('CONFLICTING_VALUES', "'guidanceIntendedRecommendation' does not go with this outcome.", recommendation.place)
      : undefined) ??
    unsupportedPriority(call, advice, sent, 'updatedPriority')
  );
}

/** Nobody answers what is over, or what the referrer has to go on with. */
export const notWaiting = ({ isOver, status }: Advice): Problem | undefined =>
  isOver || status !== 'PROVIDER_RESPONSE_REQUIRED'
    ? refused('INVALID_REQUEST_STATE', 'The request waits for no answer of the provider.')
    : undefined;

export function unsupportedPriority(call: AnyCall, { service }: Advice, sent: ReadParameters, name: string): Problem | undefined {
  const supported = serviceOf(call, service)?.priorities ?? [];
  const isSupported = supported.some((each) => each === sent.code(name));
  return isSupported ? undefined : refused('UNSUPPORTED_PRIORITY', `'${name}' is no priority of the service.`, sent.placeOf(name));
}

function told(call: AnyCall, advice: Advice): { readonly status: 200; readonly rendered: string } {
  const message = advice.messages.at(-1);
  const parameter = [
    { name: 'updatedCommunicationRequest', resource: communicationRequest(call, advice) },
    ...(message ? [{ name: 'createdCommunication', resource: communication(call, advice, message, 'contained').communication }] : []),
  ];
  const meta = { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/eRS-SendCommunicationToRequester-Response-Parameters-1'] };
  return { status: 200, rendered: JSON.stringify({ resourceType: 'Parameters', meta, parameter }) };
}
