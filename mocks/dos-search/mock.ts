/** Directory of Services Search: an organisation with its endpoints, and what it offers, told of the population's practices and pharmacies. */
import type { components, operations } from '../../src/generated/dos-search.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access, limits } from './access.ts';
import { dialect } from './dialect.ts';
import { headerRules, securityHeaders } from './headers.ts';
import { endpointsOf } from './search/endpoints.ts';
import { codeSystem, idOf, organizationId, providerOf } from './search/provider.ts';
import { servicesOf } from './search/healthcare-services.ts';

type Organization = components['schemas']['Organization'];

export default {
  access,
  limits,
  dialect,
  headerRules,
  // Whether somebody may ask comes before how often.
  order: [
    'expectation',
    'faults',
    'token',
    'access',
    'rate-limit',
    'size',
    'accept',
    'header-rules',
    'body-type',
    'contract',
    'permissions',
  ],
  refusesUnknownParameters: true,
  everyAnswer: () => securityHeaders,
  behaviours: {
    searchOrganizations: (call) => {
      const provider = providerOf(call, call.query.identifier);
      const found = provider ? organizationOf(organizationId(call, provider), provider.organisation, provider.isActive) : [];
      const included = provider ? endpointsOf(call, provider) : [];
      const entry = [
        ...found.map((resource) => ({ resource, search: { mode: 'match' as const } })),
        ...included.map((resource) => ({ resource, search: { mode: 'include' as const } })),
      ];
      return {
        status: 200,
        body: {
          resourceType: 'Bundle',
          id: idOf(call, `organizations/${call.query.identifier}`),
          type: 'searchset',
          link: [{ relation: 'self', url: call.url(`/Organization?${new URLSearchParams({ ...call.query })}`) }],
          entry: entry.map(({ resource, search }) => ({ fullUrl: call.url(`/${resource.resourceType}/${resource.id}`), resource, search })),
        },
      };
    },

    searchHealthcareServices: (call) => {
      const provider = providerOf(call, call.query['organization.identifier']);
      const services = provider?.isActive ? servicesOf(call, provider) : [];
      return {
        status: 200,
        body: {
          resourceType: 'Bundle',
          id: idOf(call, `services/${call.query['organization.identifier']}`),
          type: 'searchset',
          total: services.length,
          link: [{ relation: 'self', url: call.url(`/HealthcareService?${new URLSearchParams({ ...call.query })}`) }],
          entry: services.map((resource) => ({
            fullUrl: call.url(`/HealthcareService/${resource.id}`),
            resource,
            search: { mode: 'match' },
          })),
        },
      };
    },
  },
} satisfies Mock<operations>;

function organizationOf(id: string, { ods, name }: { readonly ods: string; readonly name: string }, active: boolean): [Organization] {
  return [{ resourceType: 'Organization', id, identifier: [{ use: 'official', system: codeSystem, value: ods }], active, name }];
}
