/** Identifiers and code systems of this API. */

const systems = {
  user: 'https://fhir.nhs.uk/Id/sds-user-id',
  organisation: 'https://fhir.nhs.uk/Id/ods-organization-code',
  site: 'https://fhir.nhs.uk/Id/ods-site-code',
  service: 'https://fhir.nhs.uk/Id/ers-service',
  slot: 'https://fhir.nhs.uk/Id/unique-slot-reference-number',
  ubrn: 'https://fhir.nhs.uk/Id/UBRN',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
} as const;

export const identifierOf = (of: keyof typeof systems, value: string) => ({ system: systems[of], value });
export const referenceTo = (of: keyof typeof systems, value: string) => ({ identifier: identifierOf(of, value) });

export const codeSystem = (name: string): string => `https://fhir.nhs.uk/CodeSystem/${name}`;
export const concept = (name: string, code: string, display?: string) => ({
  coding: [{ system: codeSystem(name), code, ...(display !== undefined && { display }) }],
});
