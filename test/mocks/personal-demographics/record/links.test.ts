/** Addresses in Bundles lead back to this sandbox and this workspace: nobody who follows one goes live. */
import { expect, test } from 'vitest';
import { demographics } from '../demographics.ts';

test.for<[string, string, string]>([
  ['a search', '/Patient?family=Smith&gender=female&birthdate=eq2010-10-22', '/Patient/9000000009'],
  ['a search for the second time', '/Patient?family=Smith&gender=female&birthdate=eq2010-10-22', '/Patient/9000000009'],
  ['related people', '/Patient/9000000009/RelatedPerson', '/Patient/9000000009/RelatedPerson/5B1600DC'],
  ['coverage', '/Coverage?subscriber:identifier=9000000009', '/Coverage?subscriber:identifier=9000000009'],
])('the fullUrl in %s', async ([, path, address]) => {
  const here = await demographics().call('GET', path);
  expect(here.body['entry']?.[0]?.['fullUrl']).toBe(`http://sandbox.test/personal-demographics/FHIR/R4${address}`);
  const { body } = await demographics({ prefix: '/w/ours' }).call('GET', path);
  expect(body['entry']?.[0]?.['fullUrl']).toBe(`http://sandbox.test/w/ours/personal-demographics/FHIR/R4${address}`);
});

test('one workspace is reached by two names: each search answers with the name that was asked', async () => {
  const { sandbox } = demographics();
  const asked = async (origin: string): Promise<string> => {
    const url = `${origin}/personal-demographics/FHIR/R4/Patient?family=Smith&birthdate=eq2010-10-22`;
    return (await sandbox.request(url, { headers: { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' } })).text();
  };
  expect(await asked('http://sandbox.test')).toContain('"http://sandbox.test/personal-demographics');
  expect(await asked('http://127.0.0.1:8787')).toContain('"http://127.0.0.1:8787/personal-demographics');
});
