/** Who somebody is: names, gender, birth and death, as an update may change them. */
import { describe, expect, test } from 'vitest';
import { demographics } from '../demographics.ts';
import { personWith } from '../people.ts';
import {
  add,
  birthPlace,
  forbidden,
  id,
  invalid,
  missing,
  name,
  named,
  notification,
  patching,
  replace,
  said,
  ukCore,
  version,
  wrong,
} from './patching.ts';

const death = (date: string): unknown => ({ op: 'add', path: '/deceasedDateTime', value: date });
const informally = add('extension', notification('1'));

describe('is refused', () => {
  test.for<[string, unknown[], unknown[]]>([
    ['a second usual name', [add('name', { use: 'usual', family: 'X' })], forbidden('multiple usual names cannot be added')],
    [
      'the removal of the usual name',
      [named('/name/0', name?.id), { op: 'remove', path: '/name/0' }],
      forbidden('not permitted to remove usual name'),
    ],
    [
      'a second nickname',
      [add('name', { use: 'nickname', family: 'X' }), add('name', { use: 'nickname', family: 'Y' })],
      invalid('multiple nicknames cannot be added'),
    ],
    [
      'another use for a name',
      [named('/name/0', name?.id), replace('/name/0/use', 'old')],
      invalid("the use of name '0' cannot be changed, remove it and add another"),
    ],
    ['a name in other letters', [add('name', { use: 'old', family: 'Ωmega' })], wrong('Ωmega', 'name/1/family')],
    ['a name with a multiplication sign', [add('name', { use: 'old', family: 'A×B' })], wrong('A×B', 'name/1/family')],
    ['a given name with a backtick', [add('name', { use: 'old', family: 'X', given: ['O`Brien'] })], wrong('O`Brien', 'name/1/given')],
    ['a suffix in small letters', [add('name', { use: 'old', family: 'X', suffix: ['phd'] })], wrong('phd', 'name/1/suffix')],
    ['a name without family', [add('name', { use: 'old', given: ['X'] })], missing('name/1/family')],
    ['a name of blanks', [add('name', { use: 'old', family: ' ' })], wrong(' ', 'name/1/family')],
    ['a name of 36 letters', [add('name', { use: 'old', family: 'x'.repeat(36) })], wrong('x'.repeat(36), 'name/1/family')],
    [
      'six given names',
      [add('name', { use: 'old', family: 'X', given: ['A', 'B', 'C', 'D', 'E', 'F'] })],
      [400, 'TOO_MANY_VALUES_SUBMITTED', "Too many values submitted - ['A', 'B', 'C', 'D', 'E', 'F'] in field 'name/1/given'"],
    ],
    [
      'a name from tomorrow',
      [add('name', { use: 'old', family: 'X', period: { start: '2026-01-02' } })],
      invalid("Invalid patch - the start date of 'name/1/period' is in the future"),
    ],
    [
      'a period that ends before it starts',
      [add('name', { use: 'old', family: 'X', period: { start: '2025-01-02', end: '2025-01-01' } })],
      invalid("Invalid patch - the start date of 'name/1/period' is after its end date"),
    ],
    ['a period without start', [add('name', { use: 'old', family: 'X', period: { end: '2025-01-01' } })], missing('name/1/period/start')],
    [
      'a period that is no date',
      [add('name', { use: 'old', family: 'X', period: { start: '2025-02-30' } })],
      wrong('2025-02-30', 'name/1/period/start'),
    ],

    ['gender other', [replace('/gender', 'other')], wrong('other', 'gender')],
    ['no gender', [{ op: 'remove', path: '/gender' }], forbidden("source not permitted to remove 'gender'")],
    ['null for a gender', [replace('/gender', null)], forbidden("source not permitted to remove 'gender'")],

    ['an empty object for a gender', [replace('/gender', {})], wrong('{}', 'gender')],

    ['no birth date', [{ op: 'remove', path: '/birthDate' }], forbidden("source not permitted to remove 'birthDate'")],
    ['a birth tomorrow', [replace('/birthDate', '2026-01-02')], invalid('birthDate cannot be in the future')],
    ['a birth on no day', [replace('/birthDate', '2020-02-30')], wrong('2020-02-30', 'birthDate')],
    [
      'a birth after death',
      [death('2025-01-01'), informally, replace('/birthDate', '2025-01-02')],
      invalid('deceasedDateTime cannot be before birthDate'),
    ],
    ['a tenth child at once', [{ op: 'add', path: '/multipleBirthInteger', value: 10 }], wrong('10', 'multipleBirthInteger')],
    ['a child before the first', [{ op: 'add', path: '/multipleBirthInteger', value: 0 }], wrong('0', 'multipleBirthInteger')],
    [
      'a birth at no place',
      [add('extension', birthPlace({ city: '' }))],
      invalid('place of birth must have at least one of city, district and country'),
    ],
    [
      'a country that is none',
      [add('extension', birthPlace({ country: 'XXX' }))],
      [400, 'INVALID_VALUE', expect.stringMatching(/^Invalid value - 'XXX' in field 'extension\/\d\/valueAddress\/country'$/)],
    ],

    [
      'a death without notification',
      [death('2025-01-01')],
      invalid('deceasedDateTime must be added together with a death notification status'),
    ],
    ['a notification without death', [informally], invalid('a death notification status must be added together with deceasedDateTime')],
    ['a death with an offset', [death('2025-01-01T00:00:00+01:00'), informally], wrong('2025-01-01T00:00:00+01:00', 'deceasedDateTime')],
    ['a death tomorrow', [death('2026-01-02'), informally], invalid('deceasedDateTime cannot be in the future')],
    ['a death before birth', [death('1800-01-01'), informally], invalid('deceasedDateTime cannot be before birthDate')],
    [
      'a formal death',
      [death('2025-01-01'), add('extension', notification('2'))],
      forbidden('source not permitted to record a formal death'),
    ],
  ])('%s', async ([, patches, answer]) => {
    expect(await patching(...patches)).toEqual(answer);
  });

  test('what would undo a death', async () => {
    const { patch } = demographics();
    const { body } = await patch(id, version, [death('2025-01-01'), informally]);
    const extensions: unknown = body['extension'];
    const at = `/extension/${Array.isArray(extensions) ? extensions.length - 1 : -1}`;
    const then = async (...patches: readonly unknown[]): Promise<unknown[]> => said(patch(id, version + 1, patches));
    expect(await then({ op: 'remove', path: '/deceasedDateTime' })).toEqual(forbidden("source not permitted to remove 'deceasedDateTime'"));
    expect(await then({ op: 'test', path: at, value: notification('1') }, { op: 'remove', path: at })).toEqual(
      forbidden("source not permitted to remove 'DeathNotificationStatus'"),
    );
    expect(await then(replace(`${at}/extension/0`, null))).toEqual(forbidden("source not permitted to remove 'DeathNotificationStatus'"));
    for (const formally of [replace(at, notification('2')), replace(`${at}/extension/0/valueCodeableConcept/coding/0/code`, '2')]) {
      const named = { op: 'test', path: `${at}/url`, value: `${ukCore}DeathNotificationStatus` };
      expect(await then(named, formally)).toEqual(forbidden('source not permitted to record a formal death'));
    }
    expect(await then(replace('/birthDate', '2025-01-02'))).toEqual(invalid('birthDate cannot be after deceasedDateTime'));
  });

  test('anything about a death that is formally known', async () => {
    const { nhsNumber, version: held } = personWith('deceased-formal', ({ status, restricted }) => status.kind === 'live' && !restricted);
    const { call, patch } = demographics();
    const extensions: unknown = (await call('GET', `/Patient/${nhsNumber}`)).body['extension'];
    const index = Array.isArray(extensions) ? extensions.findIndex((each) => JSON.stringify(each).includes('DeathNotification')) : -1;
    for (const change of [
      replace('/deceasedDateTime', '2020-01-01'),
      replace(`/extension/${index}`, notification('1')),
      replace(`/extension/${index}/extension/0`, { url: 'deathNotificationStatus' }),
    ]) {
      expect(await said(patch(nhsNumber, held, [change]))).toEqual(forbidden('formal death already recorded'));
    }
  });
});

