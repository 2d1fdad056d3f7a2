import { describe, expect, test } from 'vitest';
import { field } from '../../src/world/fields.ts';
import { hash } from '../../src/world/hash.ts';
import { copyCount, deal } from '../../src/world/lines/deal.ts';
import { alive } from '../../src/world/places/england.ts';
import { type Abode, placesOf } from '../../src/world/places/places.ts';
import type { PlaceAddress } from '../../src/world/places/addresses.ts';

/** England's peoples by ethnic category, thousands (Census 2021): a pattern has more peoples than these, in the same proportions. */
const peoples = Object.entries({ A: 775, B: 9, C: 67, H: 34, J: 29, K: 12, L: 18, M: 13, N: 28, R: 8, S: 17 }).map(([category, share]) => ({
  category,
  share,
}));
const categories = peoples.map(({ category }) => category).join('');
const seed = 42;
const dwellings = 30_000;
const lines = 6_000;
const places = placesOf({ seed, peoples, dwellings });
const dealt = deal(seed, lines, field.placeLine);

/** A line's people, as often as they are many. */
const peopleOf = Uint8Array.from({ length: lines }, (_, line) => {
  const whole = peoples.reduce((sum, { share }) => sum + share, 0);
  let left = ((line + 0.5) / lines) * whole;
  return Math.max(
    0,
    peoples.findIndex(({ share }) => (left -= share) < 0),
  );
});
/** Five dwellings to a line; one in a hundred is a care home. */
const isCareHome = (dwelling: number): boolean => hash(0, dwelling, 0) % 100 === 0;

function homeOf(dwelling: number, copy: number): Abode {
  const line = Math.floor((dwelling * lines) / dwellings);
  return places.home({
    dwelling,
    careHome: isCareHome(dwelling),
    people: peopleOf[line] ?? 0,
    quantile: dealt.quantile(line, copy),
  });
}

interface Lived {
  readonly dwelling: number;
  readonly copy: number;
  readonly home: Abode;
  readonly spot: PlaceAddress;
}
/** 20,000 dwellings in a row, so that neighbours are among them, in a few copies. */
const lived: readonly Lived[] = [0, 1, 2, 31, 63].flatMap((copy) =>
  Array.from({ length: 20_000 }, (_, dwelling) => {
    const home = homeOf(dwelling, copy);
    return { dwelling, copy, home, spot: places.address(home) };
  }),
);
const text = ({ lines: of, postcode }: PlaceAddress): string => [...of, postcode].join('|');
const count = <Key>(keys: Iterable<Key>): Map<Key, number> => {
  const counted = new Map<Key, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
};

