/** The systems that the directory knows: those of the organisations that its documentation names, and of our own. */
export interface System {
  /** Who uses it, and who made it: ODS codes. */
  readonly owner: string;
  readonly name: string;
  readonly maker: string;
  readonly asid: string;
  readonly partyKey: string;
  readonly interactions: readonly string[];
  readonly host: string;
  readonly path: string;
  readonly deviceId: string;
  readonly endpointId: string;
  readonly agreement: string;
}

const service = 'urn:nhs:names:services:';

export const systems: readonly System[] = [
  {
    owner: 'Y12345',
    name: 'Trevelyan Practice',
    maker: 'Y34567',
    asid: '999000001201',
    partyKey: 'Y12345-0000912',
    interactions: [`${service}gpconnect:documents:fhir:rest:search:patient-1`, `${service}gpconnect:documents:fhir:rest:read:binary-1`],
    host: 'messages.trevelyan.example',
    path: '/Y12345/documents',
    deviceId: 'b2c84e17-05d9-4f6a-8e31-97a0d6c5f248',
    endpointId: 'e4718c05-3b9a-4d62-97f0-c5a82d1e6b39',
    agreement: '4f1c7be2d8a09365e0b1',
  },
  {
    owner: 'YES',
    name: 'An organisation for trying things out',
    maker: 'YES',
    asid: '999000001219',
    partyKey: 'YES-0000806',
    interactions: [`${service}psis:REPC_IN150016UK05`],
    host: 'spine.example',
    path: '/YES/requests',
    deviceId: '1d6f93a4-72e0-4c58-b9a1-04e8c3f7d526',
    endpointId: '7c05e2b8-9d41-4f36-8a7e-b3d0916c24fa',
    agreement: '9b02d6f4a7c13e58d0f6',
  },
  {
    owner: 'B82617',
    name: 'A practice for trying things out',
    maker: 'YES',
    asid: '999000001227',
    partyKey: 'B82617-0000913',
    interactions: [`${service}gpconnect:fhir:rest:search:patient-1`, `${service}gpconnect:fhir:rest:read:metadata-1`],
    host: 'messages.practice.example',
    path: '/B82617/gpconnect',
    deviceId: '83b5c0de-164f-4a97-82d3-f9e7016a5bc8',
    endpointId: '2fa9d714-c83b-4e60-95f1-60b4e8d2a37c',
    agreement: 'c7418e0fb3d95a26f1e4',
  },
];
