/** A made-up API of a ward, whose few rules are all NHS words: what a mock looks like that is written in them. */
import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/contract.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import type { Reply } from '../../src/mock/reply.ts';
import { accessBy, refusedApplication, wantsAsid } from '../../src/nhs/access-modes.ts';
import { checksInOrder, ifMatch, nhsNumberInPath, requestId, roleProfile } from '../../src/nhs/checks-in-order.ts';
import { idempotentWrites, tooSlow } from '../../src/nhs/idempotency.ts';
import { inSpineWords, isUnsaid } from '../../src/nhs/spine/contract-faults.ts';
import { outcomeOf, spineDialect } from '../../src/nhs/spine/spine-dialect.ts';
import { spineFaults } from '../../src/nhs/spine/spine-faults.ts';
import { sandboxOf, type Sandbox, type SandboxOptions } from '../sandbox.ts';

const text = `
openapi: 3.1.0
info: { title: Ward, version: 1.0.0 }
servers: [{ url: http://localhost:8787/ward }]
paths:
  /beds/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: who-lies-here
      parameters: [{ name: nights, in: query, schema: { type: integer } }]
      responses:
        '200': { description: A bed, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Bed' } } } }
        4XX: { $ref: '#/components/responses/Fault' }
    put:
      operationId: put-to-bed
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Bed' } } } }
      responses:
        '200': { description: A bed, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Bed' } } } }
        4XX: { $ref: '#/components/responses/Fault' }
        5XX: { $ref: '#/components/responses/Fault' }
components:
  schemas:
    Bed:
      type: object
      required: [number]
      additionalProperties: false
      properties:
        number: { type: integer }
        pillows: { type: array, minItems: 1, maxItems: 2, items: { type: string } }
        turns: { type: integer }
  responses:
    Fault:
      description: What is wrong
      content: { application/fhir+json: { schema: { type: object, required: [issue] } } }
`;

export const contract: Contract = loadContract({ name: 'ward', text });

const spine = spineFaults({ NO_BED: { problem: 'conflict', status: 409, issue: 'conflict', display: 'No bed is free' } });

/** Counts how often a patient was put to bed. */
function putToBed(call: AnyCall): Reply | Problem {
  const bed = call.body as { readonly number: number }; // as the contract has it
  if (bed.number > 12) return spine('NO_BED', `There is no bed ${bed.number}`);
  const turns = Number(call.store.get('ward/turns', call.path['id'] ?? '') ?? '0') + 1;
  call.store.put('ward/turns', call.path['id'] ?? '', String(turns));
  return { status: 200, body: { ...bed, turns } };
}

const writes = idempotentWrites({ api: 'ward', slow: outcomeOf(tooSlow) });
const role = roleProfile('See the notice on the door');

export const mock: AnyMock = {
  dialect: spineDialect,
  access: accessBy<'who-lies-here' | 'put-to-bed', 'own bed' | 'no visits'>({
    always: [wantsAsid],
    table: {
      'user-restricted': { 'who-lies-here': 'yes', 'put-to-bed': 'yes' },
      'patient-access': { 'who-lies-here': 'own bed', 'put-to-bed': 'no visits' },
      'application-restricted': { 'who-lies-here': 'yes', 'put-to-bed': 'no visits' },
      'privileged-application-restricted': { 'who-lies-here': 'yes', 'put-to-bed': 'yes' },
    },
    rules: {
      'own bed': ({ nhsNumber }, { path }) => (nhsNumber === path['id'] ? undefined : spine('ACCESS_DENIED')),
      'no visits': () => refusedApplication('INVALID_METHOD', 'Visitors stay outside', { to: 'put anybody to bed' }),
    },
  }),
  headerRules: checksInOrder({ 'who-lies-here': [requestId, nhsNumberInPath], 'put-to-bed': [nhsNumberInPath, ifMatch, requestId, role] }),
  problems: (problem, call) => (isUnsaid(problem) ? inSpineWords(problem, call.body) : problem),
  behaviours: {
    'who-lies-here': ({ path }) => (path['id'] === '9000000017' ? { status: 200, body: { number: 3 } } : spine('RESOURCE_NOT_FOUND')),
    'put-to-bed': (call) => writes.inTime(call, () => putToBed(call)),
  },
};

export const ward = (options: SandboxOptions = {}): Sandbox => sandboxOf(contract, { mock, ...options });

export const patient = '9000000017';
export const headers = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068', 'If-Match': 'W/"1"' };

/** Status and, in one line, what the OperationOutcome says. */
export async function said(response: Response): Promise<readonly unknown[]> {
  const { issue } = (await response.json()) as { readonly issue: readonly Issue[] }; // as this dialect writes it
  const [only] = issue;
  const [coding] = only?.details.coding ?? [];
  return [response.status, coding?.code, coding?.display, only?.code, only?.diagnostics];
}

interface Issue {
  readonly code: string;
  readonly details: { readonly coding: readonly { readonly code: string; readonly display: string }[] };
  readonly diagnostics?: string;
}
