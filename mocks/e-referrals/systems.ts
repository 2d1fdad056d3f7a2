/** Addresses of this API's identifiers, profiles and code systems. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';

export const structure = (name: string): string => `https://fhir.nhs.uk/STU3/StructureDefinition/${name}`;
export const codes = (name: string): string => `https://fhir.nhs.uk/STU3/CodeSystem/${name}`;

export const identifierSystem = {
  nhsNumber: 'http://fhir.nhs.net/Id/nhs-number',
  user: 'http://fhir.nhs.net/Id/sds-user-id',
  service: 'http://fhir.nhs.net/Id/ers-service',
  organisation: 'https://fhir.nhs.uk/Id/ods-organization-code',
  request: 'https://fhir.nhs.uk/Id/ers-request-id',
} as const;

export const identified = (of: keyof typeof identifierSystem, value: string): JsonObject => ({
  identifier: { system: identifierSystem[of], value },
});

/** Lists that this API tells itself have its own address, all others one of the NHS's: by the end of the address. */
export const codeSystemAt = (call: Pick<AnyCall, 'url'>, name: string): string =>
  name.startsWith('eRS-') ? codes(name) : call.url(`/STU3/CodeSystem/${name}`);

export const extensionOf = (name: string, value: JsonObject): JsonObject => ({ url: structure(`Extension-eRS-${name}-1`), ...value });
