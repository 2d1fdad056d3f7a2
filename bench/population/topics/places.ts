/** Where people live, and where they are registered. */
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, figure, inside, law, portions, type Section, target } from '../figures.ts';
import { addressBook } from '../address-book.ts';
import type { Life, People } from '../life.ts';
import { isHome, townOf } from '../town.ts';
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
  figures: cities.map(([key, people]) => target(figure(key, { group: 'city', key }, (100 * people) / ofThem, 'builtUp'))),
};

const deprived: Section = {
  title: 'Deprivation of the area',
  unit: '%',
  about: 'of the living; the first is the most deprived tenth of areas',
  figures: Array.from({ length: 10 }, (_, n) => figure(`decile ${n + 1}`, { group: 'deprivation', key: String(n + 1) }, 10, 'deprivation')),
};

const rural: Section = {
  title: 'Town and country',
  unit: '%',
  about: 'of the living, or of those named',
  figures: [
    figure('in settlements under 10,000', { share: 'rural' }, 17.1, 'rural'),
    figure('65 and over, of those', { share: '65 and over, rural' }, 25, 'rural'),
  ],
};

const lists: Section = {
  title: 'Lists of practices',
  unit: 'people',
  about: 'registered and alive',
  figures: [
    target(inside('median', { values: 'list', take: 'median' }, [8_500, 9_000], 'lists')),
    target(inside('standard deviation', { values: 'list', take: 'sd' }, [5_000, 8_000], 'lists')),
    figure('mean', { values: 'list', take: 'mean' }, 10_200, 'lists'),
    figure('one in ten is smaller than', { values: 'list', take: 'p10' }, 3_800, 'lists', 800),
    figure('one in ten is larger than', { values: 'list', take: 'p90' }, 17_600, 'lists'),
  ],
};

/** Lists of 2021 end here, and have grown by so much since. */
const listStarts = [0, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 15_000, 20_000, 30_000];
const growth = 1.12;
const listBands: Section = {
  title: 'Practices by size of their list',
  unit: '%',
  about: 'of practices, by their list of 2021: 1.12 times as many people now',
  // Among seventy practices one is more than one in a hundred.
  figures: portions('list', bandsOf(listStarts), [2.4, 12.7, 18.0, 17.6, 14.5, 11.8, 11.1, 7.7, 3.1, 1.1], 'lists', 4),
};

const nearby: Section = {
  title: 'Practice and pharmacy near home',
  unit: '%',
  about: 'of those who have one',
  figures: [
    inside('practice in the town of the home, of townspeople', { share: 'practice in town' }, [90, 100], 'target'),
    target(inside('pharmacy in the town of home or practice', { share: 'pharmacy in town' }, [98, 100], 'target')),
    figure('have a nominated pharmacy', { share: 'has a pharmacy' }, 55, 'contacts', 10),
    figure('of those of 65 and over', { share: 'has a pharmacy, 65 and over' }, 80, 'contacts', 10),
  ],
};

const pharmacies: Section = {
  title: 'Pharmacies',
  unit: 'per 10,000',
  about: 'of the living',
  figures: [figure('pharmacies', { number: 'pharmacies' }, 1.8, 'pharmacies')],
};

const laws: Section = {
  title: 'Addresses are one each',
  unit: 'records',
  about: 'of all addresses met, present and former',
  figures: [
    law('UPRNs of more than one address', { number: 'shared UPRNs' }),
    law('addresses of more than one UPRN', { number: 'addresses with two UPRNs' }),
    law('postcodes of more than two streets', { number: 'postcodes of many streets' }),
    law('streets of a postcode in two localities', { number: 'streets in two localities' }),
  ],
};

export const places: Topic = {
  title: 'Places',
  sections: [sizes, rural, deprived, lists, listBands, nearby, pharmacies, laws],
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
        seeServices(life, people, counts);
        const practice = practiceOf(life);
        if (practice !== undefined) registered.set(practice, (registered.get(practice) ?? 0) + 1);
      },
      finish(counts, isWhole) {
        addresses.finish(counts);
        if (!isWhole) return;
        for (const list of registered.values()) {
          counts.value('list', list);
          counts.among('list', bandOf(listStarts, list / growth) ?? '');
        }
        const open = [...people.population.organisations('pharmacy')].length;
        counts.number('pharmacies', (10_000 * open) / living);
      },
    };
  },
};

function seeHome(life: Life, counts: Counts): void {
  const { home } = life;
  if (!isHome(home)) return;
  const place = `${townOf(home)} ${(home.lines[4] ?? '').toUpperCase()}`;
  // A village is told by its post town, and is not of it.
  const city =
    home.area?.rural === true
      ? undefined
      : cities.find(([name]) => (name === 'London' ? /\bLONDON\b/.test(place) : townOf(home).startsWith(name.toUpperCase())));
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

function seeServices(life: Life, people: People, counts: Counts): void {
  const { person, home, age } = life;
  counts.share('has a pharmacy', person.pharmacy !== undefined);
  if (age >= 65) counts.share('has a pharmacy, 65 and over', person.pharmacy !== undefined);
  if (!isHome(home)) return;
  const practice = practiceOf(life);
  const townAt = (ods: string): string => townOf(people.population.organisation(ods)?.address);
  const towns = new Set([townOf(home), ...(practice === undefined ? [] : [townAt(practice)])]);
  // A village need not have a practice.
  if (practice !== undefined && home.area?.rural !== true) counts.share('practice in town', towns.size === 1);
  if (person.pharmacy !== undefined) counts.share('pharmacy in town', towns.has(townAt(person.pharmacy)));
}
