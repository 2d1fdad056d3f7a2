/** The service's own faults, and how each version of its answers writes them. */
import { negotiate } from '../../src/contract/media-type.ts';
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';
import type { MailCall } from './messages/message.ts';

export interface MeshFault {
  readonly status: number;
  readonly event?: string;
  readonly code?: string;
  readonly text: string;
}

const fault = (status: number, text: string, event?: string, code?: string): MeshFault => ({
  status,
  text,
  ...(event !== undefined && { event }),
  ...(code !== undefined && { code }),
});

export const unreadableToken = fault(403, 'Error reading from Authorization header');
export const otherMailbox = fault(403, 'Mailbox id does not match token');
export const wrongToken = fault(403, 'Invalid Authentication Token');
export const usedToken = fault(403, 'Error Duplicated Authentication Token');
export const inactiveMailbox = fault(403, 'Request Received from Inactive Mailbox');
export const noSuchMailbox = fault(403, 'No mailbox matched', 'SEND', 'EPL-151');

export const notFound = fault(404, 'Message does not exist', 'RECEIVE', '20');
export const noLonger = fault(410, 'Message no longer available for download', 'SEND', 'Message already accepted');

export const noRecipient = fault(400, 'TO_DTS missing', 'SEND', '08');
export const controlCharacters = fault(400, 'Malformed control file', 'TRANSFER', '06');
export const noNhsNumber = fault(400, 'Invalid NHS Number');
export const otherEncodingThanGzip = fault(422, 'Unsupported content encoding', 'SEND', 'UnsupportedContentEncoding');
export const wrongRange = fault(417, 'Invalid chunk values sent in mex-Chunk-Range header', 'SEND', 'InvalidHeaderChunks');
export const unregisteredRecipient = fault(417, 'Unregistered to address', 'SEND', '12');
export const toInternalMailbox = fault(417, 'Cannot send messages to internal mailbox', 'SEND', '12');
export const severalMailboxes = fault(417, 'Multiple mailboxes matches', 'SEND', 'EPL-150');
export const noMailbox = fault(417, 'No mailbox matched', 'SEND', 'EPL-151');
export const unknownNhsNumber = fault(417, 'NHS Number not found');
export const otherDemographics = fault(417, 'NHS Number supplied does not match the demographics');
export const wrongFrom = fault(417, 'Invalid From Address in the control file', 'SEND', '07');
export const wrongVersion = fault(417, 'Invalid version of the control file', 'SEND', '09');
export const wrongMessageType = fault(417, 'Invalid Message Type for the transfer', 'SEND', '11');
export const civilRegistration = (workflow: string) =>
  fault(417, `ONS Civil Registration for workflowId ${workflow} is not enabled via MESH`, 'SEND', '18');
export const emptyBody = fault(417, 'Data file is missing or inaccessible.', 'COLLECT', '02');
export const wrongChecksum = fault(417, 'Invalid checksum');
export const otherEncoding = fault(417, 'cannot change content encoding');
export const beyondTotal = fault(406, 'Chunk number is above the total of the message');
export const complete = fault(423, 'Message in unexpected status');

export const v1 = 'application/json';
export const v2 = 'application/vnd.mesh.v2+json';

/** The Accept header chooses the version of an answer. */
export const isV2 = (call: Pick<MailCall, 'header'>): boolean => negotiate(call.header('accept'), [v1, v2]) === v2;

/** A success as either version says it. */
export function versioned<Status extends number, One, Two>(call: Pick<MailCall, 'header'>, status: Status, one: () => One, two: () => Two) {
  return isV2(call) ? { status, type: v2, body: two() } : { status, type: v1, body: one() };
}

const kinds: Readonly<Partial<Record<number, ProblemKind>>> = { 403: 'forbidden', 404: 'not-found', 410: 'gone' };

/** `about` is the message, where there is one. */
export const refused = (fault: MeshFault, about = ''): Problem => asProblem(kinds[fault.status] ?? 'unprocessable', fault, about);

export const asProblem = (problem: ProblemKind, { status, event, code, text }: MeshFault, about = ''): Problem => ({
  problem,
  message: text,
  said: { status, display: about, ...(code !== undefined && { code }), ...(event !== undefined && { issue: event }) },
});
