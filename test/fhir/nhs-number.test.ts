import fc from 'fast-check';
import nhsNumberValidator from 'nhs-number-validator';
import { describe, expect, test } from 'vitest';
import { findLiveNumbers, redactLiveNumbers } from '../../src/fhir/live-numbers.ts';
import { formatNhsNumber, isLiveNhsNumber, isNhsNumber, nhsNumberHash, parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import { bySeedOnly } from '../without-numbers.ts';

const { validate } = nhsNumberValidator;

/** A valid number from nine digits, where they have a check digit. Numbers of the live ranges are made here at run time and nowhere kept. */
function withCheckDigit(stem: string): string | undefined {
  return Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).find(validate);
}

const always = <Drawn>(property: fc.IProperty<Drawn>, options: { readonly numRuns?: number } = {}): void =>
  fc.assert(property, { ...options, ...bySeedOnly });

const validFrom = (firsts: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...firsts), fc.integer({ min: 0, max: 99_999_999 }))
    .map(([first, rest]) => withCheckDigit(first + String(rest).padStart(8, '0')))
    .filter((number) => number !== undefined);

const live = validFrom('3467');
const notLive = validFrom('1258')
  .chain((number) => fc.constantFrom(number, `999${number.slice(3)}`))
  .filter((number) => !'3467'.includes(number.charAt(0)));

const written: Readonly<Record<string, (digits: string) => string>> = {
  'in threes and four, with spaces': (digits) => `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`,
  'with hyphens': (digits) => `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`,
  'with no-break spaces': (digits) => `${digits.slice(0, 3)}\u00a0${digits.slice(3, 6)}\u00a0${digits.slice(6)}`,
  'with narrow spaces and dashes': (digits) => `${digits.slice(0, 3)}\u2009\u2013\u2009${digits.slice(3, 6)}\u202f${digits.slice(6)}`,
  'in full-width digits, in threes and four': (digits) =>
    [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
      .map((group) => [...group].map((d) => String.fromCharCode(0xff10 + Number(d))).join(''))
      .join('\u3000'),
  'with characters of no width inside': (digits) =>
    `${digits.slice(0, 3)} \u200b${digits.slice(3, 6)} ${Array.from(digits.slice(6)).join('\u200d')}`,
  'bare after "NHS number"': (digits) => `NHS number: ${digits}`,
  'bare before "NHS"': (digits) => `${digits} (NHS)`,
  'digit by digit after "nhs no."': (digits) => `nhs no. ${[...digits].join(' ')}`,
  'in a property of that name': (digits) => `{"nhsNumber":"${digits}"}`,
  'under its identifier system': (digits) => `https://fhir.nhs.uk/Id/nhs-number|${digits}`,
};

describe('an NHS number', () => {
  test('is what an independent validator takes for one', () => {
    always(
      fc.property(fc.stringMatching(/^\d{10}$/), (text) => isNhsNumber(text) === validate(text)),
      { numRuns: 5_000 },
    );
    always(
      fc.property(fc.string(), (text) => !isNhsNumber(text) || /^\d{10}$/.test(text)),
      { numRuns: 1_000 },
    );
  });

  test('has no check digit of ten: such stems have no number', () => {
    const stems = Array.from({ length: 2_000 }, (_, n) => `9${String(n * 49_999).padStart(8, '0')}`);
    const without = stems.filter((stem) => withCheckDigit(stem) === undefined);
    expect(without.length).toBeGreaterThan(100);
    expect(without.filter((stem) => Array.from({ length: 10 }, (_, d) => `${stem}${d}`).some(isNhsNumber))).toEqual([]);
  });

  test('is parsed without spaces and printed in threes and four', () => {
    expect(parseNhsNumber('9000000009')).toBe('9000000009');
    expect(parseNhsNumber('900 000 0009')).toBeUndefined();
    expect(parseNhsNumber('9000000000')).toBeUndefined();
    const number = parseNhsNumber('9000000009');
    expect(number && formatNhsNumber(number)).toBe('900 000 0009');
  });
});

describe('the detector', () => {
  test('knows numbers that are issued to patients from those that are not', () => {
    always(fc.property(live, isLiveNhsNumber));
    always(fc.property(notLive, (number) => !isLiveNhsNumber(number)));
  });

  test.each(Object.entries(written))('is certain of a live number written %s', (_, write) => {
    always(
      fc.property(live, (number) => findLiveNumbers(`before ${write(number)} after`).some(({ certainty }) => certainty === 'certain')),
      { numRuns: 200 },
    );
  });

  test.each(Object.entries(written))('finds nothing in a number of another range written %s', (_, write) => {
    always(
      fc.property(notLive, (number) => findLiveNumbers(write(number)).length === 0),
      { numRuns: 200 },
    );
  });

  test('is certain of any spelling in an identifier field', () => {
    always(
      fc.property(
        live,
        fc.constantFrom(...Object.values(written), (digits: string) => digits),
        (number, write) => findLiveNumbers(write(number), { identifier: true }).every(({ certainty }) => certainty === 'certain'),
      ),
    );
  });

  test('only suspects ten bare digits, and hosts under nhs.uk do not make it surer', () => {
    always(
      fc.property(live, (number) => {
        expect(findLiveNumbers(`ref ${number}`).map(({ certainty }) => certainty)).toEqual(['possible']);
        expect(findLiveNumbers(`https://fhir.nhs.uk/Id/service|${number}`).map(({ certainty }) => certainty)).toEqual(['possible']);
      }),
    );
  });

  test('leaves longer numbers, dates and telephone numbers alone', () => {
    always(
      fc.property(live, fc.integer({ min: 0, max: 9 }), (number, digit) => {
        for (const text of [`${number}${digit}`, `${digit}${number}`, `${number}00000000`]) expect(findLiveNumbers(text)).toEqual([]);
      }),
    );
    for (const text of ['2026-11-22T10:00:00+00:00', '01632 960 587', '07700 900 123', '0113 496 0000', '3.14159 2.71828', 'NHS 111']) {
      expect(findLiveNumbers(text)).toEqual([]);
    }
  });

  test('says where the number stands, and takes it out', () => {
    always(
      fc.property(live, fc.constantFrom(...Object.values(written)), (number, write) => {
        const text = `a ${write(number)} z`;
        const redacted = redactLiveNumbers(text);
        expect(findLiveNumbers(redacted)).toEqual([]);
        expect(redacted).toMatch(/^a .*\[number withheld\].* z$/s);
        expect(redacted).not.toContain(number);
      }),
    );
  });

  test('lets published examples pass as identifiers, by their hash, and nowhere else', () => {
    always(
      fc.property(live, live, (one, other) => {
        fc.pre(one !== other);
        const allowed = new Set([nhsNumberHash(one)]);
        expect(findLiveNumbers(`NHS ${one}`, { allowed, identifier: true })).toEqual([]);
        expect(findLiveNumbers(`NHS ${one}`, { allowed })).toHaveLength(1);
        expect(findLiveNumbers(`NHS ${other}`, { allowed, identifier: true })).toHaveLength(1);
      }),
    );
  });

  test('gives different numbers different hashes', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, n) => nhsNumberHash(String(9_000_000_000 + n * 7_919))));
    expect(hashes.size).toBe(100_000);
  });
});
