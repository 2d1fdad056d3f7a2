/** `$process-message`: a booking or a referral is made, changed or cancelled by a message, and each message works once. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { bookingAt, bookingProblem, changeBooking, settle } from '../bookings/bookings.ts';
import { badRequest, fault } from '../faults.ts';
import type { Outcome } from '../published.ts';
import { changeReferral, referralAt, referralProblem } from '../referrals/referrals.ts';
import { askedReceiver } from '../target/checks.ts';
import { messageTypeOf } from '../target/read-target.ts';
import { isOutdated, keepVersion, olderVersion } from '../versions.ts';
import { answerLater } from './answers-later.ts';
import { readMessage, type Message } from './read-message.ts';
import { standingAlone, unresolved } from './stand-alone.ts';
import { answerMessage } from './response.ts';

/** Keys are ids of messages. */
const seen = 'booking-and-referral/message';
/** Keys are `{type}/{system}|{value}`, documents ids of bookings and referrals. */
const business = 'booking-and-referral/identifier';

export interface Processed {
  readonly status: 200;
  readonly rendered: string;
}

/** `keep` stores what a message carries, and writes it into the record of whom it is about. */
export function takeMessage(call: AnyCall, keep: () => object | Problem): Processed | Problem {
  const message = readMessage(bodyOf(call));
  if (isProblem(message)) return message;
  const known = replayOf(call, message);
  if (known) return known;
  call.store.put(seen, message.id, '');
  const id = message.reason === 'new' || isResponse(message) ? message.focusId : knownId(call, message);
  if (id === undefined) return unknownFocus;
  tellReceiver(call);
  const problem = requestDone(call, message, { id, keep });
  if (problem) return problem;
  const reply = answerMessage({
    ids: [uuidBy((part) => call.chance(`answer ${part} ${message.id}`)), uuidBy((part) => call.chance(`header ${part} ${message.id}`))],
    now: call.clock.now(),
    to: message,
    event: 'servicerequest-response',
    reason: message.reason,
    code: 'ok',
    focus: (isBooking(message) ? bookingAt(call, id) : referralAt(call, id)) ?? { ...message.focus, id },
  });
  return { status: 200, rendered: JSON.stringify(reply) };
}

/** One that was passed on has come as well; it may have come twice while the receiver was asked. */
export function passedOn<R>(call: AnyCall, answer: R): R | Problem {
  const id = stringAt(bodyOf(call), 'id');
  if (id === undefined) return answer;
  if (call.store.get(seen, id) !== undefined) return replayed;
  call.store.put(seen, id, '');
  return answer;
}

/** A receiver that the workspace brought finds it in the inbox. */
function tellReceiver(call: AnyCall): void {
  const receiver = askedReceiver(call);
  if (!receiver?.isOwn) return;
  call.emit({ type: messageTypeOf(receiver.value), about: bodyOf(call) ?? null });
  call.note(`Nobody can be asked for ${receiver.value}: the message is in the inbox, and answered as by a receiver of the sandbox.`);
}

/** For whoever passes it on as well. */
export function replayOf({ store }: Pick<AnyCall, 'store'>, { id }: Message): Problem | undefined {
  return store.get(seen, id) === undefined ? undefined : replayed;
}

const replayed = fault('duplicate', ['REC_CONFLICT', 'duplicate', 'This message came before: its Bundle.id is known.']);
const unknownFocus = fault('not-found', ['REC_NOT_FOUND', 'not-found', 'the resource requested was not found.']);

const isResponse = ({ event }: Message): boolean => event === 'servicerequest-response';
const isBooking = ({ event }: Message): boolean => event.startsWith('booking');

interface Doing {
  readonly id: string;
  readonly keep: () => object | Problem;
}

function requestDone(call: AnyCall, message: Message, { id, keep }: Doing): Problem | undefined {
  const { focus, reason } = message;
  if (isResponse(message)) return responseTaken(call, message);
  const keptAt = isBooking(message) ? bookingAt : referralAt;
  const sent = bodyOf(call);
  const body = isObject(sent) ? sent : {};
  if (reason === 'new') {
    const address = unresolved(focus, body);
    if (address !== undefined) return badRequest(`${address} leads to nothing in the Bundle.`, 'invariant');
    const alone = standingAlone(focus, body);
    const refused = isBooking(message) ? bookingProblem(call, alone) : referralProblem(call, alone);
    if (keptAt(call, id) || refused) return refused ?? replayed;
    const kept = keep();
    if (isProblem(kept)) return kept;
  }
  const before = keptAt(call, id);
  if (!before) return unknownFocus;
  if (reason !== 'new' && isOutdated(call, id, focus)) return olderVersion;
  const now = standingAlone(reason === 'new' ? before : changedBy(message, before, id), body);
  if (isBooking(message)) {
    const refused = reason === 'update' ? bookingProblem(call, now, id) : undefined;
    if (refused) return refused;
    changeBooking(call, id, now);
    settle(call, id, { ...(reason !== 'new' && { before }), now });
  } else {
    const refused = reason === 'update' ? referralProblem(call, now) : undefined;
    if (refused) return refused;
    changeReferral(call, id, now);
    if (reason === 'new') answerLater(call, message, outcomeOf(call));
  }
  keepVersion(call, id, focus);
  keepIdentifiers(call, message, id);
  return undefined;
}

/** A referral that asks to be validated is looked at first. */
function outcomeOf(call: AnyCall): Outcome {
  const outcome = askedReceiver(call)?.outcome ?? 'accepted';
  const isValidation = call.header('use-context')?.split('|')[1] === 'validation';
  return isValidation && outcome === 'accepted' ? 'interim' : outcome;
}

/** What is said anew stands in the place of what was; a cancellation need say no more than that it is one. */
function changedBy({ focus, reason, event }: Message, before: JsonObject, id: string): JsonObject {
  const gone = event.startsWith('booking') ? 'cancelled' : 'revoked';
  const { participant, subject } = before;
  return {
    ...before,
    ...focus,
    // Whom it is for was found by what came with the first message.
    ...(participant !== undefined && { participant }),
    ...(subject !== undefined && { subject }),
    id,
    ...(reason === 'delete' && { status: stringAt(focus, 'status') === 'entered-in-error' ? 'entered-in-error' : gone }),
  };
}

/** The client is the receiver of a referral, and says what becomes of it. */
function responseTaken(call: AnyCall, { focus, focusId }: Message): Problem | undefined {
  const known = referralAt(call, focusId);
  const refused = referralProblem(call, focus);
  if (refused) return refused;
  if (known) changeReferral(call, focusId, { ...known, status: stringAt(focus, 'status') ?? 'completed' });
}

const keysOf = ({ focus }: Message): readonly string[] =>
  eachOf(focus['identifier'])
    .filter(isObject)
    .map((one) => `${String(focus['resourceType'])}/${String(one['system'])}|${String(one['value'])}`);

function keepIdentifiers({ store }: AnyCall, message: Message, id: string): void {
  for (const key of keysOf(message)) store.put(business, key, id);
}

/** By its business identifier, else by its id. */
function knownId(call: AnyCall, message: Message): string | undefined {
  const [known] = keysOf(message).flatMap((key) => call.store.get(business, key) ?? []);
  if (known !== undefined) return known;
  const { focusId } = message;
  return (isBooking(message) ? bookingAt(call, focusId) : referralAt(call, focusId)) && focusId;
}
