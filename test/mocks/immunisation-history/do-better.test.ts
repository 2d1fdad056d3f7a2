/** What the official sandbox gets wrong, and what is answered here. */
import { expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';

const open = await sandboxesFor('immunisation-history');
const asked = (identifier: string, more = '&immunization.target=FLU&_include=Immunization:patient'): string =>
  `/Immunization?patient.identifier=${identifier}${more}`;
const system = 'https://fhir.nhs.uk/Id/nhs-number';

const refusal = async (path: string): Promise<unknown> => {
  const { status, body } = await open().call('GET', path);
  return [status, body['issue']?.[0]?.['diagnostics']];
};

test('a request that names nobody is answered with the text that was meant for it', async () => {
  const path = '/Immunization?immunization.target=FLU&_include=Immunization:patient';
  expect(await refusal(path)).toEqual([400, 'Missing required request parameters: [patient.identifier]']);
});

test('version 2 tells of flu as version 1 does', async () => {
  const { call } = open();
  const [first, second] = await Promise.all(
    ['1', '2'].map((version) =>
      call('GET', asked(`${system}|9000000009`), { headers: { Accept: `application/fhir+json;version=${version}` } }),
    ),
  );
  expect(second?.headers.get('version')).toBe('2');
  expect(Number(second?.body['total'])).toBeGreaterThan(0);
  expect(second?.body).toEqual(first?.body);
});

test('the system of the identifier, the check digit and _include are looked at', async () => {
  const wrong = [400, 'Invalid request parameters: [patient.identifier]'];
  expect(await refusal(asked('https://other.example|9000000009'))).toEqual(wrong);
  expect(await refusal(asked(`${system}|9000000008`))).toEqual(wrong);
  expect(await refusal(asked(`${system}|9000000009`, '&immunization.target=FLU'))).toEqual([
    400,
    'Missing required request parameters: [_include]',
  ]);
  expect(await refusal(asked(`${system}|9000000009`, '&immunization.target=FLU&_include=Patient'))).toEqual([
    400,
    'Invalid request parameters: [_include]',
  ]);
});
