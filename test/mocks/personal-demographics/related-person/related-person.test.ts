/** The people related to a patient: who they are, in which codes, who is asked first, and where their records are. */
import { expect, test } from 'vitest';
import type { Loose } from '../../../sandbox.ts';
import { demographics, faultOf, world } from '../demographics.ts';
import { personWhere, personWith } from '../people.ts';

const { call } = demographics();

const fields = { type: 'http://hl7.org/fhir/ValueSet/relatedperson-relationshiptype', role: 'UKCore-AdditionalRelatedPersonRole' };

/** The codes and extensions of everybody related to somebody, in the order of the answer. */
async function relatedTo(nhsNumber: string, service = { call }): Promise<{ number: string; codes: string[]; says: string[] }[]> {
  const { body } = await service.call('GET', `/Patient/${nhsNumber}/RelatedPerson`);
  return ((body['entry'] ?? []) as unknown as { resource: Loose }[]).map(({ resource }) => ({
    number: String(resource['patient']?.['identifier']?.['value']),
    codes: codings(resource).map(({ system, code }) => `${system === fields.type ? 'type' : 'role'} ${code}`),
    says: (resource['extension'] as unknown as { url: string }[]).map(({ url }) => url.replace(/^.*UKCore-/, '')),
  }));
}

const codings = (resource: Loose): { system: string; code: string }[] =>
  resource['relationship']?.[0]?.['coding'] as unknown as { system: string; code: string }[];

test('are the family the world gives somebody, under the name they have now', async () => {
  const child = personWhere(
    ({ nhsNumber, birthDate }) => birthDate > '2012' && world.relatives(nhsNumber).some(({ relationship }) => relationship === 'mother'),
    30_000,
  );
  const mother = world.relatives(child.nhsNumber).find(({ relationship }) => relationship === 'mother')?.nhsNumber ?? '';
  const { status, body } = await call('GET', `/Patient/${child.nhsNumber}/RelatedPerson`);
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain(mother);
  expect(body).toMatchObject({ resourceType: 'Bundle', type: 'searchset', meta: { tag: [{ code: 'HTEST' }] } });
});

test('are nobody for a restricted patient, and never restricted themselves', async () => {
  const { body } = await call('GET', `/Patient/${personWith('restricted').nhsNumber}/RelatedPerson`);
  expect(body['total']).toBe(0);
  expect(body).not.toHaveProperty('entry');
});

test.for([
  ['9111231130', [404, 'RESOURCE_NOT_FOUND', undefined]],
  ['9000000000', [400, 'INVALID_RESOURCE_ID', undefined]],
] as const)('of nobody are not found, though the number is valid: %s', async ([number, expected]) => {
  const { status, code, diagnostics } = faultOf(await call('GET', `/Patient/${number}/RelatedPerson`));
  expect([status, code, diagnostics]).toEqual(expected);
});

/** A family of one's own: parents, who live together, their three children, and who looks after the youngest. */
const [mother, father, daughter, son, other, carer] = ['9980000007', '9980000015', '9980000023', '9980000031', '9980000058', '9980000066'];
const family = [
  [mother, 'female', '1950-02-01'],
  [father, 'male', '1948-02-01', ['partner', mother]],
  [daughter, 'female', '1985-03-01', ['mother', mother], ['father', father], ['sibling', son], ['sibling', other]],
  [son, 'male', '1987-03-01', ['mother', mother], ['father', father], ['sibling', other]],
  [other, 'other', '2014-03-01', ['mother', mother], ['father', father], ['guardian', carer]],
  [carer, 'male', '1970-01-01'],
] as const;

async function familyOfOurOwn(): Promise<ReturnType<typeof demographics>> {
  const service = demographics();
  const people = family.map(([nhsNumber, gender, born, ...relatives]) => ({
    nhsNumber,
    gender,
    born,
    name: { given: ['Robin'], family: 'Quillfeather' },
    relatives: relatives.map(([relationship, of]) => ({ relationship, nhsNumber: of })),
  }));
  const answer = await service.sandbox.send('POST', '/_sandbox/people', people);
  expect(answer.status).toBe(201);
  return service;
}

test('have a Role beside their Type, a guardian both in one, and the nearest of full age is next of kin', async () => {
  const service = await familyOfOurOwn();
  const codesOf = async (number: string): Promise<Record<string, string>> =>
    Object.fromEntries((await relatedTo(number, service)).map(({ number: of, codes }) => [of, codes.join(', ')]));
  expect(await codesOf(mother)).toEqual({
    [father]: 'role Personal, type DOMPART, type N',
    [daughter]: 'role Personal, type CHILD',
    [son]: 'role Personal, type CHILD',
    [other]: 'role Personal, type CHILD',
  });
  expect(await codesOf(daughter)).toEqual({
    [mother]: 'role Personal, type MTH, type N',
    [father]: 'role Personal, type FTH',
    [son]: 'role Personal, type BRO',
    [other]: 'role Personal, type FAMMEMB',
  });
  expect(await codesOf(other)).toEqual({
    [carer]: 'role Guardian, type N',
    [mother]: 'role Personal, type MTH',
    [father]: 'role Personal, type FTH',
    [daughter]: 'role Personal, type SIS',
    [son]: 'role Personal, type BRO',
  });
});

test('of a child are written to as well, in the order in which they are to be tried', async () => {
  const service = await familyOfOurOwn();
  expect(await relatedTo(other, service)).toMatchObject([
    { number: carer, says: ['CopyCorrespondenceIndicator', 'ContactRank'] },
    { number: mother, says: ['CopyCorrespondenceIndicator', 'ContactRank'] },
    { number: father, says: ['CopyCorrespondenceIndicator', 'ContactRank'] },
    { number: daughter, says: ['ContactRank'] },
    { number: son, says: ['ContactRank'] },
  ]);
  expect((await relatedTo(daughter, service)).flatMap(({ says }) => says)).not.toContain('CopyCorrespondenceIndicator');
});

test('who married are spouses', async () => {
  const wife = personWhere(
    ({ nhsNumber, gender }) => gender === 'female' && world.relatives(nhsNumber).some(({ relationship }) => relationship === 'partner'),
  );
  const husband = world.relatives(wife.nhsNumber).find(({ relationship }) => relationship === 'partner')?.nhsNumber ?? '';
  const spouse = { codes: ['role Personal', 'type SPS', 'type N'] };
  expect(await relatedTo(wife.nhsNumber)).toContainEqual(expect.objectContaining({ number: husband, ...spouse }));
  expect(await relatedTo(husband)).toContainEqual(expect.objectContaining({ number: wife.nhsNumber, ...spouse }));
});

test('say in which language and how they want to be spoken to, where their own record does', async () => {
  const service = await familyOfOurOwn();
  const { call: ask, patch } = service;
  const { headers } = await ask('GET', `/Patient/${mother}`);
  const speaksFrench = {
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication',
    extension: [
      {
        url: 'language',
        valueCodeableConcept: {
          coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-HumanLanguage', version: '1.0.0', code: 'fr', display: 'French' }],
        },
      },
      { url: 'interpreterRequired', valueBoolean: true },
    ],
  };
  const version = headers.get('etag')?.slice(3, -1) ?? '';
  expect((await patch(mother, version, [{ op: 'add', path: '/extension/-', value: speaksFrench }])).status).toBe(200);
  const { body } = await ask('GET', `/Patient/${daughter}/RelatedPerson`);
  expect(body['entry']?.[0]?.['resource']?.['extension']).toContainEqual(speaksFrench);
});
