/** Is what this mock generates good FHIR? Judged by the R4 schema, two independent validators, UK Core and rules of our own. */
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../../../mocks/personal-demographics/record/patient-record.ts';
import { asFound, asRetrieved } from '../../../../mocks/personal-demographics/record/withheld.ts';
import type { Json } from '../../../../src/contract/contract.ts';
import { applyPatch, type PatchOperation } from '../../../../src/fhir/json-patch.ts';
import { personas } from '../../../../mocks/personas.ts';
import { faultsFound, judge } from '../../../fhir/judge/judge.ts';
import { hasUkCore, medplumFaults, ukCoreFaults } from '../../../fhir/judge/medplum.ts';
import { ownFaults } from '../../../fhir/judge/own-rules.ts';
import { r4Faults } from '../../../fhir/judge/r4-schema.ts';
import { isResource, type Resource } from '../../../fhir/judge/resource.ts';
import { secondOpinion } from '../../../fhir/judge/second-opinion.ts';
import { contract, demographics, world } from '../demographics.ts';
import { runs } from '../../../runs.ts';

const options = { isOrganisation: (ods: string): boolean => world.organisation(ods) !== undefined };

const count = runs(400);
/** Spread over the whole population, and every persona. */
const people = [...Array.from({ length: count }, (_, n) => world.at(n * 449 + 7)), ...personas.map(({ person }) => person)];

function resource(value: unknown): Resource {
  const json = JSON.parse(JSON.stringify(value)) as Json;
  if (!isResource(json)) throw new Error('this is no resource');
  return json;
}

const patients = people.map((person) => resource(asRetrieved(recordOf(person).patient)));
const found = people.filter(({ minimal }) => !minimal).map((person) => resource(asFound(recordOf(person).patient)));

describe(`${count} people and every persona`, () => {
  test('fit the official R4 schema, as retrieved and as found', { timeout: 60_000 }, () => {
    expect(patients.concat(found).flatMap(r4Faults)).toEqual([]);
  });

  test('keep our own rules', { timeout: 60_000 }, () => {
    expect(patients.concat(found).flatMap((each) => ownFaults(each, options))).toEqual([]);
  });

  test.skipIf(!hasUkCore)('fit UK Core (snapshots beside the checkout)', { timeout: 60_000 }, () => {
    expect(patients.flatMap(ukCoreFaults)).toEqual([]);
  });

  test('satisfy two further validators, in samples', { timeout: 60_000 }, () => {
    expect(patients.filter((_, n) => n % 10 === 0).flatMap(medplumFaults)).toEqual([]);
    expect(patients.filter((_, n) => n % 20 === 0).flatMap(secondOpinion)).toEqual([]);
  });
});

test(`${count} related people satisfy every judge`, { timeout: 60_000 }, async () => {
  const { call } = demographics();
  const bundles: Resource[] = [];
  let judged = 0;
  for (let n = 0; judged < count; n += 1) {
    const { status, body } = await call('GET', `/Patient/${world.at(n * 449 + 7).nhsNumber}/RelatedPerson`);
    if (status !== 200) continue;
    bundles.push(resource(body));
    judged += Number(body['total']);
  }
  expect(bundles.flatMap(r4Faults)).toEqual([]);
  expect(bundles.flatMap((each) => ownFaults(each, options))).toEqual([]);
  expect(bundles.flatMap(ukCoreFaults)).toEqual([]);
  const some = bundles.filter((_, n) => n % 10 === 0);
  expect(some.flatMap(medplumFaults)).toEqual([]);
  expect(some.flatMap(secondOpinion)).toEqual([]);
});

const { call } = demographics();
const bodyOf = async (path: string): Promise<Resource> => resource((await call('GET', path)).body);
const sound = {
  patient: await bodyOf('/Patient/9000000009'),
  dead: await bodyOf(
    `/Patient/${Iterator.from(world.withTrait('deceased-formal')).find(({ status }) => status.kind === 'live')?.nhsNumber}`,
  ),
  search: await bodyOf('/Patient?family=Smith&gender=female&birthdate=eq2010-10-22'),
  related: await bodyOf('/Patient/9000000009/RelatedPerson'),
  coverage: await bodyOf('/Coverage?subscriber:identifier=9000000009'),
  outcome: await bodyOf('/Patient/9000000000'),
};

