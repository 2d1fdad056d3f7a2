/** What a search for slots asks: which, between which instants, and what is to come along. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { askedIn } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { isArray } from '../../../src/contract/json.ts';
import { badRequest, fault } from '../faults.ts';

export interface SlotsAsked {
  readonly statuses: readonly string[];
  /** Milliseconds, both ends inclusive. */
  readonly from: number;
  readonly to: number;
  readonly includes: ReadonlySet<string>;
  readonly service: string | undefined;
}

const day = 86_400_000;
/** Of one search, and where it has no end. */
const mostDays = 14;

/** What can come along; the standard has an asterisk for all that a slot refers to. */
const known = new Set([
  'Slot:schedule',
  'Schedule:actor:HealthcareService',
  'Schedule:actor:Practitioner',
  'Schedule:actor:PractitionerRole',
  'HealthcareService:providedBy',
  'HealthcareService:location',
]);

const textsIn = (call: AnyCall, name: string): readonly string[] => {
  const value = askedIn(call)[name];
  return (isArray(value) ? value : value === undefined ? [] : [value]).map(String);
};

export function readAsked(call: AnyCall): SlotsAsked | Problem {
  const now = call.clock.now();
  let from = now;
  let to = Number.POSITIVE_INFINITY;
  for (const text of textsIn(call, 'start')) {
    const [, prefix = 'eq', written = ''] = /^(eq|ge|gt|le|lt)?(.+)$/.exec(text) ?? [];
    const at = Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(written) ? written : `${written}Z`);
    if (Number.isNaN(at))
      return badRequest('start is no time, as in ge2026-01-05T09:00:00+00:00, of which the plus sign is written %2B in a query.');
    if (prefix === 'ge' || prefix === 'gt' || prefix === 'eq') from = Math.max(from, prefix === 'gt' ? at + 1 : at);
    if (prefix === 'le' || prefix === 'lt' || prefix === 'eq') to = Math.min(to, prefix === 'lt' ? at - 1 : at);
  }
  if (to === Number.POSITIVE_INFINITY) to = from + mostDays * day;
  if (to - from > mostDays * day) return tooWide;
  const includes = textsIn(call, '_include').flatMap((text) => (text === 'Slot:*' ? ['Slot:schedule'] : text.split(',')));
  return {
    statuses: textsIn(call, 'status').flatMap((text) => text.split(',')),
    from,
    to,
    includes: new Set(includes.filter((name) => known.has(name))),
    service: textsIn(call, 'Schedule.actor:HealthcareService')[0],
  };
}

const tooWide = fault('unprocessable', ['REC_UNPROCESSABLE_ENTITY', 'too-costly', `Ask for ${mostDays} days at most.`]);
