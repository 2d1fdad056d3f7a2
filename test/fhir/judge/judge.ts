/** All judges of generated FHIR together. */
import { medplumFaults, ukCoreFaults } from './medplum.ts';
import { ownFaults, type OwnRulesOptions } from './own-rules.ts';
import { r4Faults } from './r4-schema.ts';
import type { Resource } from './resource.ts';
import { secondOpinion } from './second-opinion.ts';

export type Judge = 'r4 schema' | 'medplum' | 'uk core' | 'second opinion' | 'own rules';

/** What each judge says of a resource; a sound one has nothing said of it. */
export function judge(resource: Resource, options: OwnRulesOptions): Readonly<Record<Judge, readonly string[]>> {
  return {
    'r4 schema': r4Faults(resource),
    medplum: medplumFaults(resource),
    'uk core': ukCoreFaults(resource),
    'second opinion': secondOpinion(resource),
    'own rules': ownFaults(resource, options),
  };
}

export function faultsFound(verdict: Readonly<Record<Judge, readonly string[]>>): string[] {
  return Object.entries(verdict).flatMap(([name, faults]) => faults.map((fault) => `${name}: ${fault}`));
}
