/** A workspace that goes by the UK Core profiles, where the contract publishes another form: what is read, edited and sent back. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { differencesFromUkCore } from '../../fhir/judge/extension-rules.ts';
import { hasUkCore, ukCoreFaults } from '../../fhir/judge/medplum.ts';
import { isResource, type Resource } from '../../fhir/judge/resource.ts';
import { demographics, faultOf, world } from './demographics.ts';

const ukCore = { settings: { profiles: 'uk-core' } } as const;
const jane = '9000000009';

const published = {
  key: { url: 'type', valueCoding: { system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-AddressKeyType', code: 'PAF' } },
  profiled: {
    url: 'type',
    valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-AddressKeyType', code: 'PAF' }] },
  },
};

/** The list that the README's Limits speak of. */
const differences = [
  'AddressKey.type has a valueCoding, where UK Core wants a valueCodeableConcept',
  'OtherContactSystem has a valueCoding, where UK Core wants a valueCodeableConcept',
  'OtherContactSystem stands beside system, where UK Core has it on system itself',
];

const paths = [
  `/Patient/${jane}`,
  '/Patient?family=Smith&gender=female&birthdate=eq2010-10-22',
  `/Patient/${jane}/RelatedPerson`,
  `/Coverage?subscriber:identifier=${jane}`,
  '/Patient/9000000000',
  ...Array.from({ length: 20 }, (_, n) => `/Patient/${world.at(n * 449 + 7).nhsNumber}`),
  ...Array.from({ length: 20 }, (_, n) => `/Patient/${world.at(n * 449 + 7).nhsNumber}/RelatedPerson`),
];

async function read(service: ReturnType<typeof demographics>): Promise<readonly Resource[]> {
  const answers = await Promise.all(paths.map(async (path) => (await service.call('GET', path)).body as unknown as Json));
  return answers.filter(isResource);
}

test('what the contract publishes differs from UK Core in a list of things, and in nothing else', async () => {
  const found = (await read(demographics())).flatMap(differencesFromUkCore);
  expect([...new Set(found)].toSorted()).toEqual(differences);
});

test('a workspace that goes by UK Core differs in none of them, and is answered with sound FHIR', async () => {
  const resources = await read(demographics(ukCore));
  expect(resources.flatMap(differencesFromUkCore)).toEqual([]);
  if (hasUkCore) expect(resources.flatMap(ukCoreFaults)).toEqual([]);
  const { body } = await demographics(ukCore).call('GET', `/Patient/${jane}`);
  expect(body['address']?.[0]?.['extension']?.[0]?.['extension']?.[0]).toEqual(published.profiled);
  expect(body['telecom']?.[2]).toMatchObject({
    system: 'other',
    _system: { extension: [{ valueCodeableConcept: { coding: [{ code: 'textphone' }] } }] },
  });
  expect(body['telecom']?.[2]).not.toHaveProperty('extension');
});

test('the setting is changed while the sandbox runs, and back', async () => {
  const service = demographics();
  const keyNow = async (): Promise<unknown> => {
    const answer = await service.sandbox.request(`/personal-demographics/FHIR/R4/Patient/${jane}`, {
      headers: { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' },
    });
    return (await answer.json()).address[0].extension[0].extension[0];
  };
  const set = (profiles: string): Promise<Response> => service.sandbox.send('PATCH', '/_sandbox/settings', { profiles });
  expect(await keyNow()).toEqual(published.key);
  expect(await (await set('uk-core')).json()).toMatchObject({ profiles: 'uk-core' });
  expect(await keyNow()).toEqual(published.profiled);
  await set('contract');
  expect(await keyNow()).toEqual(published.key);
});

describe('what was read in the form of UK Core and edited is understood', () => {
  test('an address as a whole', async () => {
    const service = demographics(ukCore);
    const { body } = await service.call('GET', `/Patient/${jane}`);
    const [home] = body['address'] as unknown as Record<string, unknown>[];
    const edited = { ...home, line: ['', '3 Invented Row', '', 'Leeds', ''], postalCode: 'LS1 4BU' };
    const answer = await service.patch(jane, 2, [{ op: 'replace', path: '/address/0', value: edited }]);
    expect(answer.status).toBe(200);
    expect(answer.body['address']?.[0]).toMatchObject({
      line: ['3 Invented Row', 'Leeds'],
      extension: [{ extension: [published.profiled, {}] }, {}],
    });
    expect((await service.call('GET', `/Patient/${jane}`)).body).toEqual(answer.body);
  });

  test('a textphone as a whole', async () => {
    const service = demographics(ukCore);
    const { body } = await service.call('GET', `/Patient/${jane}`);
    const textphone = { ...(body['telecom']?.[2] as unknown as object), value: '01632960599' };
    const answer = await service.patch(jane, 2, [{ op: 'replace', path: '/telecom/2', value: textphone }]);
    expect([answer.status, answer.body['telecom']?.[2]]).toEqual([200, textphone]);
  });

  const address = { op: 'test', path: '/address/0/id', value: '456' };
  const textphone = { op: 'test', path: '/telecom/2/id', value: 'OC789' };
  const language = {
    op: 'test',
    path: '/extension/3/url',
    value: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication',
  };

  test.for<[string, object, object]>([
    ['the code of a key', address, { path: '/address/0/extension/1/extension/0/valueCodeableConcept/coding/0/code', value: 'UPRN' }],
    ['a part of a key', address, { path: '/address/0/extension/0/extension/0', value: published.profiled }],
    [
      'the display of a textphone',
      textphone,
      { path: '/telecom/2/_system/extension/0/valueCodeableConcept/coding/0/display', value: 'Textphone' },
    ],
    [
      'the language, which is a CodeableConcept in both',
      language,
      { path: '/extension/3/extension/0/valueCodeableConcept/coding/0/code', value: 'de' },
    ],
  ])('by a patch of one place: %s', async ([, about, change]) => {
    const service = demographics(ukCore);
    const answer = await service.patch(jane, 2, [about, { op: 'replace', ...change }]);
    expect([answer.status, faultOf(answer)['diagnostics']]).toEqual([200, undefined]);
  });
});