describe('an address', () => {
  test('is of one dwelling in one copy', () => {
    expect(new Set(lived.map(({ spot }) => text(spot))).size).toBe(lived.length);
  });

  test('has one UPRN, and a UPRN one address', () => {
    const byUprn = new Map(lived.map(({ spot }) => [spot.uprn, text(spot)]));
    expect(lived.filter(({ spot }) => byUprn.get(spot.uprn) !== text(spot))).toEqual([]);
    expect(byUprn.size).toBe(new Set(byUprn.values()).size);
    expect(lived.filter(({ spot }) => !/^99\d{10}$/.test(spot.uprn) || !/^99\d{6}$/.test(spot.paf))).toEqual([]);
  });

  test('has a postcode of one street of one town, one locality and one area', () => {
    const streets = new Map<string, string>();
    const streetOf = ({ lines: [, along, locality, town, county], area }: PlaceAddress): string =>
      [along.replace(/^\d+ /, ''), locality, town, county, area?.code].join('|');
    for (const { spot } of lived) streets.set(spot.postcode, streets.get(spot.postcode) ?? streetOf(spot));
    expect(lived.filter(({ spot }) => streets.get(spot.postcode) !== streetOf(spot))).toEqual([]);
    expect(new Set(streets.values()).size).toBe(streets.size);
    expect(lived.filter(({ spot }) => !/^[A-Z]{1,2}\d{2} \d[ABD-HJLNP-UW-Z]{2}$/.test(spot.postcode))).toEqual([]);
  });

  test('is found by its PAF key at its postcode, and by no other', () => {
    const sample = lived.filter((_, n) => n % 7 === 0);
    expect(
      sample.filter(({ spot: { lines: of, postcode, paf } }) => {
        const [found, ...others] = places.filed(postcode, paf);
        return JSON.stringify(found) !== JSON.stringify({ lines: of, postcode, paf }) || others.length > 0;
      }),
    ).toEqual([]);
    const [one, two] = lived;
    expect(places.filed(one?.spot.postcode ?? '', two?.spot.paf ?? '')).toEqual([]);
    for (const [postcode, paf] of [
      ['LS1 4BU', one?.spot.paf],
      [one?.spot.postcode, '99'],
      [one?.spot.postcode, '00000001'],
      ['', ''],
    ]) {
      expect(places.filed(postcode ?? '', paf ?? '')).toEqual([]);
    }
  });

  test('reads like one', () => {
    const shown = (kind: string, wanted: (lived: Lived) => boolean): PlaceAddress['lines'] | undefined =>
      lived.find((each) => places.settlements[each.home.settlement]?.kind === kind && wanted(each))?.spot.lines;
    const isFlat = ({ spot }: Lived): boolean => spot.lines[0].startsWith('Flat ');
    const isHouse = (each: Lived): boolean => !isFlat(each) && !isCareHome(each.dwelling);
    const all = [
      shown('city', isHouse),
      shown('large', isFlat),
      shown('village', isHouse),
      shown('london', isFlat),
      shown('town', ({ dwelling }) => isCareHome(dwelling)),
    ];
    expect(all).toMatchInlineSnapshot(`
      [
        [
          "",
          "6 Sandpiper Hill",
          "Mill Green",
          "Southampton",
          "Hampshire",
        ],
        [
          "Flat 8",
          "36 Peartree Walk",
          "",
          "Milton Keynes",
          "Buckinghamshire",
        ],
        [
          "Yew Holme",
          "Woodsorrel Terrace",
          "Acle",
          "Norwich",
          "Norfolk",
        ],
        [
          "Flat 1",
          "36 Kingcup Place",
          "Wandsworth",
          "London",
          "Greater London",
        ],
        [
          "Sorrel House Nursing Home",
          "220 Linden Street",
          "",
          "Shipley",
          "West Yorkshire",
        ],
      ]
    `);
  });

  test('is a flat for about 22 in 100 dwellings', () => {
    const flats = lived.filter(({ spot }) => /^Flat \d/.test(spot.lines[0]));
    expect(flats.length / lived.length).toBeCloseTo(0.22, 1);
  });
});

test('a care home has a name', () => {
  const homes = lived.filter(({ dwelling }) => isCareHome(dwelling));
  expect(homes.length).toBeGreaterThan(500);
  expect(homes.filter(({ spot }) => !/^[\w ]+ (Care|Nursing|Residential) Home$/.test(spot.lines[0]))).toEqual([]);
});

describe('the homes of a line', () => {
  test('are in one settlement in each copy, mostly with one practice', () => {
    let practices = 0;
    for (let line = 0; line < 400; line += 1) {
      const homes = [0, 1, 2, 3, 4].map((n) => homeOf(line * 5 + n, 9));
      expect(new Set(homes.map(({ settlement }) => settlement)).size).toBe(1);
      practices += new Set(homes.map(({ practice }) => practice)).size;
    }
    expect(practices / 400).toBeLessThan(1.2);
  });

  test('are in different streets', () => {
    const alike = lived.filter(({ dwelling, spot }, n) => {
      const next = lived[n + 1];
      return next?.dwelling === dwelling + 1 && dwelling % 5 < 4 && next.spot.postcode === spot.postcode;
    });
    expect(alike.length).toBeLessThan(lived.length / 100);
  });
});

