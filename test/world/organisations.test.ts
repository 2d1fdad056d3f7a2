import { describe, expect, test } from 'vitest';
import type { OdsCode, Organisation } from '../../src/population.ts';
import { hash } from '../../src/world/hash.ts';
import { organisationsOf } from '../../src/world/organisations/organisations.ts';
import { practitionersOf } from '../../src/world/organisations/practitioners.ts';
import { alive } from '../../src/world/places/england.ts';
import { placesOf } from '../../src/world/places/places.ts';

const peoples = Object.entries({ A: 775, B: 9, C: 67, H: 34, J: 29, K: 12, L: 18, M: 13, N: 28, R: 8, S: 17 }).map(([category, share]) => ({
  category,
  share,
}));
const places = placesOf({ seed: 42, peoples, dwellings: 13_000 });
const organisations = organisationsOf(42, places, []);
const all = [...organisations.all()];
const ofKind = (kind: Organisation['kind']): readonly Organisation[] => [...organisations.all(kind)];

/** Homes of all sorts of people. */
const homes = Array.from({ length: 20_000 }, (_, n) =>
  places.home({ dwelling: n % 13_000, careHome: false, people: n % 3 === 0 ? n % peoples.length : 0, quantile: hash(1, n, 0) / 2 ** 32 }),
);

describe('the organisations', () => {
  test('have codes, names and addresses of their own, and parents that exist', () => {
    expect(new Set(all.map(({ ods }) => ods)).size).toBe(all.length);
    expect(new Set(all.map(({ address: { lines, postcode } }) => [...lines, postcode].join())).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.filter(({ parent }) => parent !== undefined && organisations.byCode(parent) === undefined)).toEqual([]);
    expect(all.filter(({ ods }) => organisations.byCode(ods.toLowerCase())?.ods !== ods)).toEqual([]);
    expect(['Y90000', 'Y90999', 'FZ900', 'QZ', 'nonsense', ''].filter((code) => organisations.byCode(code) !== undefined)).toEqual([]);
  });

  test('are as many as so many people have: a practice for 10,000, 1.8 pharmacies for 10,000', () => {
    expect(ofKind('gp-practice').length).toBe(places.practices);
    expect(ofKind('pharmacy').length / (alive / 10_000)).toBeCloseTo(1.8, 0);
    expect(ofKind('region').length).toBe(7);
    expect(ofKind('icb').length).toBe(36);
  });

  test('go up from a practice by its board and region to the national body', () => {
    const up: string[] = [];
    for (let code: OdsCode | undefined = organisations.practiceCode(0); code !== undefined; code = organisations.byCode(code)?.parent)
      up.push(organisations.byCode(code)?.name ?? '');
    expect(up).toMatchInlineSnapshot(`
      [
        "Woodsorrel Health Centre, Newcastle upon Tyne",
        "North East and North Cumbria Integrated Care Board (fictional)",
        "North East and Yorkshire Region (fictional)",
        "National body (sandbox)",
      ]
    `);
  });

  test('are nobody’s home', () => {
    const text = ({ lines: [building, along, ...rest] }: Pick<Organisation['address'], 'lines'>): string =>
      [building.replace(/^Flat \d /, ''), along, ...rest].join();
    const lived = new Set(homes.map((home) => text(places.address(home))));
    expect(all.filter(({ address }) => lived.has(text(address)))).toEqual([]);
  });

  test('give way to those that test people need', () => {
    const own: Organisation = { ...(all[0] as Organisation), ods: 'Y90001' as OdsCode, name: 'A practice of ours', kind: 'gp-practice' };
    const made = organisationsOf(42, places, [own]);
    expect(made.byCode('Y90001')).toEqual(own);
    expect([...made.all()].length).toBe(all.length);
  });
});

describe('a pharmacy that somebody nominates', () => {
  test('is in the town of home or of the practice for at least 98 in 100, and mostly in that of home', () => {
    const towns = homes.map((home, n) => {
      const pharmacy = organisations.byCode(organisations.pharmacyNear(home, hash(2, n, 0)));
      const practice = organisations.byCode(organisations.practiceCode(home.practice));
      const town = places.address(home).lines[3];
      return pharmacy?.address.lines[3] === town
        ? 'home'
        : pharmacy?.address.lines[3] === practice?.address.lines[3]
          ? 'practice'
          : 'elsewhere';
    });
    const share = (where: string): number => towns.filter((each) => each === where).length / towns.length;
    expect(share('home') + share('practice')).toBeGreaterThan(0.98);
    expect(share('elsewhere')).toBeGreaterThan(0.005);
    expect(share('home')).toBeGreaterThan(0.6);
  });
});

test('practices dispense to villagers where many of their people are', () => {
  const dispensed = homes.filter((home) => organisations.dispenserFor(home) !== undefined);
  expect(dispensed.length / homes.length).toBeGreaterThan(0.03);
  expect(dispensed.length / homes.length).toBeLessThan(0.12);
  expect(dispensed.filter(({ practice }) => organisations.dispenserFor({ practice, settlement: 0 }) !== undefined)).toEqual([]);
  expect(organisations.byCode(organisations.applianceSupplier(7))?.name).toMatch(/ Appliances$/);
});

test('the people who work at a practice have twelve-digit identifiers of their own', () => {
  const practitioners = practitionersOf({ seed: 42, organisation: organisations.byCode });
  const staff = ofKind('gp-practice').flatMap(({ ods }) => practitioners(ods));
  expect(staff.length).toBe(places.practices * 9);
  expect(staff.filter(({ sdsUserId, roleProfileId }) => !/^\d{12}$/.test(sdsUserId) || !/^\d{12}$/.test(roleProfileId))).toEqual([]);
  expect(new Set(staff.map(({ sdsUserId }) => sdsUserId)).size).toBe(staff.length);
  expect(staff.filter(({ given, family }) => given === '' || family === '')).toEqual([]);
  expect(new Set(staff.map(({ given, family }) => `${given} ${family}`)).size).toBeGreaterThan(staff.length * 0.95);
  expect(practitioners('nowhere')).toEqual([]);
});
