/** Systems and their addresses as FHIR has them. */
import { uuidBy } from '../../src/contract/uuid.ts';
import type { components } from '../../src/generated/spine-directory.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { codes, interactions, partyKeys, type Route } from './look-up.ts';
import type { System } from './systems.ts';

type Device = components['schemas']['Device'];
type Endpoint = components['schemas']['Endpoint'];
type Bundle<Resource> = Omit<components['schemas']['DeviceBundle'], 'entry'> & {
  entry: { fullUrl: string; resource: Resource; search: { mode: string } }[];
};

const at = 'https://fhir.nhs.uk/Id/';
const extensions = 'https://fhir.nhs.uk/StructureDefinition/Extension-SDS-';

export function deviceOf(system: System): Device {
  return {
    resourceType: 'Device',
    id: system.deviceId,
    identifier: [
      { system: `${at}nhsSpineASID`, value: system.asid },
      { system: partyKeys, value: system.partyKey },
    ],
    extension: [
      {
        url: `${extensions}ManufacturingOrganisation`,
        valueReference: { identifier: { system: codes, value: system.maker } },
      },
      ...system.interactions.map((value) => ({
        url: `${extensions}NhsServiceInteractionId`,
        valueReference: { identifier: { system: interactions, value } },
      })),
    ],
    owner: { identifier: { system: codes, value: system.owner }, display: system.name },
  };
}

export function endpointOf({ system, host, path, isCentral }: Route): Endpoint {
  const said = (url: string, valueString: string): { url: string; valueString: string } => ({ url, valueString });
  return {
    resourceType: 'Endpoint',
    id: isCentral ? `${system.endpointId.slice(0, -1)}${system.endpointId.endsWith('0') ? '1' : '0'}` : system.endpointId,
    status: 'active',
    connectionType: {
      system: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type',
      code: 'hl7-fhir-msg',
      display: 'HL7 FHIR Messaging',
    },
    payloadType: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/endpoint-payload-type', code: 'any', display: 'Any' }] }],
    address: `https://${host}${path}`,
    managingOrganization: { identifier: { system: codes, value: system.owner } },
    identifier: [
      { system: `${at}nhsMhsFQDN`, value: host },
      { system: partyKeys, value: system.partyKey },
      { system: `${at}nhsMhsCPAId`, value: system.agreement },
      { system: `${at}nhsMHSId`, value: system.agreement },
    ],
    extension: [
      {
        url: `${extensions}ReliabilityConfiguration`,
        extension: [
          said('nhsMHSSyncReplyMode', 'MSHSignalsOnly'),
          said('nhsMHSRetryInterval', 'PT2M'),
          { url: 'nhsMHSRetries', valueInteger: 3 },
          said('nhsMHSPersistDuration', 'PT15M'),
          said('nhsMHSDuplicateElimination', 'always'),
          said('nhsMHSAckRequested', 'always'),
        ],
      },
    ],
  };
}

export function bundleOf<Resource extends Device | Endpoint>(call: AnyCall, found: readonly Resource[]): Bundle<Resource> {
  return {
    resourceType: 'Bundle',
    id: idOf(call),
    type: 'searchset',
    total: found.length,
    link: [{ relation: 'self', url: decoded(call.address) }],
    entry: found.map((resource) => ({
      fullUrl: call.url(`/${resource.resourceType}/${resource.id}`),
      resource,
      search: { mode: 'match' },
    })),
  };
}

/** The service shows a link unquoted. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A UUID that depends on the request alone. */
function idOf(call: AnyCall): string {
  return uuidBy((part) => call.chance(`bundle/${part}/${call.address}`));
}
