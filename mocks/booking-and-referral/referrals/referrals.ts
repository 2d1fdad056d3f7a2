/** Referrals: what becomes of one, and the booking that was made for it. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Holdings } from '../../../src/nhs/people-register.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Reply } from '../../../src/mock/reply.ts';
import { whomProblem } from '../bookings/whom.ts';
import { badRequest } from '../faults.ts';
import { isOutdated, isReplaced, keepVersion, olderVersion } from '../versions.ts';

type Held = Pick<Call, 'rows' | 'population' | 'enter'>;

export const referralAt = ({ rows }: Pick<Call, 'rows'>, id: string): JsonObject | undefined => rows.get<JsonObject>('getReferral', id);

/** As a row, and in the record of whom it is about. */
export function changeReferral(call: Held, id: string, to: JsonObject): void {
  call.rows.put('getReferral', id, to);
  if (stringAt(to, 'status') !== 'active') markEntry(call, id, 'closed');
}

/** The booking that was made for it; undefined where it was cancelled. A referral of somebody's record may be none of this API's own. */
export function markReferral(call: Held, id: string, booking: string | undefined): void {
  markEntry(call, id, booking === undefined ? 'sent' : 'booked');
  const referral = referralAt(call, id);
  if (!referral) return;
  const others = eachOf(referral['supportingInfo']).filter((one) => !stringAt(one, 'reference')?.startsWith('Appointment/'));
  const own = booking === undefined ? [] : [{ reference: `Appointment/${booking}` }];
  const { supportingInfo: _, ...rest } = referral;
  const supportingInfo = [...others, ...own];
  call.rows.put('getReferral', id, { ...rest, ...(supportingInfo.length > 0 && { supportingInfo }) });
}

function markEntry(call: Held, id: string, status: 'sent' | 'booked' | 'closed'): void {
  const known = call.population.entry(id);
  if (known?.entry.kind !== 'referral' || known.entry.status === 'closed') return;
  call.enter({ nhsNumber: known.nhsNumber, id, entry: { ...known.entry, status } });
}

/** Of a referral (FHIR R4), and the one by which the published example revokes one. */
const statuses = 'draft active on-hold revoked completed entered-in-error unknown inactive'.split(' ');

/** Why it cannot be as it is sent. */
export const referralProblem = (call: Holdings, referral: JsonObject): Problem | undefined =>
  statuses.includes(stringAt(referral, 'status') ?? 'active')
    ? whomProblem(call, referral)
    : badRequest(`status is none of ${statuses.join(', ')}.`, 'value');

/** POST, PUT and PATCH: `otherwise` stores it. */
export function referred<R extends Reply>(call: AnyCall, otherwise: () => R | Problem): R | Problem | undefined {
  const sent = bodyOf(call);
  if (!isObject(sent)) return undefined;
  const { id } = call.path;
  if (id !== undefined && isReplaced(call) && isOutdated(call, id, sent)) return olderVersion;
  const refused = referralProblem(call, sent);
  if (refused) return refused;
  const reply = otherwise();
  if (isProblem(reply) || !isObject(reply.body)) return reply;
  keepVersion(call, stringAt(reply.body, 'id') ?? id ?? '', sent);
  return reply;
}
