/** One question has one answer, however it is put; and of two faults the first in the service's order is told. */
import { expect, test } from 'vitest';
import { open, ruth, saidBy, send, type Request } from './vaccination.ts';

const person = `patient.identifier=https://fhir.nhs.uk/Id/nhs-number%7C${ruth}`;
const include = "Search parameter _include may only be 'Immunization:patient' if provided.";
const elements = '_elements must be one or more of the following: id,meta';
const identifier = expect.stringContaining('Search parameter identifier must have one value');

test.for([
  [`${person}&-immunization.target=COVID,,FLU,`, undefined],
  [`${person}&-immunization.target=FLU&_include=`, include],
  [`${person}&-immunization.target=FLU&_include=immunization:patient`, include],
  ['identifier=a%7Cb&_elements=', elements],
  ['identifier=a%7Cb&_elements=id,', elements],
  ['identifier=a%7Cb%7Cc', identifier],
] as const)('%s is understood alike in an address and in a form', async ([query, said]) => {
  const sandbox = open();
  for (const answer of [
    await send(sandbox, `GET /Immunization?${query}`),
    await send(sandbox, 'POST /Immunization/_search', { form: query }),
  ])
    expect([answer.status, saidBy(answer)[2]]).toEqual(said === undefined ? [200, undefined] : [400, said]);
});

test('a body that is no JSON is told of when it is its turn', async () => {
  const sandbox = open();
  const said = async (line: string, request: Request = {}) =>
    saidBy(await send(sandbox, line, { body: '{"resourceType":', ...request }))[2];
  expect(await said('PUT /Immunization/a')).toContain('version not specified in the request headers');
  expect(await said('PUT /Immunization/a_b', { version: 'x' })).toContain('the provided event ID is either missing');
  expect(await said('PUT /Immunization/a', { version: 'x' })).toContain('version:x in the request headers is invalid');
  expect(await said('PUT /Immunization/a', { version: '1' })).toContain("Request's body contains malformed JSON: ");
  expect(await said('POST /Immunization')).toContain("Request's body contains malformed JSON: ");
  expect(await said('POST /Immunization', { may: [] })).toBe('Unauthorized request');
});
