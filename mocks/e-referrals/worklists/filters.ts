/** What a provider's worklist is narrowed by. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { isByItself } from '../asker/asker.ts';
import { refused } from '../faults/refusals.ts';
import type { ReadParameters, Wanted } from '../bodies/parameters.ts';
import { specialties } from '../reference/specialties.ts';
import { noRelationship } from '../referral/target.ts';
import { serviceOf } from '../healthcare-services/offered.ts';

const indicators = { kind: 'valueCodeableConcept', codes: ['ASSIGNED', 'UNASSIGNED'] } as const;

export const filterParameters = {
  specialtyAssignedIndicator: indicators,
  specialty: { kind: 'valueCodeableConcept', codes: specialties.map(({ code }) => code) },
  clinicianAssignedIndicator: indicators,
  clinician: { kind: 'valueIdentifier' },
  service: { kind: 'valueIdentifier' },
} as const satisfies Readonly<Record<string, Wanted>>;

export interface Filters {
  readonly specialty?: string;
  readonly clinician?: string;
  readonly service?: string;
  /** Undefined where either will do. */
  readonly isAssigned: { readonly specialty: boolean | undefined; readonly clinician: boolean | undefined };
}

interface Whose {
  readonly side: 'referrer' | 'provider';
  readonly organisation: string | undefined;
}

export function readFilters(call: AnyCall, sent: ReadParameters, { side, organisation }: Whose): Filters | Problem {
  const names = Object.keys(filterParameters);
  const first = names.flatMap((name) => sent.one(name) ?? [])[0];
  if (side === 'referrer' && first)
    return refused('UNEXPECTED_FIELD', `'${first.place}' is a filter, and this worklist has none.`, first.place);
  const service = sent.identifier('service');
  const at = sent.placeOf('service');
  if (service === undefined && isByItself(call)) return refused('MISSING_VALUE', "'service' is missing.", 'parameter');
  if (service !== undefined) {
    const found = serviceOf(call, service);
    if (!found) return refused('REFERENCE_NOT_FOUND', `'${at}' leads to no service.`, at);
    if (organisation !== undefined && found.organisation !== organisation) return noRelationship;
  }
  const clinician = sent.identifier('clinician');
  if (clinician !== undefined && !/^\d{12}$/.test(clinician))
    return refused('INVALID_VALUE', `'${sent.placeOf('clinician')}' is no SDS user id.`, sent.placeOf('clinician'));
  const specialty = sent.code('specialty');
  const assigned = (name: string): boolean | undefined => {
    const indicator = sent.code(name);
    return indicator === undefined ? undefined : indicator === 'ASSIGNED';
  };
  return {
    ...(specialty !== undefined && { specialty }),
    ...(clinician !== undefined && { clinician }),
    ...(service !== undefined && { service }),
    isAssigned: { specialty: assigned('specialtyAssignedIndicator'), clinician: assigned('clinicianAssignedIndicator') },
  };
}
