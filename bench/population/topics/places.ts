/** Where people live, who moves, and where they are registered. */
import { dayOf } from '../../../src/world/calendar.ts';
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, figure, inside, law, type Section } from '../figures.ts';
import { addressBook } from '../address-book.ts';
import type { Life, People } from '../life.ts';
import type { Topic } from '../topic.ts';

/** Thousands, Census 2021. */
const cities = [
  ['London', 8_777],
  ['Birmingham', 1_121],
  ['Leeds', 536],
  ['Liverpool', 507],
  ['Sheffield', 501],
  ['Manchester', 470],
  ['Bristol', 425],
  ['Leicester', 407],
  ['Coventry', 344],
  ['Bradford', 334],
  ['Nottingham', 300],
  ['Newcastle upon Tyne', 286],
  ['Brighton', 277],
  ['Derby', 276],
  ['Hull', 271],
  ['Plymouth', 267],
] as const;
const ofThem = cities.reduce((sum, [, people]) => sum + people, 0);

const sizes: Section = {
  title: 'Cities by size',
  unit: '%',
  about: 'of the people of these cities together',
  chart: 'bars',
  figures: cities.map(([key, people]) => figure(key, { group: 'city', key }, (100 * people) / ofThem, 'builtUp')),
};

const deprived: Section = {
  title: 'Deprivation of the area',
  unit: '%',
  about: 'of the living; the first is the most deprived tenth of areas',
  chart: 'bars',
  figures: Array.from({ length: 10 }, (_, n) => figure(`decile ${n + 1}`, { group: 'deprivation', key: String(n + 1) }, 10, 'deprivation')),
};

const rural: Section = {
  title: 'Town and country',
  unit: '%',
  about: 'of the living, or of those named',
  chart: 'bars',
  figures: [
    figure('in settlements under 10,000', { share: 'rural' }, 17.1, 'rural'),
    figure('65 and over, of those', { share: '65 and over, rural' }, 25, 'rural'),
  ],
};

const lists: Section = {
  title: 'Lists of practices',
  unit: 'people',
  about: 'registered and alive',
  chart: 'bars',
  figures: [
    inside('median', { values: 'list', take: 'median' }, [8_500, 9_000], 'lists'),
    inside('standard deviation', { values: 'list', take: 'sd' }, [5_000, 8_000], 'lists'),
    figure('mean', { values: 'list', take: 'mean' }, 10_200, 'lists'),
    figure('one in ten is smaller than', { values: 'list', take: 'p10' }, 3_800, 'lists', 800),
    figure('one in ten is larger than', { values: 'list', take: 'p90' }, 17_600, 'lists'),
  ],
};

const nearby: Section = {
  title: 'Practice and pharmacy near home',
  unit: '%',
  about: 'of those who have one',
  chart: 'bars',
  figures: [
    inside('practice in the town of the home', { share: 'practice in town' }, [90, 100], 'target'),
    inside('pharmacy in the town of home or practice', { share: 'pharmacy in town' }, [98, 100], 'target'),
    figure('have a nominated pharmacy', { share: 'has a pharmacy' }, 55, 'contacts', 10),
    figure('of those of 65 and over', { share: 'has a pharmacy, 65 and over' }, 80, 'contacts', 10),
  ],
};

const pharmacies: Section = {
  title: 'Pharmacies',
  unit: 'per 10,000',
  about: 'of the living',
  chart: 'bars',
  figures: [figure('pharmacies', { number: 'pharmacies' }, 1.8, 'pharmacies')],
};

const moveAges = [0, 5, 16, 20, 25, 30, 35, 45, 55, 65, 75, 85];
const moves: Section = {
  title: 'Moved within a year, by age',
  unit: '%',
  about: 'of the living of that age',
  chart: 'bars',
  figures: [
    figure('everybody', { share: 'moved' }, 10.8, 'censusMoves', 1.5),
    ...bandsOf(moveAges).map((band, n) =>
      figure(band, { share: `moved at ${band}` }, [13, 8, 13.5, 29, 25, 18, 11, 7, 5, 4, 4, 7][n] ?? 0, 'censusMoves', 1.5),
    ),
    figure('changed practice', { share: 'changed practice' }, 8, 'contacts', 1),
  ],
};