describe('is taken', () => {
  test.for<[string, unknown[], object]>([
    [
      'several old names, in any letters of western Europe',
      [add('name', { use: 'old', family: "Ó Dálaigh-O'Shea" }), add('name', { use: 'old', family: 'Smith 2nd' })],
      { name: [{}, { family: "Ó Dálaigh-O'Shea" }, { family: 'Smith 2nd' }] },
    ],
    [
      'titles, written one way and without full stops',
      [add('name', { use: 'old', family: 'X', prefix: ['mrs.', 'LADY', 'rev..', 'Prof.'] })],
      { name: [{}, { prefix: ['Mrs', 'Lady', 'Rev', 'Prof'] }] },
    ],
    [
      // The published rules of an update know nothing of an end on a usual name; those of a creation forbid it.
      'an end on the usual name',
      [named('/name/0', name?.id), replace('/name/0/period', { start: '2020-01-01', end: '2030-01-01' })],
      { name: [{ use: 'usual', period: { end: '2030-01-01' } }] },
    ],
    ['null for a suffix', [named('/name/0', name?.id), { op: 'add', path: '/name/0/suffix', value: null }], { name: [{ use: 'usual' }] }],
    ['gender unknown', [replace('/gender', 'unknown')], { gender: 'unknown' }],
    ['a birth order that is not known', [{ op: 'add', path: '/multipleBirthInteger', value: 9 }], { multipleBirthInteger: 9 }],
    ['a death by its date', [death('2025-12-24'), informally], { deceasedDateTime: '2025-12-24T00:00:00+00:00' }],
    [
      'a birth in a part of the United Kingdom',
      [add('extension', birthPlace({ country: '3' }))],
      { extension: expect.arrayContaining([birthPlace({ country: '3' })]) },
    ],
  ])('%s', async ([, patches, body]) => {
    expect(await demographics().patch(id, version, patches)).toMatchObject({ status: 200, body });
  });
});
