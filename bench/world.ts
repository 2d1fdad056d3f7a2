/** How fast the synthetic world answers, and how small it is: rows for `npm run bench`, or alone with `node bench/world.ts`. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { entryKinds } from './population/read-record.ts';
import { organisations, personas } from '../mocks/personas.ts';
import type { Person, PersonQuery, Population } from '../src/population.ts';
import { traits } from '../src/world/traits.ts';
import { createWorld, largestSize } from '../src/world/world.ts';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number;
  readonly ok: boolean;
}

const people = 4_000;
const rounds = 7;

/** CPU microseconds for each of a list, the best of several rounds, so that a busy machine does not decide. */
function each<T>(list: readonly T[], work: (item: T) => unknown): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage();
    for (const item of list) work(item);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / list.length);
  }
  return best;
}

/** CPU microseconds for each of a list the first time, in the best of some parts of it. */
function firstTime<T>(list: readonly T[], work: (item: T) => unknown): number {
  const length = Math.floor(list.length / rounds);
  return Math.min(
    ...Array.from({ length: rounds }, (_, part) => {
      const start = process.cpuUsage();
      for (const item of list.slice(part * length, (part + 1) * length)) work(item);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / length;
    }),
  );
}

const readWhole = (world: Population, nhsNumber: string): unknown => {
  const record = world.record(nhsNumber);
  return record && entryKinds.map((kind) => record.of(kind).length);
};

function sample(world: Population): readonly Person[] {
  return Array.from({ length: people }, (_, n) => world.at(Math.floor((n * world.size) / people))).filter(
    ({ names }) => names[0]?.given[0] !== undefined,
  );
}

const drain = (found: Iterable<unknown>, most = Infinity): number => {
  let count = 0;
  for (const _ of found) {
    count += 1;
    if (count >= most) break;
  }
  return count;
};

const born = ({ birthDate }: Person): NonNullable<PersonQuery['born']> => ({ from: birthDate, to: birthDate });
const family = ({ names }: Person): string => names[0]?.family ?? '';

function measured(world: Population, suffix = ''): { readonly find: number; readonly search: number; readonly rows: readonly Row[] } {
  const list = sample(world);
  const find = each(list, ({ nhsNumber }) => world.find(nhsNumber));
  const search = each(list, (person) => drain(world.search({ family: family(person), gender: person.gender, born: born(person) })));
  const fuzzy = each(list, (person) =>
    drain(world.search({ family: family(person), given: (person.names[0]?.given ?? []).slice(0, 1), born: born(person), fuzzy: true })),
  );
  return {
    find,
    search,
    rows: [
      row(`person by NHS number${suffix}`, find, 'µs', 25),
      row(`search by family, gender and birth date${suffix}`, search, 'µs', 40),
      row(`search by sound${suffix}`, fuzzy, 'µs', 100),
    ],
  };
}

function row(name: string, value: number, unit: string, target: number): Row {
  return { name, value, unit, target, ok: value <= target };
}

/** The world as it is shipped, by itself: code and tables. */
async function gzipKilobytes(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [new URL('../src/world/world.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length / 1024;
}

export async function benchWorld(): Promise<readonly Row[]> {
  const started = performance.now();
  const world = createWorld({ size: largestSize, personas, organisations });
  const created = performance.now() - started;
  const before = process.cpuUsage();
  // Somebody of the pattern: test people are found without it.
  world.at(0);
  const { user, system } = process.cpuUsage(before);

  const large = measured(world);
  const small = measured(createWorld({ size: 1_000, personas, organisations }), ' among 1,000');
  const years = Array.from({ length: 40 }, (_, n) => 1950 + n);
  const wildcard = each(years, (year) => drain(world.search({ family: 'Sm*', born: { from: `${year}-01-01`, to: `${year}-12-31` } }), 1));
  const page = each(years, (year) => drain(world.search({ family: 'Sm*', born: { from: `${year}-01-01`, to: `${year}-12-31` } }), 51));
  const dayOnly = each(years, (year) => drain(world.search({ born: { from: `${year}-06-15`, to: `${year}-06-15` } })));
  const practice = 'Y90002';
  const list = drain(world.members(practice));
  const member = each([practice], (ods) => drain(world.members(ods))) / list;
  const awkward = each(traits, (trait) => drain(world.withTrait(trait), 20));
  const numbers = sample(world).map(({ nhsNumber }) => nhsNumber);
  return [
    row('world created', created, 'ms', 30),
    row('pattern and tables built on first use', (user + system) / 1000, 'ms', 150),
    ...large.rows,
    row('search Sm* over a year, first of them', wildcard, 'µs', 200),
    row('search Sm* over a year, a full answer of 51 whole people', page, 'µs', 2_000),
    row('search by birth date alone', dayOnly, 'µs', 5_000),
    row(
      'relatives',
      each(numbers, (number) => world.relatives(number)),
      'µs',
      50,
    ),
    row(
      'household',
      each(numbers, (number) => world.household(number)),
      'µs',
      50,
    ),
    row(
      'events of a life',
      each(numbers.slice(0, 500), (number) => world.events(number)),
      'µs',
      1_000,
    ),
    row(
      'clinical record of a person, whole',
      // Of others each time, so that none was read before.
      firstTime(numbers, (number) => readWhole(world, number)),
      'µs',
      1_500,
    ),
    row(
      'ten of a record that was read',
      each(numbers.slice(0, 20), (number) => world.record(number)?.of('observation').slice(-10)),
      'µs',
      5,
    ),
    row('each member of a practice', member, 'µs', 40),
    row('twenty people with a trait', awkward / 1000, 'ms', 50),
    ...small.rows,
    row('person: all there are against 1,000', large.find / small.find, 'times', 3),
    row('code and tables', await gzipKilobytes(), 'kB gzip', 300),
  ];
}

if (import.meta.main) {
  for (const { name, value, unit, target, ok } of await benchWorld()) {
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(60)} ${value.toFixed(value < 10 ? 2 : 1).padStart(9)} ${unit.padEnd(8)} target ${target}`);
  }
}
