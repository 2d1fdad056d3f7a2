import { describe, expect, test } from 'vitest';
import type { Address, Period, Person } from '../../src/population.ts';
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';
import { everyone, records, world } from './everyone.ts';

/** Periods that begin after they end, or before the one they follow has ended. */
function faults(periods: readonly (Period | undefined)[]): readonly unknown[] {
  const ordered = periods.filter((period) => period !== undefined).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  return ordered.filter(({ start, end = '9999-12-31' }, n) => {
    const previous = ordered[n - 1];
    return start > end || (previous !== undefined && (previous.end ?? '9999-12-31') >= start);
  });
}

/** Of a home, which is the address of one person after another: those for a time, for letters and at work stand beside it. */
const isHome = ({ use, text }: Address): boolean => (use === 'home' || use === 'old') && text === undefined;
/** A former home that nobody ended is one of the faults that records have. */
const isNeverEnded = ({ use, period }: Address): boolean => use === 'old' && period?.end === undefined;
/** As somebody wrote it down, without the keys of the address file. */
const isWritten = ({ paf, postcode }: Address): boolean => paf === undefined && postcode !== 'ZZ99 3VZ';

const wrong = (test: (person: Person) => boolean): readonly string[] => everyone.filter(test).map(({ nhsNumber }) => nhsNumber);

describe('every record', () => {
  test('has a valid number that is never issued', () => {
    expect(records.filter(({ nhsNumber }) => !isNhsNumber(nhsNumber) || !nhsNumber.startsWith('999'))).toEqual([]);
  });

  test('has names, addresses and registrations whose periods never overlap', () => {
    expect(wrong(({ names }) => faults(names.map(({ period }) => period)).length > 0)).toEqual([]);
    const homes = (person: Person): readonly Address[] => person.addresses.filter(isHome).filter((address) => !isNeverEnded(address));
    expect(wrong((person) => faults(homes(person).map(({ period }) => period)).length > 0)).toEqual([]);
    expect(wrong(({ addresses }) => addresses.filter(isHome).filter(isNeverEnded).length > 1)).toEqual([]);
    expect(wrong(({ registrations }) => faults(registrations.map(({ period }) => period)).length > 0)).toEqual([]);
  });

  test('has one usual name, at most one present home and one open registration, each first in its list', () => {
    expect(wrong(({ names }) => names.filter(({ use }) => use === 'usual').length !== 1 || names[0]?.use !== 'usual')).toEqual([]);
    expect(wrong(({ addresses }) => addresses.slice(1).some(({ use }) => use === 'home'))).toEqual([]);
    expect(wrong(({ registrations }) => registrations.slice(1).some(({ period }) => period.end === undefined))).toEqual([]);
  });

  test('has nothing before birth, nothing that begins after death, nothing after the date of the world', () => {
    const starts = (person: Person): readonly string[] =>
      [...person.names, ...person.addresses, ...person.telecoms, ...person.registrations].flatMap(({ period }) =>
        period === undefined ? [] : [period.start],
      );
    expect(wrong((person) => starts(person).some((start) => start < person.birthDate))).toEqual([]);
    expect(wrong((person) => starts(person).some((start) => start > (person.death?.date ?? world.asOf)))).toEqual([]);
    expect(
      wrong(
        ({ birthDate, death }) => birthDate > world.asOf || (death !== undefined && (death.date < birthDate || death.date > world.asOf)),
      ),
    ).toEqual([]);
  });

  test('is at version one plus the changes it tells of', () => {
    expect(wrong(({ version }) => !Number.isInteger(version) || version < 1)).toEqual([]);
    expect(
      wrong(
        ({ version, addresses, registrations, names }) =>
          version < names.length + Math.max(0, addresses.length - 1) + Math.max(0, registrations.length - 1),
      ),
    ).toEqual([]);
  });

  test('has ended its registration exactly when death is formal or the person has left', () => {
    const open = (person: Person): boolean => person.registrations.some(({ period }) => period.end === undefined);
    expect(wrong((person) => person.removal !== undefined && open(person))).toEqual([]);
    expect(wrong(({ death, removal }) => (death?.notification === 'formal') !== (removal?.code === 'DEA'))).toEqual([]);
    expect(wrong(({ removal }) => removal !== undefined && !['DEA', 'EMB', 'SCT', 'NIT', 'TRA', 'ORR'].includes(removal.code))).toEqual([]);
  });

  test('refers to organisations that exist, and whose parents exist', () => {
    const codes = new Set(
      records.flatMap(({ registrations, pharmacy }) => [
        ...registrations.map(({ practice }) => practice),
        ...(pharmacy === undefined ? [] : [pharmacy]),
      ]),
    );
    expect([...codes].filter((ods) => world.organisation(ods)?.ods !== ods)).toEqual([]);
    const parents = [...world.organisations()].map(({ parent }) => parent).filter((parent) => parent !== undefined);
    expect(parents.filter((ods) => world.organisation(ods) === undefined)).toEqual([]);
  });

  test('has only telephones of Ofcom’s ranges for drama and e-mail of reserved domains', () => {
    const drama = /^(07700900\d{3}|01632960\d{3}|02079460\d{3}|(0113|0114|0115|0116|0117|0118|0121|0151|0161)4960\d{3}|01914980\d{3})$/;
    const reserved = /^[a-z.]+\d+@example\.(com|org|net)$/;
    const telecoms = records.flatMap(({ telecoms: list }) => list);
    expect(telecoms.filter(({ system, value }) => !(system === 'email' ? reserved : drama).test(value))).toEqual([]);
    expect(records.filter(({ emergencyContact }) => emergencyContact !== undefined && !drama.test(emergencyContact.phone))).toEqual([]);
    expect([...world.organisations()].filter(({ phone }) => !drama.test(phone.replaceAll(' ', '')))).toEqual([]);
  });

  test('has postcodes of the right form and the lines that addresses need', () => {
    const form = /^[A-Z]{1,2}\d{2} \d[ABD-HJLNP-UW-Z]{2}$|^ZZ99 3VZ$/;
    const addresses = records.flatMap(({ addresses: list }) => list);
    expect(addresses.filter((address) => !isWritten(address) && !form.test(address.postcode ?? ''))).toEqual([]);
    expect(addresses.filter(({ postcode }) => postcode !== undefined && !form.test(postcode))).toEqual([]);
    expect(
      addresses.filter(({ lines, postcode }) => postcode !== 'ZZ99 3VZ' && ((lines[0] === '' && lines[1] === '') || lines[3] === '')),
    ).toEqual([]);
    expect(
      addresses.filter(
        (address) =>
          address.postcode !== 'ZZ99 3VZ' &&
          !isWritten(address) &&
          !(/^99\d{10}$/.test(address.uprn ?? '') && /^99\d{6}$/.test(address.paf ?? '')),
      ),
    ).toEqual([]);
    expect(addresses.filter((address) => isHome(address) && isWritten(address)).length).toBeGreaterThan(10);
  });

  test('has addresses that the address file finds by PAF key and postcode, and by no other', () => {
    const homes = records.slice(0, 500).flatMap(({ addresses }) => addresses.filter(({ paf }) => paf !== undefined));
    expect(homes.length).toBeGreaterThan(500);
    const filed = ({ postcode = '', paf = '' }: Address): unknown => world.addresses(postcode, paf).map(({ lines }) => lines);
    // Some records have all in capitals.
    const inCapitals = (value: unknown): string => JSON.stringify(value).toUpperCase();
    expect(homes.filter((home) => inCapitals(filed(home)) !== inCapitals([home.lines]))).toEqual([]);
    const [one] = homes;
    for (const [postcode, paf] of [
      ['LS1 4BU', one?.paf],
      [one?.postcode, '00000001'],
      [one?.postcode, '99'],
    ]) {
      expect(world.addresses(postcode ?? '', paf ?? '')).toEqual([]);
    }
  });

  test('is the same whenever and from wherever it is asked for', () => {
    for (const person of everyone.slice(0, 50)) {
      expect(world.find(person.nhsNumber)).toEqual(person);
      const [found] = [
        ...world.search({ family: person.names[0]?.family ?? '', born: { from: person.birthDate, to: person.birthDate } }),
      ].filter(({ nhsNumber }) => nhsNumber === person.nhsNumber);
      expect(found).toEqual(person);
    }
  });
});

