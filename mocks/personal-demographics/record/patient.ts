/** The shapes of this API as its contract has them, under the names its rules speak of. */
import type { operations } from '../../../src/generated/personal-demographics.types.ts';

type Body<Id extends keyof operations, Status extends number> = operations[Id] extends {
  responses: { [S in Status]: { content: { 'application/fhir+json': infer B } } };
}
  ? B
  : never;

export type Patient = Body<'get-patient', 200>;
export type PatientSearch = Extract<Body<'search-patient', 200>, { resourceType: 'Bundle' }>;
export type SearchEntry = NonNullable<PatientSearch['entry']>[number];
export type PatientFound = SearchEntry['resource'];
export type OperationOutcome = Extract<Body<'search-patient', 200>, { resourceType: 'OperationOutcome' }>;
export type RelatedPersonBundle = Body<'get-related-people', 200>;
export type RelatedPersonEntry = NonNullable<RelatedPersonBundle['entry']>[number];
export type RelatedPerson = RelatedPersonEntry['resource'];
export type CoverageSearch = Body<'get-coverage', 200>;
export type Coverage = NonNullable<CoverageSearch['entry']>[number]['resource'];

export type HumanName = NonNullable<Patient['name']>[number];
export type Address = NonNullable<Patient['address']>[number];
export type ContactPoint = NonNullable<Patient['telecom']>[number];
export type EmergencyContact = NonNullable<Patient['contact']>[number];
export type GeneralPractitioner = NonNullable<Patient['generalPractitioner']>[number];
export type Extension = NonNullable<Patient['extension']>[number];
export type Period = NonNullable<HumanName['period']>;
