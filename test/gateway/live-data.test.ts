/** Numbers of real patients are refused where they identify somebody, and never stored, journalled or quoted. Made at run time, never written down. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { sandboxOf } from '../sandbox.ts';

const clinic = `
openapi: 3.1.0
info: { title: Clinic, version: '1' }
servers: [{ url: /clinic }]
paths:
  /patients/{nhsNumber}:
    get:
      operationId: read
      parameters:
        - { name: nhsNumber, in: path, required: true, schema: { type: string, pattern: '^[0-9]{10}$' } }
        - { name: X-Patient-NHS-Number, in: header, schema: { type: string } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } } }, '422': { $ref: '#/components/responses/Fault' } }
  /patients:
    get:
      operationId: search
      parameters: [{ name: nhsNumber, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Patient' } } } } }, '422': { $ref: '#/components/responses/Fault' } }
    post:
      operationId: add
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } } }
      responses: { '201': { description: added, content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } } }, '422': { $ref: '#/components/responses/Fault' } }
components:
  responses: { Fault: { description: fault, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } } }
  schemas:
    Patient: { type: object, required: [nhsNumber], properties: { nhsNumber: { type: string }, note: { type: string }, orderReference: { type: string } } }
    Fault: { type: object, required: [message], properties: { message: { type: string } } }
`;

/** A number as issued to patients: the first digit from the issued ranges, the last checking the others. */
function completed(stem: string): string | undefined {
  for (let check = 0; check < 10; check++) if (isNhsNumber(stem + check)) return stem + check;
  return undefined;
}
const live = fc
  .tuple(fc.constantFrom('3', '4', '6', '7'), fc.stringMatching(/^[0-9]{8}$/))
  .map(([first, rest]) => completed(first + rest))
  .filter((number) => number !== undefined);

const spellings = fc.constantFrom(
  (n: string) => n,
  (n: string) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
  (n: string) => `${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`,
  (n: string) => `${n.slice(0, 3)}\u00a0${n.slice(3, 6)}\u00a0${n.slice(6)}`,
);

test('refuses a live number in a path, a query, a header and a body, in every spelling, and keeps nothing of it', async () => {
  const store = createMemoryStore();
  const { send, request, workspace } = sandboxOf(clinic, { store });
  await fc.assert(
    fc.asyncProperty(live, spellings, async (number, spell) => {
      const spelt = spell(number);
      const answers = [
        await request(`/clinic/patients/${number}`),
        await request(`/clinic/patients?nhsNumber=${encodeURIComponent(spelt)}`),
        await request('/clinic/patients/9990000018', { headers: { 'X-Patient-NHS-Number': number } }),
        await send('POST', '/clinic/patients', { nhsNumber: spelt }),
        await send('POST', '/clinic/patients', { nhsNumber: '9990000018', note: `NHS number ${spelt}` }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(422);
        expect(await answer.text()).not.toContain(number.slice(3));
      }
      workspace.flush();
      const kept = JSON.stringify([store.list('journal'), store.list('invented/patients')]);
      expect(kept).not.toContain(number);
    }),
    { numRuns: 60, seed: 20261122 },
  );
});

test('accepts the never-issued range, published test patients, and ten digits that only look alike', async () => {
  const { send } = sandboxOf(clinic);
  const lookAlike = completed('412345678') ?? completed('412345679') ?? '';
  expect(lookAlike).not.toBe('');
  expect((await send('POST', '/clinic/patients', { nhsNumber: '9000000009' })).status).toBe(201);
  expect((await send('POST', '/clinic/patients', { nhsNumber: '9990000018', orderReference: lookAlike })).status).toBe(201);
});

test('lets a contract use the numbers that it publishes itself', async () => {
  const number = completed('412345678') ?? completed('412345679') ?? '';
  const publishes = clinic.replace('nhsNumber: { type: string }', `nhsNumber: { type: string, example: '${number}' }`);
  const { send } = sandboxOf(publishes);
  expect((await send('POST', '/clinic/patients', { nhsNumber: number })).status).toBe(201);
  expect(readFileSync(new URL(import.meta.url), 'utf8')).not.toContain(number);
});
