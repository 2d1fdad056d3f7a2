/** How much of a resource is told: `_elements` names what is, `_summary` says it in a word; what is cut short is marked as such. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Schemas } from '../resources/typed-period.ts';
import { alternativesIn } from './criteria.ts';

export type Resource = Schemas['Organization'] | Schemas['OrganizationAffiliation'];
export type Part = Schemas['Part'];

const subsetted = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
  display: 'Resource encoded in summary mode',
} as const;

/** What FHIR calls the summary of each (https://hl7.org/fhir/R4/organization.html): extensions are none of it. */
const summaries: ReadonlyMap<string, readonly string[]> = new Map([
  ['true', ['identifier', 'active', 'type', 'name', 'period', 'organization', 'participatingOrganization', 'code']],
  ['text', []],
]);

export function partOf(query: AnyCall['query']): (resource: Resource) => Resource | Part {
  const { _elements: elements, _summary: summary } = query;
  const kept =
    elements === undefined ? summaries.get(String(summary)) : alternativesIn(String(elements)).map((name) => name.split('.').at(-1));
  if (!kept) return (resource) => resource;
  return (resource) => {
    const told = Object.entries(resource).filter(([name]) => kept.includes(name));
    const { resourceType, id, meta } = resource;
    return { resourceType, id, meta: { ...meta, tag: [subsetted] }, ...Object.fromEntries(told) };
  };
}
