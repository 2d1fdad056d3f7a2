/** The people whom a workspace brought beside the population: a reset leaves them alone, as it does contracts. */
import { isNhsNumber, parseNhsNumber } from '../fhir/nhs-number.ts';
import type { Fault, Problem } from '../mock/problem.ts';
import type { NhsNumber, Person, Population } from '../population.ts';
import { readOwnPerson, recordOfOwn, type Mistold, type OwnPerson } from '../world/own-person.ts';
import { indexOwnPeople, withNobody, withOwnPeople, type OwnPeopleIndex } from '../world/own-people.ts';
import { lastDay } from '../world/reach.ts';
import type { Store } from './store/store.ts';

export const ownPeopleAtMost = 1_000;

export interface OwnPeople {
  /** By their numbers, as they are told. */
  list(): ReadonlyMap<NhsNumber, OwnPerson>;
  /** Nobody but them, among the places of the world; on whichever day is asked for. */
  readonly alone: Population;
  /** All of them or none: relatives may be among those who come with them. Each has a number then. */
  add(told: readonly unknown[]): readonly Person[] | Problem;
  /** In the place of whoever the workspace brought under this number, or as another. */
  put(nhsNumber: string, told: unknown): { readonly person: Person; readonly isNew: boolean } | Problem;
  /** True where the workspace had brought somebody of this number. */
  delete(nhsNumber: string): boolean;
}

/** Where they are kept, by number; what is counted of them stands beside. */
export const ownPeopleCollection = '~person';
const counters = `${ownPeopleCollection}/counter`;

export interface WithOwnPeople {
  readonly people: OwnPeople;
  /** The world, and them, on whichever day is asked for. */
  readonly population: Population;
  /** What is known of the store in memory is read anew. */
  forget(): void;
}

/** `changing` is told before a change. */
export function openOwnPeople(store: Store, world: Population, changing: () => void = () => {}): WithOwnPeople {
  let known: { readonly told: ReadonlyMap<NhsNumber, OwnPerson>; readonly index: OwnPeopleIndex | undefined } | undefined;
  const forget = (): void => {
    known = undefined;
  };

  function held(): NonNullable<typeof known> {
    if (known) return known;
    const told = new Map(
      store.list(ownPeopleCollection).map(([number, text]) => [number as NhsNumber, JSON.parse(text) as OwnPerson]), // as `keep` wrote them
    );
    return (known = { told, index: told.size > 0 ? indexOwnPeople(told) : undefined });
  }

  const population = withOwnPeople(world, () => held().index);
  let atLast: { readonly world: Population; readonly everybody: Population } | undefined;
  /** Whoever is born later has their number already. */
  const ever = (): NonNullable<typeof atLast> => (atLast ??= { world: world.on(lastDay), everybody: population.on(lastDay) });

  function change<T>(work: () => T): T {
    changing();
    return store.transaction(() => {
      const done = work();
      store.whenUndone(forget);
      forget();
      return done;
    });
  }

  const keep = (number: NhsNumber, told: OwnPerson): void =>
    store.put(ownPeopleCollection, number, JSON.stringify({ ...told, nhsNumber: number } satisfies OwnPerson));

  /** One that nobody has: the world's spare numbers from their end, since clients who make people are given them from the beginning. */
  function mint(taken: ReadonlySet<string>): NhsNumber {
    let n = Number(store.get(counters, 'minted') ?? '0');
    for (;;) {
      const number = spareFromEnd(world, n++);
      if (taken.has(number) || ever().everybody.find(number) !== undefined) continue;
      store.put(counters, 'minted', String(n));
      return number;
    }
  }

  function add(told: readonly unknown[]): readonly Person[] | Problem {
    const place = (n: number): string => (told.length === 1 ? '' : `/${n}`);
    const faults: Fault[] = [];
    const fault = (n: number, { pointer, message }: Mistold): void => void faults.push(faultAt(place(n) + pointer, message));
    const people: OwnPerson[] = [];
    const taken = new Set<string>();
    for (const [n, one] of told.entries()) {
      const read = readOwnPerson(one);
      if (isMistold(read)) {
        for (const wrong of read) fault(n, wrong);
        continue;
      }
      people.push(read);
      const { nhsNumber } = read;
      if (nhsNumber === undefined) continue;
      if (taken.has(nhsNumber)) fault(n, { pointer: '/nhsNumber', message: 'is there twice.' });
      else if (held().told.has(nhsNumber as NhsNumber)) fault(n, { pointer: '/nhsNumber', message: isOwnAlready });
      else if (ever().world.find(nhsNumber)) fault(n, { pointer: '/nhsNumber', message: isOfPopulation });
      taken.add(nhsNumber);
    }
    if (faults.length === 0)
      for (const [n, { relatives = [] }] of people.entries())
        for (const [i, { nhsNumber }] of relatives.entries())
          if (!taken.has(nhsNumber) && !ever().everybody.find(nhsNumber))
            fault(n, { pointer: `/relatives/${i}/nhsNumber`, message: nobodyHas });
    if (faults.length > 0) return refusal(faults);
    if (held().told.size + people.length > ownPeopleAtMost) return tooMany;
    return change(() =>
      people.map((one) => {
        const number = parseNhsNumber(one.nhsNumber ?? '') ?? mint(taken);
        taken.add(number);
        keep(number, one);
        return recordOfOwn(one, number);
      }),
    );
  }

  return {
    population,
    forget,
    people: {
      list: () => held().told,
      alone: withOwnPeople(withNobody(world), () => held().index),
      add,
      put(nhsNumber, told) {
        const number = parseNhsNumber(nhsNumber);
        const before = number && held().told.get(number);
        const one = typeof told === 'object' && told !== null && !Array.isArray(told) ? { ...told, nhsNumber } : told;
        if (!number || before === undefined) {
          const added = add([one]);
          if ('problem' in added) return added;
          const [person] = added;
          return person ? { person, isNew: true } : tooMany;
        }
        if (isRecordWithNumber(told) && told.nhsNumber !== nhsNumber)
          return refusal([faultAt('/nhsNumber', 'must be the number of the path: whoever changes their number is another person here.')]);
        const read = readOwnPerson(one);
        if (isMistold(read)) return refusal(read.map(({ pointer, message }) => faultAt(pointer, message)));
        const unknown = (read.relatives ?? []).findIndex((relative) => !ever().everybody.find(relative.nhsNumber));
        if (unknown >= 0) return refusal([faultAt(`/relatives/${unknown}/nhsNumber`, nobodyHas)]);
        return change(() => {
          keep(number, read);
          return { person: recordOfOwn(read, number), isNew: false };
        });
      },
      delete(nhsNumber) {
        const number = parseNhsNumber(nhsNumber);
        if (!number || !held().told.has(number)) return false;
        return change(() => store.delete(ownPeopleCollection, number));
      },
    },
  };
}

