/** What is asked of a list costs work in proportion to what is asked and to what is there, counted in calls of the store, never their product without a bound. */
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../../src/workspace/store/memory-store.ts';
import type { Store } from '../../../../src/workspace/store/store.ts';
import { sandboxOf, type Sandbox } from '../../../sandbox.ts';

const contract = `
openapi: 3.1.0
info: { title: Notes, version: '1' }
servers: [{ url: https://x.example/fhir }]
paths:
  /Observation:
    get:
      parameters: [{ name: status, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Bundle' } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
    post:
      requestBody: { content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Observation' } } } }
      responses: { '201': { description: made, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Observation' } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
  /Observation/_search:
    post:
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, additionalProperties: { type: string } } } } }
      responses: { '200': { description: ok, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Bundle' } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
  /Observation/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Observation' } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
components:
  responses: { Fault: { description: no, content: { application/fhir+json: { schema: { type: object, properties: { resourceType: { type: string, enum: [OperationOutcome] } } } } } } }
  schemas:
    Observation: { type: object, properties: { resourceType: { type: string, enum: [Observation] }, id: { type: string }, status: { type: string }, valueString: { type: string }, hasMember: { type: object, properties: { reference: { type: string } } } } }
    Bundle: { type: object, properties: { resourceType: { type: string, enum: [Bundle] }, type: { type: string, enum: [searchset] }, entry: { type: array, items: { type: object, properties: { resource: { $ref: '#/components/schemas/Observation' } } } } } }
`;

/** A store that counts how often it is asked for rows. */
function countingStore(): { readonly store: Store; readonly asked: () => number } {
  const store = createMemoryStore();
  let asked = 0;
  return {
    asked: () => asked,
    store: {
      ...store,
      find(...request) {
        asked++;
        return store.find(...request);
      },
    },
  };
}

const each = (size: number, of: (index: number) => string): string => Array.from({ length: size }, (_, index) => of(index)).join(',');
const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
const searching = (sandbox: Sandbox, form: string): Promise<Response> => sandbox.send('POST', '/fhir/Observation/_search', form, headers);

async function withRows(size: number, store = createMemoryStore()): Promise<Sandbox> {
  const sandbox = sandboxOf(contract, { store });
  let before = '';
  for (let i = 0; i < size; i++) {
    const body = {
      resourceType: 'Observation',
      status: `s${i}`,
      valueString: `é ${i}`,
      ...(before !== '' && { hasMember: { reference: before } }),
    };
    const made = await sandbox.send('POST', '/fhir/Observation', body, { 'Content-Type': 'application/fhir+json' });
    const { id } = (await made.json()) as { id: string };
    before = `Observation/${id}`;
  }
  return sandbox;
}

describe('includes', () => {
  test.each(['_revinclude', '_include'])(
    '%s looks at the rows as often for a hundred matches as for ten, however often it is said',
    async (name) => {
      const counts: number[] = [];
      for (const size of [10, 100]) {
        const { store, asked } = countingStore();
        const sandbox = await withRows(size, store);
        const before = asked();
        const answer = await searching(sandbox, `${name}=${each(500, () => 'Observation:has-member')}`);
        expect(answer.status).toBe(200);
        counts.push(asked() - before);
      }
      expect(counts[1]).toBe(counts[0]);
    },
  );

  test('what refers to a match is found beside it', async () => {
    const sandbox = await withRows(4);
    const answer = await searching(sandbox, 'status=s1&_revinclude=Observation:has-member');
    const { entry } = (await answer.json()) as { entry: { resource: { status: string } }[] };
    expect(entry.map(({ resource }) => resource.status)).toEqual(['s1', 's2', 's3']);
  });
});

test('a list of so many values that each of many rows would be held to is refused as the client’s, and a shorter one is searched', async () => {
  const sandbox = await withRows(700);
  const refused = await searching(sandbox, `value-string=${each(40_000, (i) => `z${i}`)}`);
  expect(refused.status).toBe(400);
  expect(JSON.stringify(await (await sandbox.request(refused.headers.get('x-sandbox-trace') ?? '')).json())).toContain('fewer values');
  expect((await searching(sandbox, `value-string=${each(1_000, (i) => `z${i}`)}`)).status).toBe(200);
});

test('sixty thousand keys of an order are no more than those that differ', async () => {
  const sandbox = await withRows(3);
  const answer = await searching(sandbox, `_sort=${each(60_000, (i) => (i % 2 ? '-status' : 'value-string'))}`);
  const { entry } = (await answer.json()) as { entry: { resource: { status: string } }[] };
  expect(entry.map(({ resource }) => resource.status)).toEqual(['s0', 's1', 's2']);
});
