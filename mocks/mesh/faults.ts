/** The service's own faults, and how each version of its answers writes them. */
import { negotiate } from '../../src/contract/media-type.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { newId, type MailCall } from './messages.ts';

interface Fault<Status extends number> {
  readonly status: Status;
  readonly event?: string;
  readonly code?: string;
  readonly text: string;
}

const fault = <Status extends number>(one: Fault<Status>): Fault<Status> => one;

export const notFound = fault({ status: 404, event: 'RECEIVE', code: '20', text: 'Message does not exist' });
export const notYours = fault({ status: 403, text: 'Mailbox id does not match token' });
export const noLonger = fault({
  status: 410,
  event: 'SEND',
  code: 'Message already accepted',
  text: 'Message no longer available for download',
});
export const noRecipient = fault({ status: 400, event: 'SEND', code: '08', text: 'TO_DTS missing' });
export const emptyBody = fault({ status: 417, event: 'COLLECT', code: '02', text: 'Data file is missing or inaccessible.' });
export const wrongRange = fault({
  status: 417,
  event: 'SEND',
  code: 'InvalidHeaderChunks',
  text: 'Invalid chunk values sent in mex-Chunk-Range header',
});
export const otherEncoding = fault({ status: 417, text: 'cannot change content encoding' });
export const wrongEncoding = fault({
  status: 422,
  event: 'SEND',
  code: 'UnsupportedContentEncoding',
  text: 'Unsupported content encoding',
});
export const complete = fault({ status: 423, text: 'Message in unexpected status' });
export const beyondTotal = fault({ status: 406, text: 'Chunk number is above the total of the message' });

export const v1 = 'application/json';
export const v2 = 'application/vnd.mesh.v2+json';

/** The Accept header chooses the version of an answer. */
export const isV2 = (call: Pick<MailCall, 'header'>): boolean => negotiate(call.header('accept'), [v1, v2]) === v2;

/** A success as either version says it. */
export function versioned<Status extends number, One, Two>(call: Pick<MailCall, 'header'>, status: Status, one: () => One, two: () => Two) {
  return isV2(call) ? { status, type: v2, body: two() } : { status, type: v1, body: one() };
}

/** `about` is the message, where there is one. */
export function answer<Status extends number>(call: MailCall, { status, event, code, text }: Fault<Status>, about = '') {
  if (isV2(call)) {
    const detail = [{ event: event ?? '', code: code ?? '', msg: text }];
    return { status, type: v2, body: { message_id: about, internal_id: newId(call), detail } };
  }
  const body =
    code === undefined
      ? { errorDescription: text }
      : { messageID: about, errorEvent: event ?? '', errorCode: code, errorDescription: text };
  return { status, type: v1, body };
}

/** The same for what is refused before a behaviour is asked. */
export const asProblem = (kind: Problem['problem'], { status, event, code, text }: Fault<number>): Problem => ({
  problem: kind,
  message: text,
  said: { status, ...(code !== undefined && { code }), ...(event !== undefined && { issue: event }) },
});
