/** Each role's checker, against values whose verdict is known and against an independent implementation. */
import fc from 'fast-check';
import validateNhsNumber from 'nhs-number-validator';
import { describe, expect, test } from 'vitest';
import { hasVerhoeff, mod37Check } from '../../src/fhir/check-digits.ts';
import { bareValue, isRole } from '../../src/meaning/roles/check-role.ts';
import { SAMPLES } from '../../src/meaning/roles/role-samples.ts';
import { ROLES, type Role, specialises } from '../../src/meaning/roles/roles.ts';

const right: readonly (readonly [Role, string | number | boolean])[] = [
  ['patient.nhsNumber', '9000000009'],
  ['patient.nhsNumber', '900 000 0009'],
  ['patient.nhsNumber', 'https://fhir.nhs.uk/Id/nhs-number|9000000009'],
  ['prescription.shortId', '24F5DA-A83008-7EFE6Z'],
  ['referral.ubrn', '000000070000'],
  ['code.snomed', '195967001'],
  ['organisation.odsCode', 'Y12345'],
  ['patient.postcode', 'LS1 6AE'],
  ['patient.birthDate', '2024-02-29'],
  ['instant', '2026-01-31T09:30:00+00:00'],
  ['duration', 'PT30M'],
  ['etag', 'W/"2"'],
  ['money', 12.34],
  ['flag', false],
];

const wrong: readonly (readonly [Role, string | number])[] = [
  ['patient.nhsNumber', '9000000000'],
  ['patient.nhsNumber', '900000009'],
  ['prescription.shortId', '24F5DA-A83008-7EFE6Y'],
  ['referral.ubrn', '70000'],
  ['code.snomed', '195967002'],
  ['organisation.odsCode', 'NOT A CODE'],
  ['patient.postcode', 'LS1'],
  ['patient.birthDate', '2023-02-29'],
  ['patient.birthDate', '2023-13-01'],
  ['instant', '2026-01-31T09:30:00'],
  ['instant', '2026-01-31T25:00:00Z'],
  ['duration', 'P'],
  ['uuid', '0a1b2c3d-4e5f-4a6b-8c7d'],
  ['money', 1.234],
  ['count', 1.5],
  ['latitude', 91],
  ['title', ''],
];

describe('a role’s checker', () => {
  test.each(right)('accepts for %s the value %s', (role, value) => {
    expect(isRole(role, value)).toBe(true);
  });

  test.each(wrong)('refuses for %s the value %s', (role, value) => {
    expect(isRole(role, value)).toBe(false);
  });

  test.each(ROLES)('accepts every spelling that %s is sampled with', (role) => {
    expect(SAMPLES[role].filter((sample) => !isRole(role, sample))).toEqual([]);
  });

  test('agrees with an independent validator on NHS numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }), (number) => {
        expect(isRole('patient.nhsNumber', String(number))).toBe(validateNhsNumber.validate(String(number)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('notices any one wrong digit of a SNOMED identifier', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('195967001', '38341003', '73211009', '84114007'),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (code, at, shift) => {
          const place = at % code.length;
          const changed = code.slice(0, place) + String((Number(code[place]) + shift) % 10) + code.slice(place + 1);
          expect([hasVerhoeff(code), hasVerhoeff(changed)]).toEqual([true, false]);
        },
      ),
    );
  });

  test('gives a prescription id one check character out of 37', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-F]{6}[0-9A-Z]{6}[0-9A-F]{5}$/), (stem) => {
        const passing = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+'].filter((check) =>
          isRole('prescription.shortId', `${stem.slice(0, 6)}-${stem.slice(6, 12)}-${stem.slice(12)}${check}`),
        );
        expect(passing).toEqual([mod37Check(stem)]);
      }),
    );
  });

  test('reads the value out of a search token and leaves other text alone', () => {
    expect(bareValue('https://fhir.nhs.uk/Id/nhs-number|9000000009')).toBe('9000000009');
    expect(bareValue('a|b')).toBe('a|b');
  });
});

test('no role is a special case of itself', () => {
  expect(ROLES.filter((role) => specialises(role, role))).toEqual([]);
});

test('an attachment of many megabytes is base64 like a short one', () => {
  expect(isRole('base64', 'QUJD'.repeat(5_000_000))).toBe(true);
  expect(isRole('base64', `no base64, ${'QUJD'.repeat(5_000_000)}`)).toBe(false);
});
