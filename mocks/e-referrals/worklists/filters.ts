/** What a provider's worklist is narrowed by. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { isByItself } from '../asker/asker.ts';
import { refused } from '../faults/refusals.ts';
import type { SentParameters, WantedParameter } from '../parameters/read-parameters.ts';
import { specialties } from '../reference/specialties.ts';
import { noRelationship } from '../referral/target.ts';
import { serviceOf } from '../healthcare-services/service.ts';

const indicators = { as: 'valueCodeableConcept', codes: ['ASSIGNED', 'UNASSIGNED'] } as const;

export const filterParameters = {
  specialtyAssignedIndicator: indicators,
  specialty: { as: 'valueCodeableConcept', codes: specialties.map(({ code }) => code) },
  clinicianAssignedIndicator: indicators,
  clinician: { as: 'valueIdentifier' },
  service: { as: 'valueIdentifier' },
} as const satisfies Readonly<Record<string, WantedParameter>>;

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

export function readFilters(call: AnyCall, sent: SentParameters, { side, organisation }: Whose): Filters | Problem {
  const names = Object.keys(filterParameters);
  const first = names.flatMap((name) => sent.one(name) ?? [])[0];
  if (side === 'referrer' && first) return refused('UNEXPECTED_FIELD', `'${first.at}' is a filter, and this worklist has none.`, first.at);
  const service = sent.text('service');
  const at = sent.one('service')?.at;
  if (service === undefined && isByItself(call)) return refused('MISSING_VALUE', "'service' is missing.", 'parameter');
  if (service !== undefined) {
    const found = serviceOf(call, service);
    if (!found) return refused('REFERENCE_NOT_FOUND', `'${at}' leads to no service.`, at);
    if (organisation !== undefined && found.organisation !== organisation) return noRelationship;
  }
  const clinician = sent.text('clinician');
  if (clinician !== undefined && !/^\d{12}$/.test(clinician))
    return refused('INVALID_VALUE', `'${sent.one('clinician')?.at}' is no SDS user id.`, sent.one('clinician')?.at);
  const specialty = sent.text('specialty');
  const assigned = (name: string): boolean | undefined => {
    const indicator = sent.text(name);
    return indicator === undefined ? undefined : indicator === 'ASSIGNED';
  };
  return {
    ...(specialty !== undefined && { specialty }),
    ...(clinician !== undefined && { clinician }),
    ...(service !== undefined && { service }),
    isAssigned: { specialty: assigned('specialtyAssignedIndicator'), clinician: assigned('clinicianAssignedIndicator') },
  };
}
