/** The sandbox's own API as one more contract: served over a home in which everything is that its operations ask for. */
import type { SampleRequest } from '../../src/answer/sample/sample-request.ts';
import { builtContract } from '../../src/contract/built.ts';
import { lazily } from '../../src/contract/lazily.ts';
import type { Contract } from '../../src/contract/contract.ts';
import { admissionOf, type Admission } from '../../src/control/admission.ts';
import { loadContract } from '../../src/contract/load.ts';
import { contract as generated } from '../../src/generated/sandbox-control.contract.ts';
import type { operations } from '../../src/generated/sandbox-control.types.ts';
import { mintKey } from '../../src/workspaces/keys/keys.ts';
import { hour } from '../../src/workspaces/limits.ts';
import { openRegistry } from '../../src/workspaces/registry/registry.ts';
import { openInbox } from '../../src/workspace/callbacks/inbox.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { worldVersion } from '../../src/world/reach.ts';
import { createWorld } from '../../src/world/world.ts';
import { organisations, personas } from '../../mocks/personas.ts';
import { openHome, operatorKey, type Home } from '../workspaces/home.ts';

export const control: Contract = builtContract(generated);

const firstMessage = openInbox(createMemoryStore(), 'a secret for tests', () => {}).next().id;

/** What is there to be asked for. */
export const there = {
  workspace: 'a'.repeat(48),
  event: 'b'.repeat(48),
  exchange: 'c'.repeat(24),
  snapshot: 'before-the-demo',
  stub: 'nobody-home',
  contract: 'parcels',
  operation: 'listParcels',
  fault: 'slow',
  subscription: '1',
  application: '1',
  message: firstMessage,
  delivery: `1.0.${firstMessage}`,
} as const;

const key = mintKey(there.workspace);
export const keyOfWorkspace = key.key;
const code = mintKey(there.event, 'event');
export const codeOfEvent = code.key;

/** What whoever may ask shows. */
const shown: Readonly<Record<Admission, string>> = {
  anyone: operatorKey,
  manager: key.key,
  member: operatorKey,
  organiser: code.key,
  lister: code.key,
  operator: operatorKey,
};

export const credentialOf = (operation: string): string => shown[admissionOf[operation as keyof operations]];

/** Their answers are problems, whatever is asked. */
export const neverSucceeds: ReadonlySet<string> = new Set(['explain-link']);

function pathOfWhatIsThere(operation: string): Readonly<Record<string, string>> {
  if (operation.endsWith('-fault')) return { id: there.fault };
  if (operation.endsWith('-subscription')) return { id: there.subscription };
  if (operation.endsWith('-application')) return { id: there.application };
  if (operation.endsWith('-message')) return { id: there.message };
  if (/deliver(y)?$/.test(operation)) return { id: there.delivery };
  if (operation.endsWith('-stub')) return { id: there.stub };
  const name = operation.includes('snapshot') ? there.snapshot : there.contract;
  const id = operation === 'explain-exchange' ? there.exchange : there.workspace;
  return Object.fromEntries(
    Object.entries({ id, name, event: there.event, api: there.contract, operation: there.operation }).filter(([parameter]) =>
      control.operations.find((one) => one.id === operation)?.parameters.some((one) => one.in === 'path' && one.name === parameter),
    ),
  );
}

const size = 2_000;

/** Where it is no JSON, what the contract says of a body is not all there is to know of it. */
const contractBody = (): SampleRequest['body'] => ({ type: 'application/yaml', value: parcels });
const bodies: Readonly<Record<string, () => SampleRequest['body']>> = {
  'bring-contract': contractBody,
  'check-contract': contractBody,
  'bring-event-contract': contractBody,
  'mint-token': () => ({ type: 'application/json', value: { application: there.application, as: '656005750104' } }),
  'import-state': () => ({
    type: 'application/x-ndjson',
    value: `${JSON.stringify({ format: 'nhs-sandbox-workspace', version: 1, world: worldVersion, seed: 42, population: size })}\n${JSON.stringify({ rows: 0, check: '00000000' })}\n`,
  }),
};

/** A request for what is there. */
export function ofWhatIsThere(operation: string, sample: SampleRequest): SampleRequest {
  const body = bodies[operation]?.();
  return {
    ...sample,
    path: { ...sample.path, ...pathOfWhatIsThere(operation) },
    // Whoever reads a stream to its end has one that ends.
    ...(operation === 'stream-exchanges' && { query: { ...sample.query, wait: 0 } }),
    ...(body && { body }),
  };
}

