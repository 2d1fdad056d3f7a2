/** A mock says what its API is in a mode of compatibility; the workspace says whether it is in one. */
import { expect, test } from 'vitest';
import type { AnyMock } from '../../src/mock/mock.ts';
import { createSandbox } from '../../src/runtimes/browser/sandbox.ts';
import { sandboxOf } from '../sandbox.ts';
import { randomFrom, realRange } from './live-numbers.ts';
import { answers, contractOf, takes } from './small-contract.ts';

const note = { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 5 } } };
const desk = contractOf({
  '/notes': { post: { operationId: 'add-note', requestBody: takes(note), responses: { 201: answers(note), 400: answers({}) } } },
});

/** As the service's own sandbox, which takes anything and says the same to everybody. */
const likeSandbox: AnyMock = {
  order: ['header-rules'],
  headerRules: (call) => (call.header('X-Desk') === undefined ? { problem: 'missing-value', message: 'No desk.' } : undefined),
  behaviours: { 'add-note': () => ({ status: 201, body: { never: 'kept' } }) },
};
let loaded = 0;
const mock: AnyMock = {
  access: (call) => (call.header('X-Desk') === undefined ? undefined : { problem: 'forbidden', message: 'No desks here.' }),
  behaviours: { 'add-note': () => ({ status: 201, body: { text: 'kept' } }) },
  compatibility: {
    'official-sandbox': async () => {
      loaded += 1;
      return { default: likeSandbox };
    },
  },
};

const add = async ({ send }: ReturnType<typeof sandboxOf>, body: unknown, headers: Record<string, string> = {}): Promise<unknown> => {
  const response = await send('POST', '/small/notes', body, headers);
  return [response.status, (await response.json()).text];
};

test('in its mode a workspace has another mock’s behaviours and checks, and no answer is held to the contract', async () => {
  const sandbox = sandboxOf(desk, { mock });
  const [fitting, desk1, wrong] = [{ text: 'short' }, { 'X-Desk': '1' }, { text: 'far too long' }];
  expect(await add(sandbox, fitting)).toEqual([201, 'kept']);
  expect(await add(sandbox, wrong)).toEqual([400, undefined]);
  expect(await add(sandbox, fitting, desk1)).toEqual([403, undefined]);
  expect(loaded).toBe(0);

  sandbox.workspace.changeSettings({ compatibility: 'official-sandbox' });
  expect(await add(sandbox, fitting)).toEqual([400, undefined]);
  expect(await add(sandbox, wrong, desk1)).toEqual([201, undefined]);
  expect(await add(sandbox, 'no JSON', { ...desk1, 'Content-Type': 'text/plain' })).toEqual([201, undefined]);
  expect(loaded).toBe(1);

  sandbox.workspace.changeSettings({ compatibility: 'none' });
  expect(await add(sandbox, fitting)).toEqual([201, 'kept']);
});

test('no mode leaves out the guard against real patients’ numbers', async () => {
  const { send } = sandboxOf(desk, { mock, settings: { compatibility: 'official-sandbox' } });
  const live = await send('POST', '/small/notes', { nhsNumber: realRange(randomFrom(1)) }, { 'X-Desk': '1' });
  expect(live.status).toBe(400);
});

test('a sandbox in process becomes the official one, and itself again', async () => {
  const sandbox = createSandbox({ apis: ['personal-demographics'] });
  const janeDied = async (): Promise<unknown> => {
    const headers = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' };
    const read = await sandbox.fetch('http://localhost:8787/personal-demographics/FHIR/R4/Patient/9000000009', { headers });
    return (await read.json()).deceasedDateTime;
  };
  expect(await janeDied()).toBe(undefined);
  expect(sandbox.official().compatibility).toBe('official-sandbox');
  expect(await janeDied()).toBe('2010-10-22T00:00:00+00:00');
  sandbox.settings({ compatibility: null });
  expect(await janeDied()).toBe(undefined);
});

test('rules of somebody’s own come before those of a mode', async () => {
  const rules = {
    'personal-demographics': { behaviours: { 'get-patient': () => ({ status: 404, body: { said: 'by my own rule' } }) } },
  };
  const sandbox = createSandbox({ apis: ['personal-demographics'], rules, settings: { compatibility: 'official-sandbox' } });
  const ask = async (path: string): Promise<unknown> => {
    const headers = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' };
    const asked = await sandbox.fetch(`http://localhost:8787/personal-demographics/FHIR/R4/Patient${path}`, { headers });
    return asked.json();
  };
  expect(await ask('/9000000009')).toEqual({ said: 'by my own rule' });
  expect(await ask('?family=Nobody&birthdate=1980-01-01')).toMatchObject({ issue: [{ code: 'not-supported' }] });
});