test.for(Object.keys(sound) as (keyof typeof sound)[])('an answer satisfies every judge: %s', (name) => {
  expect(faultsFound(judge(sound[name], options))).toEqual([]);
});

test('what writes leave behind satisfies every judge', async () => {
  const service = demographics();
  const answers = [
    await service.patch('9000000009', 2, [
      { op: 'add', path: '/name/-', value: { use: 'nickname', given: ['Janey'], family: 'Smith', prefix: ['ms.'] } },
      { op: 'test', path: '/telecom/1/id', value: '790' },
      { op: 'remove', path: '/telecom/1' },
      {
        op: 'replace',
        path: '/address/0',
        value: { id: '456', use: 'home', line: ['', '3 Invented Row', '', 'Leeds', ''], postalCode: 'LS1 4BU' },
      },
    ]),
    await service.patch('9000000033', 2, [
      { op: 'add', path: '/name/-', value: { use: 'usual', family: 'Example' } },
      { op: 'add', path: '/birthDate', value: '1990-01-01' },
      {
        op: 'add',
        path: '/contact/-',
        value: {
          relationship: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code: 'C' }] }],
          telecom: [{ system: 'phone', value: '01632960587' }],
        },
      },
    ]),
    ...(await Promise.all(
      ['create-patient', 'process-birth-details'].map((operation) => {
        const { body, path } = contract.operations.find(({ id }) => id === operation) ?? {};
        const [media] = body?.content ?? [];
        return service.call('POST', path ?? '', { body: media?.examples[0]?.value, headers: { 'Content-Type': media?.type ?? '' } });
      }),
    )),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 201, 201]);
  expect(answers.flatMap(({ body }) => faultsFound(judge(resource(body), options)))).toEqual([]);
});