const laws: Section = {
  title: 'Addresses are one each',
  unit: 'records',
  about: 'of all addresses met, present and former',
  chart: 'bars',
  figures: [
    law('UPRNs of more than one address', { number: 'shared UPRNs' }),
    law('addresses of more than one UPRN', { number: 'addresses with two UPRNs' }),
    law('postcodes of more than two streets', { number: 'postcodes of many streets' }),
    law('streets of a postcode in two localities', { number: 'streets in two localities' }),
  ],
};

export const places: Topic = {
  title: 'Places',
  sections: [sizes, rural, deprived, lists, nearby, pharmacies, moves, laws],
  begin: (people) => {
    const registered = new Map<string, number>();
    const addresses = addressBook();
    let living = 0;
    return {
      see(life, counts) {
        life.person.addresses.forEach(addresses.add);
        if (!life.isAlive) return;
        living += 1;
        seeHome(life, counts);
        seeMoves(life, counts);
        seeServices(life, people, counts);
        const practice = practiceOf(life);
        if (practice !== undefined) registered.set(practice, (registered.get(practice) ?? 0) + 1);
      },
      finish(counts, isWhole) {
        addresses.finish(counts);
        if (!isWhole) return;
        for (const list of registered.values()) counts.value('list', list);
        const open = [...people.population.organisations('pharmacy')].length;
        counts.number('pharmacies', (10_000 * open) / living);
      },
    };
  },
};

/** The town is the fourth of five lines. */
const townOf = (lines: readonly string[] | undefined): string => (lines?.[3] ?? '').toUpperCase();

const isAt = (home: Life['home']): home is NonNullable<Life['home']> => home !== undefined && home.postcode !== 'ZZ99 3VZ';

function seeHome(life: Life, counts: Counts): void {
  const { home } = life;
  if (!isAt(home)) return;
  const place = `${townOf(home.lines)} ${(home.lines[4] ?? '').toUpperCase()}`;
  const city = cities.find(([name]) => (name === 'London' ? /\bLONDON\b/.test(place) : townOf(home.lines).startsWith(name.toUpperCase())));
  if (city !== undefined) counts.among('city', city[0]);
  if (home.area === undefined) return;
  counts.among('deprivation', String(home.area.deprivation));
  counts.share('rural', home.area.rural);
  if (home.area.rural) counts.share('65 and over, rural', life.age >= 65);
}

function practiceOf({ person }: Life): string | undefined {
  const [current] = person.registrations;
  return current?.period.end === undefined ? current?.practice : undefined;
}

const isWithinYear = (life: Life, date: string): boolean => life.yearsSince(dayOf(date)) < 1;

function seeMoves(life: Life, counts: Counts): void {
  const { person, age, home } = life;
  const since = home?.period?.start;
  if (since !== undefined && isAt(home)) {
    const hasMoved = isWithinYear(life, since) && since !== person.birthDate;
    counts.share('moved', hasMoved);
    counts.share(`moved at ${bandOf(moveAges, age)}`, hasMoved);
  }
  const [current, before] = person.registrations;
  if (current !== undefined) counts.share('changed practice', before !== undefined && isWithinYear(life, current.period.start));
}

function seeServices(life: Life, people: People, counts: Counts): void {
  const { person, home, age } = life;
  counts.share('has a pharmacy', person.pharmacy !== undefined);
  if (age >= 65) counts.share('has a pharmacy, 65 and over', person.pharmacy !== undefined);
  if (!isAt(home)) return;
  const practice = practiceOf(life);
  const townAt = (ods: string): string => townOf(people.population.organisation(ods)?.address.lines);
  const towns = new Set([townOf(home.lines), ...(practice === undefined ? [] : [townAt(practice)])]);
  if (practice !== undefined) counts.share('practice in town', towns.size === 1);
  if (person.pharmacy !== undefined) counts.share('pharmacy in town', towns.has(townAt(person.pharmacy)));
}
