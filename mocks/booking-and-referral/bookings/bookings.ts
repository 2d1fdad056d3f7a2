/** Bookings: a slot is taken by one of them at a time, and given back when it is cancelled; when its hour has passed it has been kept. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { englishDayAndTime, englishInstant } from '../../../src/fhir/clinical/england-time.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Reply } from '../../../src/mock/reply.ts';
import { badRequest, fault, slotTaken } from '../faults.ts';
import { markReferral } from '../referrals/referrals.ts';
import { giveBack, isOpenTo, take } from '../../diaries/taken.ts';
import { isOutdated, isReplaced, keepVersion, olderVersion } from '../versions.ts';
import { slotOf, referralOf } from './references.ts';
import { whomProblem } from './whom.ts';

type Held = Pick<Call, 'store' | 'population' | 'rows' | 'enter' | 'later' | 'clock'>;

export const bookingAt = ({ rows }: Pick<Call, 'rows'>, id: string): JsonObject | undefined => rows.get<JsonObject>('getBooking', id);

const isHeld = (appointment: JsonObject | undefined): appointment is JsonObject =>
  appointment !== undefined && !['cancelled', 'entered-in-error', 'noshow'].includes(stringAt(appointment, 'status') ?? 'booked');

/** Of an appointment (FHIR R4). */
const statuses = 'proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist'.split(' ');

/** Why it cannot be as it is sent. */
export function bookingProblem(call: Held, appointment: JsonObject, id?: string): Problem | undefined {
  if (!statuses.includes(stringAt(appointment, 'status') ?? 'booked'))
    return badRequest(`status is none of ${statuses.join(', ')}.`, 'value');
  const [start, end] = ['start', 'end'].map((name) => Date.parse(stringAt(appointment, name) ?? ''));
  if (start !== undefined && end !== undefined && end < start) return badRequest('It ends before it starts.', 'invariant');
  const refused = whomProblem(call, appointment);
  if (refused || !isHeld(appointment)) return refused;
  const slot = slotOf(appointment);
  if (slot === undefined) return undefined;
  if (!isOpenTo(call, slot, id)) return slotTaken;
  const known = call.population.slot(slot);
  return known && Date.parse(englishInstant(known.on, known.at)) < call.clock.now() ? hasBegun : undefined;
}

const hasBegun = fault('unprocessable', ['REC_UNPROCESSABLE_ENTITY', 'not-supported', 'The slot is over.']);

/** What follows from a booking that is as it now is; undefined where it is gone. */
export function settle(call: Held, id: string, { before, now }: { readonly before?: JsonObject; readonly now?: JsonObject }): void {
  const [had, has] = [before && slotOf(before), isHeld(now) ? slotOf(now) : undefined];
  if (had !== undefined && had !== has) giveBack(call, had, id);
  if (has !== undefined) {
    take(call, has, id);
    placeEntry(call, id, has);
  }
  const [came, goes] = [before && referralOf(before), now && referralOf(now)];
  if (came !== undefined && came !== goes) markReferral(call, came, undefined);
  if (!now) return;
  const end = Date.parse(stringAt(now, 'end') ?? stringAt(now, 'start') ?? '');
  if (isHeld(now) && end > call.clock.now()) call.later({ at: end, do: 'booking-over', about: id });
  if (goes !== undefined) markReferral(call, goes, isHeld(now) ? id : undefined);
}

/** The record says where it is: at the organisation whose slot it takes. */
function placeEntry(call: Held, id: string, slot: string): void {
  const [known, organisation] = [call.population.entry(id), call.population.slot(slot)?.organisation];
  if (known?.entry.kind !== 'appointment' || organisation === undefined || known.entry.organisation === organisation) return;
  call.enter({ nhsNumber: known.nhsNumber, id, entry: { ...known.entry, organisation } });
}

/** Nobody cancelled it or said that the patient stayed away: they came. */
export function bookingOver(cue: Cue, about: Json): void {
  const id = String(about);
  const booking = bookingAt(cue, id);
  if (stringAt(booking, 'status') !== 'booked' || !booking || Date.parse(stringAt(booking, 'end') ?? '') > cue.clock.now()) return;
  changeBooking(cue, id, { ...booking, status: 'fulfilled' });
}

/** The system of the practice has said so: the slot is given back. */
export function cancelledElsewhere(cue: Cue, about: Json): void {
  const id = String(about);
  const before = bookingAt(cue, id);
  if (!before) return;
  const now = { ...before, status: 'cancelled' };
  cue.rows.put('getBooking', id, now);
  settle(cue, id, { before, now });
}

const entryStatuses: Readonly<Record<string, 'booked' | 'fulfilled' | 'missed'>> = {
  booked: 'booked',
  fulfilled: 'fulfilled',
  noshow: 'missed',
};

/** As a row, and in the record of whom it is for. */
export function changeBooking(call: Pick<Call, 'rows' | 'population' | 'enter'>, id: string, to: JsonObject): void {
  call.rows.put('getBooking', id, to);
  const known = call.population.entry(id);
  if (known?.entry.kind !== 'appointment') return;
  const start = englishDayAndTime(stringAt(to, 'start'));
  const slot = slotOf(to);
  call.enter({
    nhsNumber: known.nhsNumber,
    id,
    entry: {
      ...known.entry,
      status: entryStatuses[stringAt(to, 'status') ?? 'booked'] ?? 'cancelled',
      ...(start && { on: start.date }),
      ...(start?.time !== undefined && { at: start.time }),
      ...(slot !== undefined && { slot }),
    },
  });
}

/** POST and PUT and PATCH: `otherwise` stores it. */
export function booked<R extends Reply>(call: AnyCall, otherwise: () => R | Problem): R | Problem | undefined {
  const sent = bodyOf(call);
  const { id } = call.path;
  const before = id === undefined ? undefined : bookingAt(call, id);
  if (!isObject(sent)) return undefined;
  const wanted = call.operation.method === 'patch' ? { ...before, ...sent } : sent;
  if (id !== undefined && isReplaced(call) && isOutdated(call, id, sent)) return olderVersion;
  const refused = bookingProblem(call, wanted, id);
  if (refused) return refused;
  const reply = otherwise();
  if (isProblem(reply) || !isObject(reply.body)) return reply;
  const own = stringAt(reply.body, 'id') ?? id ?? '';
  keepVersion(call, own, sent);
  settle(call, own, { ...(before && { before }), now: reply.body });
  return reply;
}

export function unbooked<R extends Reply>(call: AnyCall, otherwise: () => R | Problem): R | Problem {
  const id = call.path['id'] ?? '';
  const before = bookingAt(call, id);
  const reply = otherwise();
  if (!isProblem(reply) && before) settle(call, id, { before });
  return reply;
}
