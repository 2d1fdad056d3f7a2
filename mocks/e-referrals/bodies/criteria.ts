/** What services are searched for by, and what must be so of it. */
import type { Json } from '../../../src/contract/contract.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Fault } from '../../../src/mock/problem.ts';
import { wrongAt } from '../faults/refusals.ts';
import type { CriteriaParameter, Priority } from '../referral/referral.ts';
import { clinicTypes, specialties } from '../reference/specialties.ts';
import { readParameters, type ReadParameters, type Wanted } from './parameters.ts';
import { wrongOrganisation, wrongUser } from './named.ts';

export interface Criteria {
  readonly priority: Priority;
  readonly specialty?: string;
  readonly clinicType?: string;
  readonly clinicalTerm?: string;
  readonly namedClinician?: string;
  readonly organisation?: string;
  readonly postcode?: string;
  /** Miles. */
  readonly distanceLimit?: number;
  /** Days. */
  readonly waitLimit?: number;
  readonly isForPatient: boolean;
  /** As they were sent. */
  readonly parameters: readonly CriteriaParameter[];
}

const priorities = ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'] as const;
const provisioning = ['ALL_AVAILABLE_FOR_BOOKING', 'LOCALLY_COMMISSIONED'] as const;

const wanted: Readonly<Record<string, Wanted>> = {
  priority: { kind: 'valueCoding', isRequired: true, codes: priorities },
  specialty: { kind: 'valueCoding', codes: specialties.map(({ code }) => code) },
  clinicType: { kind: 'valueCoding' },
  clinicalTerm: { kind: 'valueCoding' },
  namedClinician: { kind: 'valueIdentifier' },
  organisation: { kind: 'valueIdentifier' },
  postcode: { kind: 'valueString' },
  distanceLimit: { kind: 'valueUnsignedInt' },
  indicativeAppointmentWaitTimeLimit: { kind: 'valueUnsignedInt' },
  commissioningProvisioning: { kind: 'valueCoding', codes: provisioning },
  ageAndGenderAppropriate: { kind: 'valueBoolean' },
};

export function readCriteria(
  call: AnyCall,
  resource: Json,
  at: string,
): { readonly faults: readonly Fault[]; readonly criteria?: Criteria } {
  const read = readParameters(resource, wanted, at);
  const faults = read.faults.length > 0 ? read.faults : wrongCriteria(call, read, at);
  const priority = priorities.find((each) => each === read.code('priority'));
  if (faults.length > 0 || priority === undefined) return { faults };
  const held = {
    specialty: read.code('specialty'),
    clinicType: read.code('clinicType'),
    clinicalTerm: read.code('clinicalTerm'),
    namedClinician: read.identifier('namedClinician'),
    organisation: read.identifier('organisation'),
    postcode: read.text('postcode'),
    distanceLimit: read.number('distanceLimit'),
    waitLimit: read.number('indicativeAppointmentWaitTimeLimit'),
  };
  return {
    faults,
    criteria: {
      priority,
      ...(Object.fromEntries(Object.entries(held).filter(([, value]) => value !== undefined)) as Partial<typeof held> as object),
      isForPatient: read.flag('ageAndGenderAppropriate') ?? false,
      parameters: parametersIn(resource),
    },
  };
}

// What was read is there, and of these types.
const parametersIn = (resource: Json): readonly CriteriaParameter[] =>
  (resource as unknown as { readonly parameter: readonly CriteriaParameter[] }).parameter;

function wrongCriteria(call: AnyCall, read: ReadParameters, at: string): readonly Fault[] {
  const faults: Fault[] = [];
  const [specialty, clinicType, term] = [read.code('specialty'), read.code('clinicType'), read.code('clinicalTerm')];
  const [clinician, organisation] = [read.identifier('namedClinician'), read.identifier('organisation')];
  const type = clinicTypes.find(({ code }) => code === clinicType);
  if (clinicType !== undefined && !type) faults.push(wrongAt('INVALID_CODE', `${read.placeOf('clinicType')}.code`, 'is no type of clinic'));
  if (type && specialty !== undefined && type.specialty !== specialty)
    faults.push(wrongAt('INAPPROPRIATE_VALUE', read.placeOf('clinicType'), 'is a type of clinic of another specialty'));
  if ((specialty === undefined) !== (clinicType === undefined))
    faults.push(wrongAt('VALUE_IS_REQUIRED', `${at}.parameter`, 'specialty and clinicType go together'));
  if ([specialty, term, clinician, organisation].every((each) => each === undefined))
    faults.push(
      wrongAt('VALUE_IS_REQUIRED', `${at}.parameter`, 'a specialty, a clinicalTerm, a namedClinician or an organisation is required'),
    );
  if (term !== undefined && !isConcept(term))
    faults.push(wrongAt('SNOMED_NOT_FOUND', `${read.placeOf('clinicalTerm')}.code`, 'is no concept of SNOMED CT'));
  const limit = read.number('distanceLimit');
  if (limit !== undefined && (limit < 1 || limit > 999))
    faults.push(wrongAt('INVALID_VALUE', read.placeOf('distanceLimit'), 'must be from 1 to 999 miles'));
  const postcode = read.text('postcode');
  if (postcode !== undefined && !/^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(postcode))
    faults.push(wrongAt('INVALID_VALUE', read.placeOf('postcode'), 'must be a postcode'));
  if (clinician !== undefined) faults.push(...wrongUser(call, clinician, read.placeOf('namedClinician'), 'SPC'));
  if (organisation !== undefined) faults.push(...wrongOrganisation(call, organisation, read.placeOf('organisation')));
  return faults;
}

/** Digits, as every identifier of SNOMED CT has them; a sandbox has no terminology to look them up in. */
const isConcept = (code: string): boolean => /^[1-9]\d{3,17}$/.test(code);
