/** The organisations of the population as services of the catalogue, each with the endpoint that takes messages for it. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Reply } from '../../../src/mock/reply.ts';
import {
  catalogueIdOf,
  odsOfCatalogueId,
  odsOfServiceId,
  organisationSystem,
  serviceIdOf,
  serviceSystem,
  type CatalogueType,
} from '../target/service-ids.ts';

type Organisation = NonNullable<ReturnType<AnyCall['population']['organisation']>>;

const coded = (system: string, code: string, display: string): JsonObject => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code, display }],
});

function toldAs(type: CatalogueType, { ods, name }: Organisation, call: AnyCall): JsonObject {
  const identifier = [{ system: serviceSystem, value: serviceIdOf(ods) }];
  const managing = { identifier: { system: organisationSystem, value: ods } };
  const id = catalogueIdOf(type, ods);
  if (type === 'HealthcareService')
    return {
      resourceType: 'HealthcareService',
      id,
      meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-HealthcareService'] },
      identifier,
      active: true,
      name,
      providedBy: [managing],
      endpoint: [{ reference: `Endpoint/${catalogueIdOf('Endpoint', ods)}` }],
    };
  return {
    resourceType: 'Endpoint',
    id,
    meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Endpoint'] },
    identifier,
    status: 'active',
    name,
    connectionType: coded('endpoint-connection-type', 'hl7-fhir-msg', 'HL7 FHIR Messaging'),
    payloadType: [coded('endpoint-payload-type', 'bars', 'BaRS')],
    managingOrganization: [managing],
    address: call.url(''),
    header: 'public',
  };
}

/** Keys are `{type}/{id}`: what clients have put another in the place of, or taken away. */
const changed = 'booking-and-referral/told-no-longer';

export const tellNoLonger = ({ store }: AnyCall, type: CatalogueType, id: string): void => store.put(changed, `${type}/${id}`, '');

/** Of an id that holds the code of an organisation, unless a client has changed it. */
export function toldAt(type: CatalogueType, id: string, call: AnyCall): JsonObject | undefined {
  const ods = odsOfCatalogueId(type, id, call.population);
  const organisation = ods === undefined ? undefined : call.population.organisation(ods);
  return organisation && call.store.get(changed, `${type}/${id}`) === undefined ? toldAs(type, organisation, call) : undefined;
}

export function toldItem(type: CatalogueType, call: AnyCall): { readonly status: 200; readonly rendered: string } | undefined {
  const told = toldAt(type, call.path['id'] ?? '', call);
  return told && { status: 200, rendered: JSON.stringify(told) };
}

/** With the organisation that is asked for by code or by service beside what clients have entered. */
export function toldList<R extends Reply>(
  type: CatalogueType,
  call: AnyCall,
  otherwise: () => R | Problem,
): R | Problem | { readonly status: 200; readonly rendered: string } {
  const ods = organisationAsked(call);
  const resource = ods === undefined ? undefined : toldAt(type, catalogueIdOf(type, ods), call);
  const reply = otherwise();
  if (isProblem(reply) || !isObject(reply.body) || !resource) return reply;
  const known = isArray(reply.body['entry']) ? reply.body['entry'] : [];
  const own = { fullUrl: call.url(`/${type}/${String(resource['id'])}`), resource };
  return { status: 200, rendered: JSON.stringify({ ...reply.body, total: known.length + 1, entry: [own, ...known] }) };
}

function organisationAsked({ query, population }: AnyCall): string | undefined {
  for (const value of Object.values(query)) {
    const [system = '', code = ''] = String(value).split('|');
    const ods = system === organisationSystem ? code : system === serviceSystem ? odsOfServiceId(code) : undefined;
    const found = ods === undefined ? undefined : population.organisation(ods);
    if (found) return found.ods;
  }
  return undefined;
}
