/** What the directory says of itself: an R4 statement of what is asked of it, not of one server. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Schemas } from './resources/typed-period.ts';

type Resource = NonNullable<NonNullable<Schemas['CapabilityStatement']['rest']>[number]['resource']>[number];

const dates = ['lastChangeDate', '_lastUpdated'];
const texts = ['name', 'phonetic', 'address', 'address-postalcode', 'address-city', 'address-country', 'address-state'];
const references = ['primary-organization', 'participating-organization', 'partof', 'endpoint'];

const typeOf = (name: string): string => {
  if (dates.includes(name)) return 'date';
  if (texts.includes(name)) return 'string';
  return references.includes(name) ? 'reference' : 'token';
};

const searched = (type: string, names: readonly string[]): Resource => ({
  type,
  interaction: [{ code: 'read' }, { code: 'search-type' }],
  searchParam: names.map((name) => ({ name, type: typeOf(name) })),
});

export function capabilityStatement(call: AnyCall): Schemas['CapabilityStatement'] {
  return {
    resourceType: 'CapabilityStatement',
    id: 'England-ODS-Requirements',
    url: call.url('/metadata'),
    version: '1.0.0',
    name: 'OrganisationDirectorySandbox',
    status: 'draft',
    date: '2025-12-01',
    publisher: 'NHS API Sandbox',
    description: 'What the organisation directory of this sandbox can be asked.',
    kind: 'requirements',
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'application/fhir+xml'],
    rest: [
      {
        mode: 'server',
        resource: [
          searched('Organization', [
            '_id',
            'identifier',
            'active',
            'type',
            'roleCode',
            'activeRoleCode',
            'partof',
            'endpoint',
            'address-use',
            ...texts,
            ...dates,
          ]),
          searched('OrganizationAffiliation', [
            '_id',
            'identifier',
            'active',
            'role',
            'primary-organization',
            'participating-organization',
            '_lastUpdated',
          ]),
          { type: 'List', interaction: [{ code: 'read' }, { code: 'search-type' }] },
          { type: 'CodeSystem', interaction: [{ code: 'search-type' }] },
        ],
      },
    ],
  };
}
