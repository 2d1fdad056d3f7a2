/** The systems that the directory knows: those of the official sandbox, of a practice of our own, and one for each organisation that is open. */
import { uuidBy } from '../../src/contract/uuid.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Organisation } from '../../src/population.ts';

/** Accredited for some interactions, and reached at an address of its own. */
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
const gpConnect = `${service}gpconnect:`;
const askWho = `${service}pdsquery:QUPA_IN000009UK03`;
const summaries = `${service}psis:REPC_IN150016UK05`;
const prescribe = `${service}mm:PORX_IN020101UK31`;
const dispense = `${service}mm:PORX_IN090101UK31`;
const moveRecord = `${service}gp2gp:RCMR_IN010000UK05`;

/** Taken by central Spine, which passes them on: forward-reliable and forward-express messaging. */
const passedOn: ReadonlySet<string> = new Set([prescribe, dispense, moveRecord]);
export const isPassedOn = (interaction: string): boolean => passedOn.has(interaction);

/** Of those organisations that have a system. */
const interactionsOf: Readonly<Partial<Record<Organisation['kind'], readonly string[]>>> = {
  'gp-practice': [
    ...['search:patient-1', 'read:patient-1', 'read:metadata-1', 'search:slot-1', 'create:appointment-1'].map(
      (each) => `${gpConnect}fhir:rest:${each}`,
    ),
    `${gpConnect}fhir:operation:gpc.getstructuredrecord-1`,
    `${gpConnect}documents:fhir:rest:search:patient-1`,
    `${gpConnect}documents:fhir:rest:read:binary-1`,
    askWho,
    summaries,
    prescribe,
    moveRecord,
  ],
  pharmacy: [askWho, dispense],
  trust: [askWho, summaries],
};

const maker = 'Z9S9Z';

const published: readonly System[] = [
  {
    owner: 'Y12345',
    name: 'Trevelyan Practice',
    maker: 'Y34567',
    asid: '999000001201',
    partyKey: 'Y12345-0000912',
    interactions: [`${gpConnect}documents:fhir:rest:search:patient-1`, `${gpConnect}documents:fhir:rest:read:binary-1`],
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
    interactions: [summaries],
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
    interactions: [`${gpConnect}fhir:rest:search:patient-1`, `${gpConnect}fhir:rest:read:metadata-1`],
    host: 'messages.practice.example',
    path: '/B82617/gpconnect',
    deviceId: '83b5c0de-164f-4a97-82d3-f9e7016a5bc8',
    endpointId: '2fa9d714-c83b-4e60-95f1-60b4e8d2a37c',
    agreement: 'c7418e0fb3d95a26f1e4',
  },
];
const publishedOf = new Map(published.map((system) => [system.owner, system]));

type Asking = Pick<AnyCall, 'population' | 'chance'>;

/** None of one that has closed, or that needs none. */
export function systemOf(call: Asking, owner: string): System | undefined {
  const known = publishedOf.get(owner);
  if (known !== undefined) return known;
  const entry = call.population.register.entry(owner);
  const interactions = entry?.isActive === true && entry.organisation.ods === owner ? interactionsOf[entry.organisation.kind] : undefined;
  if (entry === undefined || interactions === undefined) return undefined;
  const drawn = (what: string, below: number): number => Math.floor(call.chance(`${what} of ${owner}`) * below);
  const uuid = (what: string): string => uuidBy((part) => call.chance(`${what} ${part} of ${owner}`));
  return {
    owner,
    name: entry.organisation.name,
    maker,
    asid: `9990${String(drawn('asid', 1e8)).padStart(8, '0')}`,
    partyKey: `${owner}-${String(800_000 + drawn('party key', 1e5)).padStart(7, '0')}`,
    interactions,
    host: `messages.${owner.toLowerCase()}.example`,
    path: `/${owner}/messages`,
    deviceId: uuid('device'),
    endpointId: uuid('endpoint'),
    agreement: uuid('agreement').replaceAll('-', '').slice(0, 20),
  };
}

/** A party key begins with the code of whoever uses the system. */
export const ownerOfKey = (partyKey: string): string => partyKey.slice(0, Math.max(0, partyKey.lastIndexOf('-')));
