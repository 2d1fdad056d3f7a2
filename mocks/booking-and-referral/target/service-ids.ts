/**
 * Ids of organisations of the population in the directory of services, and of what the catalogue has of them: the code of the organisation
 * is in each, so that nothing has to be looked for.
 */
import type { Population } from '../../../src/population.ts';
import { providerOfService, serviceNumber } from '../../service-numbers.ts';

export const serviceSystem = 'https://fhir.nhs.uk/Id/dos-service-id';
export const organisationSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';

const numberOf = (ods: string): number => Number.parseInt(ods, 36);
const codeOf = (number: number): string => number.toString(36).toUpperCase();

export const serviceIdOf = (ods: string): string => String(serviceNumber(ods));

/** The code of an organisation, whether or not there is one. */
export function odsOfServiceId(id: string): string | undefined {
  return /^[1-9]\d{5,10}$/.test(id) ? providerOfService(Number(id)) : undefined;
}

const tails = { HealthcareService: '5e7c-4000-8000-000000000000', Endpoint: 'e9d0-4000-8000-000000000000' };

export type CatalogueType = keyof typeof tails;

export const catalogueIdOf = (type: CatalogueType, ods: string): string => `${numberOf(ods).toString(16).padStart(8, '0')}-${tails[type]}`;

export function odsOfCatalogueId(type: CatalogueType, id: string, population: Population): string | undefined {
  if (!id.toLowerCase().endsWith(`-${tails[type]}`)) return undefined;
  const ods = codeOf(Number.parseInt(id.slice(0, 8), 16));
  return population.organisation(ods)?.ods;
}