describe('a superseded record', () => {
  test('is the same person under a number that gave way to a live one', () => {
    const superseded = records.filter(({ status }) => status.kind === 'superseded');
    expect(superseded.length).toBeGreaterThan(5);
    for (const person of superseded) {
      const survivor = person.status.kind === 'superseded' ? world.find(person.status.by) : undefined;
      expect(survivor).toMatchObject({ status: { kind: 'live' }, birthDate: person.birthDate, names: person.names });
    }
  });
});

describe('a practice', () => {
  test('has as members exactly those whose present registration is there', () => {
    for (const { ods } of world.organisations('gp-practice')) {
      const members = [...world.members(ods)].map(({ nhsNumber }) => nhsNumber);
      const registered = everyone.filter(
        ({ registrations }) => registrations[0]?.practice === ods && registrations[0].period.end === undefined,
      );
      expect(members.toSorted()).toEqual(registered.map(({ nhsNumber }) => nhsNumber).toSorted());
    }
  });

  test('has its members at the places of its list, which are found without looking at them', () => {
    for (const { ods } of [...world.organisations('gp-practice')].slice(0, 2)) {
      const places = world.placesOnList(ods);
      const half = Math.ceil(places / 2);
      const [first, second] = [world.members(ods, { from: 0, to: half }), world.members(ods, { from: half, to: places })];
      expect([...first, ...second]).toEqual([...world.members(ods)]);
      expect([...world.members(ods, { from: places, to: places + 1 })]).toEqual([]);
    }
  });

  test('is staffed by people with twelve-digit identifiers of their own', () => {
    const staff = [...world.organisations('gp-practice')].flatMap(({ ods }) => world.practitioners(ods));
    expect(staff.length).toBeGreaterThan(20);
    expect(staff.filter(({ sdsUserId, roleProfileId }) => !/^\d{12}$/.test(sdsUserId) || !/^\d{12}$/.test(roleProfileId))).toEqual([]);
    expect(new Set(staff.map(({ sdsUserId }) => sdsUserId)).size).toBe(staff.length);
  });
});

test('asking for anybody of a world gives somebody live, round and round', () => {
  expect(world.at(3)).toEqual(world.at(3 + world.size));
  expect(Array.from({ length: 500 }, (_, n) => world.at(n)).every(({ status, minimal }) => status.kind === 'live' && !minimal)).toBe(true);
});

test('spare numbers are valid, all different, and nobody’s', () => {
  const spare = Array.from({ length: 50 }, (_, n) => world.spareNumber(n) ?? '');
  expect(new Set(spare).size).toBe(50);
  expect(spare.filter((number) => !isNhsNumber(number) || world.find(number) !== undefined)).toEqual([]);
});
