/** Where somebody is and how to reach them, as an update may change it. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../sandbox.ts';
import { demographics, world } from '../demographics.ts';
import { somebody } from '../people.ts';
import { add, home, id, invalid, missing, named, paf, patching, replace, said, version, wrong } from './patching.ts';

const lines = ['1 Invented Row', '', '', 'Leeds', ''];
const text = 'Holiday Home';
const month = { start: '2025-12-01', end: '2026-01-01' };
const billing = (more: object): unknown => add('address', { use: 'billing', line: lines, period: month, ...more });
const temp = (more: object): unknown => add('address', { use: 'temp', text, line: lines, period: month, ...more });
const contact = (telecom: object, { code = 'C', ...more }: { code?: string; period?: object } = {}): unknown =>
  add('contact', {
    relationship: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code }] }],
    telecom: [telecom],
    ...more,
  });
const phone = { system: 'phone', value: '01632960587' };
const linesMissing = invalid('address lines 1 and 4 or 2 and 4 must be completed as a minimum');
const [telecom] = somebody.telecoms;
const fresh = `telecom/${somebody.telecoms.length}/value`;
const [former] = somebody.addresses.filter(({ use }) => use === 'old');

describe('is refused', () => {
  test.for<[string, unknown[], unknown[]]>([
    [
      'a second home',
      [add('address', { use: 'home', line: lines })],
      invalid("Invalid patch - a patient has no more than one 'home' address"),
    ],
    ['a second temporary address', [temp({}), temp({})], invalid("Invalid patch - a patient has no more than one 'temp' address")],
    ['a second billing address', [billing({}), billing({})], invalid("Invalid patch - a patient has no more than one 'billing' address")],
    [
      'a place of work',
      [add('address', { use: 'work', line: lines })],
      invalid("Invalid patch - a 'work' address can be removed, not added or replaced"),
    ],
    [
      'a home that becomes another kind of address',
      [replace('/address/0', { id: home?.id, use: 'billing', line: lines, period: month })],
      invalid("Invalid patch - the use of address '0' cannot be changed"),
    ],
    ['a temporary address without period', [temp({ period: null })], missing('address/1/period/start')],
    ['a temporary address without end', [temp({ period: { start: '2025-12-01' } })], missing('address/1/period/end')],
    ['a billing address without end', [billing({ period: { start: '2025-12-01' } })], missing('address/1/period/end')],
    [
      'a temporary address for 91 days',
      [temp({ period: { start: '2025-12-01', end: '2026-03-02' } })],
      invalid("Invalid patch - a 'temp' address may last 90 days at most"),
    ],
    [
      'a billing address for 367 days',
      [billing({ period: { start: '2025-01-01', end: '2026-01-03' } })],
      invalid("Invalid patch - a 'billing' address may last 366 days at most"),
    ],
    ['a temporary address without text', [temp({ text: undefined })], missing('address/1/text')],
    ['a temporary address of another kind', [temp({ text: 'Castle' })], wrong('Castle', 'address/1/text')],
    ['an address without town', [billing({ line: ['1 Invented Row', 'Sample Street', '', '', ''] })], linesMissing],
    ['an address of one line', [billing({ line: ['1 Invented Row'] })], linesMissing],
    ['an address of no lines', [billing({ line: undefined, postalCode: 'LS1 6AE' })], linesMissing],
    [
      'a county without a PAF key',
      [billing({ line: ['1 Invented Row', 'Sample Street', 'Part', 'Leeds', 'West Yorkshire'] })],
      invalid('address line 5 can only be given with a PAF key'),
    ],
    [
      'six lines',
      [billing({ line: ['1', '2', '3', '4', '5', '6'] })],
      [400, 'TOO_MANY_VALUES_SUBMITTED', "Too many values submitted - ['1', '2', '3', '4', '5', '6'] in field 'address/1/line'"],
    ],
    [
      'a PAF key that nothing has, in the place of lines',
      [billing({ line: undefined, postalCode: 'LS1 6AE', extension: [paf('00000001')] })],
      linesMissing,
    ],
    [
      'the PAF key of another postcode, in the place of lines',
      [billing({ line: undefined, postalCode: 'LS1 6AE', extension: [paf(former?.paf ?? '')] })],
      linesMissing,
    ],
    ['a PAF key without postcode, in the place of lines', [billing({ line: undefined, extension: [paf('12345678')] })], linesMissing],
    ['a PAF key of seven digits', [billing({ extension: [paf('1234567')] })], wrong('1234567', 'address/1/extension')],
    ['a postcode that is none', [billing({ postalCode: 'NONSENSE' })], wrong('NONSENSE', 'address/1/postalCode')],
    ['half a postcode', [billing({ postalCode: 'LS1' })], wrong('LS1', 'address/1/postalCode')],

    [
      'a second telecom of one system and use',
      [add('telecom', { system: telecom?.system, use: telecom?.use, value: '01632960111' })],
      invalid("Invalid patch - a 'mobile' 'phone' telecom exists already"),
    ],
    [
      'another use for a telecom',
      [named('/telecom/0', telecom?.id), replace('/telecom/0/use', 'temp')],
      invalid("Invalid patch - system and use of telecom '0' cannot be changed, remove it and add another"),
    ],
    [
      'another system for a telecom',
      [replace('/telecom/0', { id: telecom?.id, system: 'email', use: 'home', value: 'jane@example.com' })],
      invalid("Invalid patch - system and use of telecom '0' cannot be changed, remove it and add another"),
    ],
    ['an e-mail address that is none', [add('telecom', { system: 'email', use: 'work', value: 'nobody' })], wrong('nobody', fresh)],
    ['an e-mail address of 6 characters', [add('telecom', { system: 'email', use: 'work', value: 'a@b.uk' })], wrong('a@b.uk', fresh)],
    [
      'an e-mail address of 90 characters',
      [add('telecom', { system: 'email', use: 'work', value: `${'a'.repeat(78)}@example.com` })],
      wrong(`${'a'.repeat(78)}@example.com`, fresh),
    ],
    [
      'a telephone number that is none',
      [add('telecom', { system: 'phone', use: 'work', value: 'not a phone' })],
      wrong('not a phone', fresh),
    ],
    ['50 digits', [add('telecom', { system: 'phone', use: 'work', value: '1'.repeat(50) })], wrong('1'.repeat(50), fresh)],
    [
      'a telecom from tomorrow',
      [add('telecom', { system: 'fax', use: 'work', value: '01632960587', period: { start: '2026-01-02' } })],
      invalid(`Invalid patch - the start date of 'telecom/${somebody.telecoms.length}/period' is in the future`),
    ],

    ['a contact of another kind', [contact(phone, { code: 'E' })], wrong('E', 'contact/0/relationship/0/coding/0/code')],
    ['a contact by fax', [contact({ ...phone, system: 'fax' })], wrong('fax', 'contact/0/telecom/0/system')],
    ['a contact with a use', [contact({ ...phone, use: 'home' })], invalid("Invalid patch - 'contact/0/telecom/0' must not have a use")],
    [
      'a contact whose number has a period',
      [contact({ ...phone, period: { start: '2025-01-01' } })],
      invalid("Invalid patch - 'contact/0/telecom/0' must not have a period, give it on the contact"),
    ],
    [
      'a contact whose end comes before its start',
      [contact(phone, { period: { start: '2025-01-02', end: '2025-01-01' } })],
      invalid("Invalid patch - the start date of 'contact/0/period' is after its end date"),
    ],
    [
      'a contact by an e-mail address that is none',
      [contact({ system: 'email', value: 'nobody' })],
      wrong('nobody', 'contact/0/telecom/0/value'),
    ],
  ])('%s', async ([, patches, answer]) => {
    expect(await patching(...patches)).toEqual(answer);
  });
});

describe('is taken', () => {
  test.for<[string, unknown[], object]>([
    [
      'a PAF key and a postcode, which give the lines',
      [billing({ line: undefined, postalCode: former?.postcode, extension: [paf(former?.paf ?? '')] })],
      { address: [{}, { line: former?.lines.filter((line) => line !== ''), postalCode: former?.postcode }] },
    ],
    [
      'the PAF key of a published test patient',
      [billing({ line: [], postalCode: 'ls16ae', extension: [paf('12345678')] })],
      { address: [{}, { line: ['1 Trevelyan Square', 'Boar Lane', 'City Centre', 'Leeds', 'West Yorkshire'], postalCode: 'LS1 6AE' }] },
    ],
    [
      'lines that their PAF key has too, written as the address file does',
      [
        billing({
          line: ['1 TREVELYAN SQUARE,', 'BOAR LANE', 'CITY CENTRE', 'LEEDS', 'WEST YORKSHIRE'],
          postalCode: 'LS1 6AE',
          extension: [paf('12345678')],
        }),
      ],
      { address: [{}, { line: ['1 Trevelyan Square', 'Boar Lane', 'City Centre', 'Leeds', 'West Yorkshire'] }] },
    ],
    [
      'other lines than those of their PAF key, and a county with them',
      [billing({ line: ['9', 'Elsewhere', '', 'Leeds', 'West Yorkshire'], postalCode: 'LS1 6AE', extension: [paf('12345678')] })],
      { address: [{}, { line: ['9', 'Elsewhere', 'Leeds', 'West Yorkshire'] }] },
    ],
    ['no fixed abode', [billing({ line: undefined, postalCode: 'ZZ99 3VZ' })], { address: [{}, { postalCode: 'ZZ99 3VZ' }] }],
    ['a postcode in small letters', [billing({ postalCode: 'sw1a1aa' })], { address: [{}, { postalCode: 'SW1A 1AA' }] }],
    ['no postcode', [billing({})], { address: [{}, { line: ['1 Invented Row', 'Leeds'] }] }],
    [
      'street and town without empty lines',
      [billing({ line: ['23 Mill Lane', 'Leeds'] })],
      { address: [{}, { line: ['23 Mill Lane', 'Leeds'] }] },
    ],
    // The published contract gives lines no length.
    ['a line of 36 characters', [billing({ line: ['x'.repeat(36), 'Leeds'] })], { address: [{}, { line: ['x'.repeat(36), 'Leeds'] }] }],
    ['a temporary address for 90 days', [temp({ period: { start: '2025-12-01', end: '2026-03-01' } })], { address: [{}, { text }] }],
    [
      'a telephone number as people write it',
      [add('telecom', { system: 'phone', use: 'work', value: '+44 (0)1632 960-587 ext. 12' })],
      { telecom: expect.arrayContaining([expect.objectContaining({ value: '+44 (0)1632 960-587 ext. 12' })]) },
    ],
    [
      'an emergency contact with a period of its own',
      [contact(phone, { period: { start: '2025-01-01' } })],
      { contact: [{ telecom: [phone], period: { start: '2025-01-01' } }] },
    ],
  ])('%s', async ([, patches, body]) => {
    expect(await demographics().patch(id, version, patches)).toMatchObject({ status: 200, body });
  });

  test('the PAF key of anybody in the population', async () => {
    const { addresses } = world.at(77);
    const other = addresses.find(({ use }) => use === 'home');
    const { body } = await demographics().patch(id, version, [
      billing({ line: undefined, postalCode: other?.postcode, extension: [paf(other?.paf ?? '')] }),
    ]);
    expect(body['address']?.[1]?.['line']).toEqual(other?.lines.filter((line) => line !== ''));
  });
});

test('an address at work is not replaced, and may be removed', async () => {
  const { sandbox, call, patch } = demographics();
  const told = { name: { family: 'Quillfeather' }, born: '1980-02-29', address: { use: 'work', lines: ['1 Example Road', 'Leeds'] } };
  await sandbox.send('PUT', '/_sandbox/people/9980000007', told);
  const { body } = await call('GET', '/Patient/9980000007');
  const { id: key, ...work } = body['address']?.[0] ?? {};
  const change = async (...patches: readonly unknown[]): Promise<Answer> =>
    patch('9980000007', String(body['meta']?.['versionId']), patches);
  expect(await said(change(replace('/address/0', { ...work, id: key, line: ['2 Example Road', 'Leeds'] })))).toEqual(
    invalid("Invalid patch - a 'work' address can be removed, not added or replaced"),
  );
  const removed = await change(named('/address/0', key), { op: 'remove', path: '/address/0' });
  expect([removed.status, removed.body['address']]).toEqual([200, undefined]);
});