const isMistold = (read: OwnPerson | readonly Mistold[]): read is readonly Mistold[] => Array.isArray(read);

const isRecordWithNumber = (told: unknown): told is { readonly nhsNumber: unknown } =>
  typeof told === 'object' && told !== null && 'nhsNumber' in told && told.nhsNumber !== undefined;

/** As many tries as there can be people of one's own, twice over. */
const lookedBack = 10_000;

/** The nth spare number of the world from the end; where it has none left, one of the 998 range, which is never issued either. */
function spareFromEnd(world: Population, n: number): NhsNumber {
  const last = world.spareNumber(0) === undefined ? -1 : lastSpare(world);
  return (last - n >= 0 ? world.spareNumber(last - n) : undefined) ?? neverIssued(lookedBack + n);
}

/** The last n for which the world has a spare number: halving what is left between one that it has and one that it has not. */
function lastSpare(world: Population): number {
  let [has, hasNot] = [0, 1_000_000];
  while (hasNot - has > 1) {
    const middle = (has + hasNot) >> 1;
    if (world.spareNumber(middle) === undefined) hasNot = middle;
    else has = middle;
  }
  return has;
}

/** The next one with a right check digit, which is never far. */
function neverIssued(n: number): NhsNumber {
  for (let number = (998_500_000 + n * 2) * 10; ; number++) {
    const digits = String(number);
    if (isNhsNumber(digits)) return digits;
  }
}

const faultAt = (pointer: string, message: string): Fault => ({ in: 'body', pointer, keyword: 'person', message });

function refusal(faults: readonly Fault[]): Problem {
  const shown = faults.slice(0, 20);
  const sentences = shown.map(({ pointer, message }) => `${pointer === '' ? 'A person' : pointer} ${message}`);
  const isTaken = shown.every(({ message }) => message === isOfPopulation || message === isOwnAlready);
  return { problem: isTaken ? 'conflict' : 'invalid-value', message: sentences.join(' '), faults: shown };
}

const isOfPopulation =
  'is the number of somebody of the population; leave it out, and one that nobody has is given. Those are changed through the mock APIs.';
const isOwnAlready = 'is the number of a person of your own already: PUT /_sandbox/people/{nhsNumber} replaces them.';
const nobodyHas = 'is the number of nobody here: name somebody of the population, or of your own, or bring them together.';
const tooMany: Problem = {
  problem: 'unprocessable',
  message: `A workspace holds at most ${ownPeopleAtMost} people of its own; delete one first.`,
};
