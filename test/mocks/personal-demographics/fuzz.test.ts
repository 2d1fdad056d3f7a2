/** Whatever is sent, the answer is one that the contract documents: no 5xx, and nothing stored that could not be read back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, demographics } from './demographics.ts';
import { somebody } from './people.ts';
import { runs } from '../../runs.ts';

const id = somebody.nhsNumber;
const { version } = somebody;
const jane = '9000000009';
const often = { numRuns: runs(80) };

const roots = [
  'name',
  'address',
  'telecom',
  'contact',
  'generalPractitioner',
  'extension',
  'gender',
  'birthDate',
  'deceasedDateTime',
  'multipleBirthInteger',
  'managingOrganization',
  'meta',
  'x',
];
const members = [
  '-',
  '0',
  '1',
  '9',
  'id',
  'url',
  'family',
  'given',
  'line',
  'period',
  'start',
  'use',
  'extension',
  'identifier',
  'value',
  'telecom',
  '__proto__',
  '~2',
];
const path = fc
  .tuple(fc.constantFrom(...roots), fc.array(fc.constantFrom(...members), { maxLength: 4 }))
  .map(([root, rest]) => `/${[root, ...rest].join('/')}`);
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    'male',
    '2020-02-30',
    '2026-06-06',
    somebody.names[0]?.id,
    somebody.addresses[0]?.id,
    { use: 'usual', family: 'X' },
    { use: 'home', line: ['A', 'B'] },
    { system: 'email', value: 'x' },
    { url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication', extension: [] },
  ),
);
const patch = fc.oneof(
  fc.record({ op: fc.constantFrom('add', 'replace', 'remove', 'test', 'move'), path, value }, { requiredKeys: ['op', 'path'] }),
  fc.jsonValue(),
);

test('any patch is applied or refused, and what it leaves can be read', { timeout: 60_000 }, async () => {
  const service = demographics();
  const before = JSON.stringify(Object.prototype);
  await fc.assert(
    fc.asyncProperty(fc.array(patch, { maxLength: 4 }), async (patches) => {
      service.sandbox.workspace.reset();
      const answer = await service.patch(id, version, patches);
      expect([200, 400, 403]).toContain(answer.status);
      const read = await service.call('GET', `/Patient/${id}`);
      expect([read.status, read.headers.get('etag')]).toEqual([200, `W/"${answer.status === 200 ? version + 1 : version}"`]);
    }),
    often,
  );
  expect(JSON.stringify(Object.prototype)).toBe(before);
});

test(
  'anything in the place of anything in a full record is applied or refused, and leaves a sound record',
  { timeout: 60_000 },
  async () => {
    const service = demographics();
    const { body } = await service.call('GET', `/Patient/${jane}`);
    const places: (readonly (string | number)[])[] = [];
    for (const root of Object.keys(body)) if (roots.includes(root)) collect(body[root], [root], places);
    const put = fc.constantFrom<unknown>(null, 'x', '', ' ', '\u00A0', 'y'.repeat(120), 5, true, {}, []);
    const change = fc.oneof(
      fc.constant({ op: 'remove' }),
      put.map((put) => ({ op: 'replace', value: put })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), change, async (place, changed) => {
        service.sandbox.workspace.reset();
        const names = [1, 3].flatMap((depth) => nameOf(body, place.slice(0, depth + 1)));
        const { status } = await service.patch(jane, 2, [...names, { ...changed, path: `/${place.join('/')}` }]);
        expect([200, 400, 403]).toContain(status);
      }),
      often,
    );
  },
);

/** A test of what names a member: its id, or its url. */
function nameOf(json: unknown, at: readonly (string | number)[]): unknown[] {
  const member = at.reduce<unknown>((held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined), json);
  const [key, value] = Object.entries(member ?? {}).find(([name]) => name === 'id' || name === 'url') ?? [];
  return key === undefined ? [] : [{ op: 'test', path: `/${at.join('/')}/${key}`, value: value as unknown }];
}

test('any body of a registration, a birth or a coverage is taken or refused', { timeout: 60_000 }, async () => {
  const service = demographics();
  const operations = [
    ['/Patient', 'create-patient', 'application/json'],
    ['/Patient/$process-birth-details', 'process-birth-details', 'application/fhir+json'],
    ['/Coverage', 'post-coverage', 'application/json'],
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operations), fc.nat(200), fc.jsonValue(), async ([where, operation, type], place, put) => {
      const example = contract.operations.find((each) => each.id === operation)?.body?.content[0]?.examples[0]?.value ?? {};
      const leaves: (readonly (string | number)[])[] = [];
      collect(example, [], leaves);
      const body = replaced(example, leaves[place % leaves.length] ?? [], put);
      const { status } = await service.call('POST', where, { body, headers: { 'Content-Type': type, 'If-Match': 'W/"2"' } });
      expect([200, 201, 400, 404, 409, 422]).toContain(status);
    }),
    often,
  );
});

test('any search is answered or refused', { timeout: 60_000 }, async () => {
  const service = demographics();
  const names = [
    'family',
    'given',
    'gender',
    'birthdate',
    'death-date',
    'address-postalcode',
    'address-postcode',
    'general-practitioner',
    'email',
    'phone',
    '_fuzzy-match',
    '_exact-match',
    '_history',
    '_max-results',
    'x',
  ];
  const values = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('Smith', 'Sm*', '*', 'true', '5', 'female', 'eq2010-10-22', 'ge1990-01-01', 'LS1 6AE', '%00', 'a*b*c*d*e*f'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 6 }), async (pairs) => {
      const { status } = await service.call('GET', `/Patient?${new URLSearchParams(pairs)}`);
      expect([200, 400, 422]).toContain(status);
    }),
    often,
  );
});

function collect(json: unknown, at: readonly (string | number)[], into: (readonly (string | number)[])[]): void {
  into.push(at);
  if (typeof json !== 'object' || json === null) return;
  for (const [key, member] of Object.entries(json)) collect(member, [...at, key], into);
}

function replaced(json: unknown, [key, ...rest]: readonly (string | number)[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(json)) return json.map((item: unknown, index) => (String(index) === String(key) ? replaced(item, rest, put) : item));
  const held = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return Object.fromEntries(held.map(([name, member]) => [name, name === key ? replaced(member, rest, put) : (member as unknown)]));
}
