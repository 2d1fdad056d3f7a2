/** Systems of R4, which are others than those of STU3. */
import type { JsonObject } from '../../../src/contract/contract.ts';

const systems = {
  user: 'https://fhir.nhs.uk/Id/sds-user-id',
  organisation: 'https://fhir.nhs.uk/Id/ods-organization-code',
  site: 'https://fhir.nhs.uk/Id/ods-site-code',
  ubrn: 'https://fhir.nhs.uk/Id/UBRN',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
} as const;

export const identifierOf = (of: keyof typeof systems, value: string) => ({ system: systems[of], value });
export const referenceTo = (of: keyof typeof systems, value: string) => ({ identifier: identifierOf(of, value) });
export const isUbrnSystem = (system: string): boolean => system === systems.ubrn;

export const concept = (system: string, code: string, display?: string): JsonObject => ({
  coding: [{ system: `https://fhir.nhs.uk/CodeSystem/${system}`, code, ...(display !== undefined && { display }) }],
});