describe('the places', () => {
  const settled = new Float64Array(places.settlements.length);
  const listed = new Float64Array(places.practices);
  const byPeople = new Map<string, number>();
  for (let line = 0; line < lines; line += 1) {
    for (let copy = 0; copy < copyCount; copy += 1) {
      const { settlement, practice } = homeOf(line * 5, copy);
      settled[settlement] = (settled[settlement] ?? 0) + 1;
      listed[practice] = (listed[practice] ?? 0) + 1;
      const key = `${categories[peopleOf[line] ?? 0]} ${places.settlements[settlement]?.name}`;
      byPeople.set(key, (byPeople.get(key) ?? 0) + 1);
    }
  }
  const whole = lines * copyCount;
  const shareOf = (wanted: (place: (typeof places.settlements)[number]) => boolean): number =>
    places.settlements.reduce((sum, place, n) => sum + (wanted(place) ? (settled[n] ?? 0) : 0), 0) / whole;

  // Census 2021, built-up areas, thousands of 56,490; Defra, Rural population, 2021.
  test.each([
    ['London', 8_777],
    ['Birmingham', 1_121],
    ['Leeds', 536],
    ['Liverpool', 507],
    ['Sheffield', 501],
    ['Manchester', 470],
    ['Bristol', 425],
    ['Leicester', 407],
    ['Bradford', 334],
    ['Newcastle upon Tyne', 286],
    ['Plymouth', 267],
    ['Norwich', 198],
    ['Lincoln', 104],
  ])('are as large as they are: %s', (name, thousands) => {
    const there = name === 'London' ? shareOf(({ kind }) => kind === 'london') : shareOf((place) => place.name === name);
    expect((there * 56_490) / thousands).toBeGreaterThan(0.93);
    expect((there * 56_490) / thousands).toBeLessThan(1.07);
  });

  test('are villages for 17 people in 100', () => {
    expect(shareOf(({ kind }) => kind === 'village')).toBeCloseTo(0.171, 2);
  });

  test('have the peoples that live there', () => {
    const share = (category: string, place: string): number => {
      const here = [...categories].reduce((sum, each) => sum + (byPeople.get(`${each} ${place}`) ?? 0), 0);
      return (byPeople.get(`${category} ${place}`) ?? 0) / here;
    };
    expect(share('J', 'Bradford')).toBeGreaterThan(0.2);
    expect(share('H', 'Leicester')).toBeGreaterThan(0.25);
    expect(share('K', 'Tower Hamlets')).toBeGreaterThan(0.25);
    expect(share('N', 'Southwark')).toBeGreaterThan(0.1);
    const villages = places.settlements.filter(({ kind }) => kind === 'village').map(({ name }) => name);
    const british = villages.reduce((sum, name) => sum + (byPeople.get(`A ${name}`) ?? 0), 0);
    expect(british / (shareOf(({ kind }) => kind === 'village') * whole)).toBeGreaterThan(0.93);
  });

  test('have practices with lists as long and as unlike as England’s, for as many people as are alive', () => {
    const lists = [...listed].map((n) => (n / whole) * alive).toSorted((a, b) => a - b);
    const mean = alive / lists.length;
    const median = ((lists[Math.floor((lists.length - 1) / 2)] ?? 0) + (lists[Math.ceil((lists.length - 1) / 2)] ?? 0)) / 2;
    expect(median).toBeGreaterThan(8_500);
    expect(median).toBeLessThan(9_000);
    expect(Math.sqrt(lists.reduce((sum, list) => sum + (list - mean) * (list - mean), 0) / lists.length)).toBeGreaterThan(5_000);
    expect(lists[0]).toBeGreaterThan(800);
  });

  test('are asked for from the other end: a practice has exactly the lines whose quantiles reach it', () => {
    for (const practice of [0, 20, 45, 60, places.practices - 1]) {
      const members = new Set<number>();
      const reached = new Set<number>();
      for (let line = 0; line < lines; line += 3) {
        const { from, to } = places.reach(practice, peopleOf[line] ?? 0);
        for (let rank = dealt.firstRank(line, from); rank < dealt.firstRank(line, to); rank += 1) {
          const copy = dealt.copyAt(line, rank);
          if (homeOf(line * 5, copy).practice === practice) reached.add(line * copyCount + copy);
        }
        for (let copy = 0; copy < copyCount; copy += 1)
          if (homeOf(line * 5, copy).practice === practice) members.add(line * copyCount + copy);
      }
      expect(members.size).toBeGreaterThan(50);
      expect([...reached].toSorted()).toEqual([...members].toSorted());
    }
  });

  test('have ten deciles of deprivation of about as many people each, and poor and rich towns', () => {
    const deciles = count(lived.map(({ spot }) => spot.area.deprivation));
    expect([...deciles.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const people of deciles.values()) expect(people / lived.length).toBeCloseTo(0.1, 1);
    const mean = (...names: readonly string[]): number => {
      const there = lived.filter(({ home }) => names.includes(places.settlements[home.settlement]?.name ?? ''));
      return there.reduce((sum, { spot }) => sum + spot.area.deprivation, 0) / there.length;
    };
    expect(mean('Liverpool', 'Manchester', 'Bradford', 'Hull', 'Middlesbrough', 'Blackpool', 'Birmingham')).toBeLessThan(3.5);
    expect(mean('Richmond upon Thames', 'Wokingham', 'St Albans', 'Harrogate', 'Guildford', 'Winchester')).toBeGreaterThan(7.5);
  });
});

test('another seed builds the same towns with other streets', () => {
  const other = placesOf({ seed: 7, peoples, dwellings });
  const asked = { dwelling: 17, careHome: false, people: 0, quantile: 0.5 };
  expect(other.home(asked).settlement).toBe(places.home(asked).settlement);
  expect(other.address(other.home(asked))).not.toEqual(places.address(places.home(asked)));
});