/** Defects planted in sound answers. A judge that stops seeing one of them fails here. */
const planted: readonly (readonly [name: string, of: keyof typeof sound, ...patches: PatchOperation[]])[] = [
  ['a gender outside its value set', 'patient', { op: 'replace', path: '/gender', value: 'mail' }],
  ['a birth date on 30 February', 'patient', { op: 'replace', path: '/birthDate', value: '2010-02-30' }],
  ['a birth date the British way round', 'patient', { op: 'replace', path: '/birthDate', value: '22/10/2010' }],
  ['a birth date as a number', 'patient', { op: 'replace', path: '/birthDate', value: 2010 }],
  ['a member that FHIR does not have', 'patient', { op: 'add', path: '/favouriteColour', value: 'red' }],
  ['a member of a name that FHIR does not have', 'patient', { op: 'add', path: '/name/0/surname', value: 'Smith' }],
  ['a name that is no list', 'patient', { op: 'replace', path: '/name', value: { family: 'Smith' } }],
  ['a family name that is a list', 'patient', { op: 'replace', path: '/name/0/family', value: ['Smith'] }],
  ['a use of a name outside its value set', 'patient', { op: 'replace', path: '/name/0/use', value: 'preferred' }],
  ['two usual names', 'patient', { op: 'add', path: '/name/-', value: { use: 'usual', family: 'Smith' } }],
  ['a name before birth', 'patient', { op: 'replace', path: '/name/0/period/start', value: '2009-01-01' }],
  ['a period that ends before it starts', 'patient', { op: 'add', path: '/name/0/period/end', value: '2001-01-01' }],
  ['an empty given name', 'patient', { op: 'replace', path: '/name/0/given/0', value: '' }],
  ['an empty list', 'patient', { op: 'replace', path: '/name/0/given', value: [] }],
  ['an empty object', 'patient', { op: 'replace', path: '/name/0/period', value: {} }],
  ['a null', 'patient', { op: 'replace', path: '/name/0/family', value: null }],
  ['a wrong check digit', 'patient', { op: 'replace', path: '/identifier/0/value', value: '9000000008' }],
  ['a number whose check digit would be ten', 'patient', { op: 'replace', path: '/identifier/0/value', value: '9000000000' }],
  ['an id that is another number', 'patient', { op: 'replace', path: '/id', value: '9000000017' }],
  ['an id with a space in it', 'patient', { op: 'replace', path: '/id', value: '900 000 0009' }],
  ['two NHS numbers', 'patient', { op: 'copy', from: '/identifier/0', path: '/identifier/1' }],
  ['two kinds of death', 'dead', { op: 'add', path: '/deceasedBoolean', value: true }],
  ['a death before birth', 'dead', { op: 'replace', path: '/deceasedDateTime', value: '1800-01-01T00:00:00+00:00' }],
  ['a death without its offset', 'dead', { op: 'replace', path: '/deceasedDateTime', value: '2020-01-01T00:00:00' }],
  ['a death without notification', 'patient', { op: 'add', path: '/deceasedDateTime', value: '2020-01-01T00:00:00+00:00' }],
  ['a practice nobody runs', 'patient', { op: 'replace', path: '/generalPractitioner/0/identifier/value', value: 'Q99999' }],
  ['a practice that is no reference', 'patient', { op: 'replace', path: '/generalPractitioner/0', value: 'Y12345' }],
  [
    'an unknown extension',
    'patient',
    { op: 'replace', path: '/extension/0/url', value: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NominatedFarmacy' },
  ],
  ['an extension without url', 'patient', { op: 'remove', path: '/extension/0/url' }],
  [
    'an extension with another type of value',
    'patient',
    {
      op: 'replace',
      path: '/identifier/0/extension/0',
      value: { url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus', valueString: '01' },
    },
  ],
  ['an extension with two values', 'patient', { op: 'add', path: '/extension/0/valueString', value: 'x' }],
  [
    'a verification status nobody knows',
    'patient',
    { op: 'replace', path: '/identifier/0/extension/0/valueCodeableConcept/coding/0/code', value: '99' },
  ],
  [
    'a code of another system',
    'patient',
    { op: 'replace', path: '/identifier/0/extension/0/valueCodeableConcept/coding/0/system', value: 'https://example.org/other' },
  ],
  ['a telecom of no system', 'patient', { op: 'replace', path: '/telecom/0/system', value: 'carrier-pigeon' }],
  ['no tag', 'patient', { op: 'remove', path: '/meta/tag' }],
  ['a total that is not the number of entries', 'search', { op: 'replace', path: '/total', value: 2 }],
  ['a type no Bundle has', 'search', { op: 'replace', path: '/type', value: 'search' }],
  ['a timestamp that is a day', 'search', { op: 'replace', path: '/timestamp', value: '2026-01-01' }],
  ['a score that is a text', 'search', { op: 'replace', path: '/entry/0/search/score', value: '1' }],
  [
    'one fullUrl twice',
    'related',
    { op: 'replace', path: '/entry/1/fullUrl', value: 'https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/9000000009' },
    { op: 'replace', path: '/entry/0/fullUrl', value: 'https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/9000000009' },
  ],
  ['a related person of nobody', 'related', { op: 'remove', path: '/entry/0/resource/patient' }],
  ['a related person whose patient is a text', 'related', { op: 'replace', path: '/entry/0/resource/patient', value: '9000000009' }],
  [
    'a reference to no entry',
    'related',
    { op: 'add', path: '/entry/0/resource/patient/reference', value: 'urn:uuid:60e0b220-8136-4ca5-ae46-1d97ef59d068' },
  ],
  ['a reference to nothing contained', 'related', { op: 'add', path: '/entry/0/resource/patient/reference', value: '#mother' }],
  ['a coverage without status', 'coverage', { op: 'remove', path: '/entry/0/resource/status' }],
  ['a coverage in a state of its own', 'coverage', { op: 'replace', path: '/entry/0/resource/status', value: 'valid' }],
  ['a coverage nobody pays', 'coverage', { op: 'remove', path: '/entry/0/resource/payor' }],
  ['an outcome with no issue', 'outcome', { op: 'replace', path: '/issue', value: [] }],
  ['a severity of its own', 'outcome', { op: 'replace', path: '/issue/0/severity', value: 'grave' }],
  ['an issue code of its own', 'outcome', { op: 'replace', path: '/issue/0/code', value: 'bad' }],
];

test('there are at least 35 planted defects', () => {
  expect(planted.length).toBeGreaterThanOrEqual(35);
});

test.for(planted)('a planted defect is caught: %s', ([, name, ...patches]) => {
  const spoilt = applyPatch(sound[name], patches);
  if (!spoilt.ok) throw new Error(spoilt.message);
  expect(faultsFound(judge(resource(spoilt.document), options))).not.toEqual([]);
});