/** Few, with the test people among them. */
export const people = lazily(() => createWorld({ size, personas, organisations }));

/** The sandbox's own API, asked for the workspace that is there; `reset` has everything as it was, where anything has changed. */
export function askedOwn() {
  const home = openHome({ apis: [{ contract: loadContract({ name: there.contract, text: parcels }) }], population: people() });
  let isFurnished = false;
  let hasContract = false;
  return {
    async request(path: string, init?: RequestInit): Promise<Response> {
      if (!isFurnished) await furnish(home);
      isFurnished = true;
      // A workspace with contracts of its own has a gateway of its own: to be made only where it is asked for.
      if (!hasContract && path.includes('/contracts')) await bring(home);
      hasContract ||= path.includes('/contracts');
      const response = await home.fetch(path.startsWith('http') ? path : `/w/${there.workspace}${path}`, init);
      if ((init?.method ?? 'GET') !== 'GET' && response.status < 300) isFurnished = false;
      return response;
    },
    reset(): void {
      if (!isFurnished) hasContract = false;
    },
  };
}

export const parcelsOf = (title: string): string => `
openapi: 3.1.0
info: { title: ${title}, version: '1.0' }
servers: [{ url: https://api.example.invalid/parcels/v1 }]
paths:
  /parcels:
    get:
      operationId: ${there.operation}
      responses: { '200': { description: All of them., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Parcel' } } } } } }
    post:
      operationId: sendParcel
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } }
      responses: { '201': { description: Sent., content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } } }
  /parcels/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: readParcel
      responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } } }
    put:
      operationId: changeParcel
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } }
      responses: { '200': { description: Changed., content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } } }
    delete: { operationId: cancelParcel, responses: { '204': { description: Cancelled. } } }
webhooks:
  parcel-delivered:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } }
      responses: { '204': { description: Taken. } }
components:
  schemas:
    Parcel:
      type: object
      required: [to]
      properties: { id: { type: string, readOnly: true }, to: { type: string, minLength: 1 } }
`;
export const parcels = parcelsOf('Parcels');

/** An event, and in it a workspace with a snapshot and an exchange. Whatever else was there is gone. */
export async function furnish({ workspaces, registry, time }: Home): Promise<void> {
  const made = time.now;
  time.now += 10_000 * hour;
  await workspaces.sweep();
  time.now = made;
  registry.clear(registry.collections());
  const { add, events } = openRegistry(registry);
  events.add({ id: there.event, name: 'A day', codeHash: code.hash, made, workspaces: 1_000, expires: made + 48 * hour });
  events.putContract(there.event, { name: there.contract, text: parcels });
  const facts = {
    id: there.workspace,
    name: 'team-01',
    keys: [{ hash: key.hash }],
    secret: 'a secret for tests',
    seed: 42,
    clock: 'real' as const,
    made,
    expires: made + 24 * hour,
    event: there.event,
  };
  add([facts]);
  const { workspace, release } = workspaces.hold(facts);
  // Of a request that nobody sends.
  const rare = { match: { person: '9990000018', nth: 1_000_000 }, effect: { type: 'latency', ms: 0 } };
  workspace.rules.faults.put(there.fault, JSON.stringify(rare));
  workspace.snapshots.take(there.snapshot);
  workspace.people.add([{ nhsNumber: '9980000007', born: '1980-02-29' }]);
  // Of a request that nobody sends.
  workspace.rules.stubs.put(there.stub, JSON.stringify({ id: there.stub, match: { path: '/nowhere' }, answer: { status: 404 } }));
  const { subscriptions, inbox, publish } = workspace.callbacks;
  subscriptions.add({ url: 'http://localhost:3000/hook' });
  workspace.applications.add({ name: 'Clinic list' }, []);
  publish({ ...inbox.next(), api: there.contract, type: 'sent', kind: 'event', time: made, contentType: 'application/json', body: 1 });
  workspace.journal.add({
    number: workspace.journal.next(),
    id: there.exchange,
    at: made,
    method: 'GET',
    url: '/parcels/v1/parcels',
    status: 200,
    answeredBy: 'inferred',
  });
  release();
}

/** The workspace brought its contract itself. */
export const bring = async ({ workspaces }: Home): Promise<unknown> =>
  (await workspaces.find(there.workspace))?.bringContract(there.contract, parcels);
