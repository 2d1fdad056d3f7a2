/** An NHS number that is right and nobody's is not found: with 404 also where the contract only says that something between 400 and 499 may come. */
import { expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../gateway/small-contract.ts';
import { sandboxOf, world } from '../sandbox.ts';

const nobodys = '9123456787';
const text = { type: 'string' };
const patient = { type: 'object', properties: { id: text, nhsNumber: text, name: text } };
const known = answers(patient, { example: { id: '1', nhsNumber: '9000000009', name: 'Jane' } });
const number = (place: string): object => ({ name: 'nhsNumber', in: place, required: true, schema: text, example: '9000000009' });

const coded = { type: 'object', properties: { status: { type: 'integer' }, code: text } };
const refusals = {
  'a range': { '4XX': fault },
  'a range without a body': { '4XX': { description: 'Refused' } },
  'a range that is shown by a 400': { '4XX': answers(coded, { example: { status: 400, code: 'INVALID_NHS_NUMBER' } }) },
  'a range beside a 400': { 400: fault, '4XX': fault },
  'a range in whose table a 400 is what comes first': {
    '4XX': { ...answers(coded), description: 'Status | Code\n---|---\n400 | INVALID_NHS_NUMBER\n404 | PATIENT_NOT_FOUND' },
  },
};

test.each(Object.entries(refusals))('where %s is documented', async (_, refused) => {
  const responses = { 200: known, ...refused };
  const { request, send } = sandboxOf(
    contractOf({
      '/patients/{nhsNumber}': {
        get: { parameters: [number('path')], responses },
        put: { parameters: [number('path')], requestBody: takes(patient), responses },
      },
      '/patients/{nhsNumber}/summary': { get: { parameters: [number('path')], responses } },
      '/lookup': { get: { parameters: [number('query')], responses } },
    }),
    { population: world() },
  );
  const statuses = [
    await request(`/small/patients/${nobodys}`),
    await send('PUT', `/small/patients/${nobodys}`, { name: 'June' }),
    await request(`/small/patients/${nobodys}/summary`),
    await request(`/small/lookup?nhsNumber=${nobodys}`),
  ].map(({ status }) => status);
  expect(statuses).toEqual([404, 404, 404, 404]);
});
