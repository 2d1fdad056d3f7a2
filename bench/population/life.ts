/** People as the measures see them: with those who belong to them found through the port, as of the population's date. */
import type { IsoDate, Partnership, Person, Population, Relative } from '../../src/population.ts';
import { ageOn, type Day, dayOf, year } from '../../src/world/calendar.ts';
import { copyCount } from '../../src/world/lines/deal.ts';

export interface Couple {
  readonly other: Life | undefined;
  readonly together: Day;
  readonly wedding: Day | undefined;
  readonly end: { readonly day: Day; readonly by: NonNullable<Partnership['end']>['by'] } | undefined;
}

/** Parts of a life are found when they are first asked for. */
export class Life {
  readonly person: Person;
  readonly today: Day;
  readonly birth: Day;
  readonly death: Day | undefined;
  /** Completed years, to this day or to the day of death. */
  readonly age: number;
  readonly #people: People;
  #relatives: readonly Relative[] | undefined;
  #couples: readonly Couple[] | undefined;
  #parents: readonly Life[] | undefined;
  #children: readonly Life[] | undefined;
  #household: readonly Life[] | undefined;

  constructor(person: Person, people: People) {
    this.person = person;
    this.#people = people;
    this.today = people.today;
    this.birth = dayOf(person.birthDate);
    this.death = person.death === undefined ? undefined : dayOf(person.death.date);
    this.age = ageOn(this.birth, this.death ?? people.today);
  }

  get isAlive(): boolean {
    return this.death === undefined;
  }

  get family(): string {
    return (this.person.names[0]?.family ?? '').toUpperCase();
  }

  /** Undefined where the record does not say. */
  get isBornAbroad(): boolean | undefined {
    const { birthPlace } = this.person;
    return birthPlace === undefined ? undefined : birthPlace.country !== 'GBR';
  }

  get home(): Person['addresses'][number] | undefined {
    return this.person.addresses.find(({ use }) => use === 'home');
  }

  /** One establishment for many, rather than a household. */
  get isInCare(): boolean {
    return establishment.test(this.home?.lines.join(' ') ?? '');
  }

  related(...kinds: readonly Relative['relationship'][]): readonly Life[] {
    this.#relatives ??= this.#people.population.relatives(this.person.nhsNumber);
    return this.#relatives
      .filter(({ relationship }) => kinds.includes(relationship))
      .map(({ nhsNumber = '' }) => this.#people.of(nhsNumber))
      .filter((life) => life !== undefined);
  }

  get mother(): Life | undefined {
    return this.related('mother')[0];
  }

  get father(): Life | undefined {
    return this.related('father')[0];
  }

  get parents(): readonly Life[] {
    return (this.#parents ??= this.related('mother', 'father'));
  }

  /** Eldest first. */
  get children(): readonly Life[] {
    return (this.#children ??= this.related('child').toSorted((a, b) => a.birth - b.birth));
  }

  /** Earliest first. */
  get couples(): readonly Couple[] {
    return (this.#couples ??= this.#people.population.partnerships(this.person.nhsNumber).map(({ partner, together, wedding, end }) => ({
      other: partner === undefined ? undefined : this.#people.of(partner),
      together: dayOf(together),
      wedding: wedding === undefined ? undefined : dayOf(wedding),
      end: end === undefined ? undefined : { day: dayOf(end.date), by: end.by },
    })));
  }

  /** The couple that this person is one of today. */
  get couple(): Couple | undefined {
    return this.isAlive ? this.couples.findLast(({ end }) => end === undefined) : undefined;
  }

  /** All who live at this person's home, this person first. */
  get household(): readonly Life[] {
    return (this.#household ??= this.#people.population
      .household(this.person.nhsNumber)
      .map((number) => this.#people.of(number))
      .filter((life) => life !== undefined));
  }

  /** Years ago, as a number with a fraction. */
  yearsSince(day: Day): number {
    return (this.today - day) / year;
  }

  yearsOldOn(day: Day): number {
    return (day - this.birth) / year;
  }
}

const establishment = /\b(?:care|nursing|residential|rest) home\b|\bhall of residence\b|\bstudent (?:hall|accommodation)\b/i;

export interface People {
  readonly population: Population;
  readonly today: Day;
  of(nhsNumber: string): Life | undefined;
  /** Everybody, or about so many of them: families stand together, so these are runs of neighbours, evenly spread. */
  all(sample?: number): Generator<Life>;
}

/** Families stand close together, so that those of the last while are nearly all that is asked for again. */
const rememberedAtMost = 20_000;

export function peopleOf(population: Population): People {
  let recent = new Map<string, Life>();
  let earlier = new Map<string, Life>();

  function keep(life: Life): Life {
    if (recent.size >= rememberedAtMost) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(life.person.nhsNumber, life);
    return life;
  }

  const known = (nhsNumber: string): Life | undefined => recent.get(nhsNumber) ?? earlier.get(nhsNumber);

  const people: People = {
    population,
    today: dayOf(population.asOf satisfies IsoDate),
    of(nhsNumber) {
      const life = known(nhsNumber);
      if (life !== undefined) return life;
      const person = population.find(nhsNumber);
      return person === undefined || person.minimal || person.status.kind !== 'live' ? undefined : keep(new Life(person, people));
    },
    *all(sample = population.size) {
      const { size } = population;
      let ahead: { readonly index: number; readonly person: Person } | undefined;
      for (const index of indicesOf(size, Math.min(sample, size))) {
        const person = ahead?.index === index ? ahead.person : population.at(index);
        const next = population.at(index + 1);
        ahead = { index: index + 1, person: next };
        // Where nobody is at an index, the next person answers: who is met twice is at the second only, so that nobody counts for a gap.
        if (size === 1 || person.nhsNumber !== next.nhsNumber) yield known(person.nhsNumber) ?? keep(new Life(person, people));
      }
    },
  };
  return people;
}

/** A shorter run has few families that are whole. */
const shortestRun = 50;

function* indicesOf(size: number, wanted: number): Generator<number> {
  // Each run is of another copy of the pattern, and begins where the one before it ended in it.
  const runs = wanted < size ? Math.min(copyCount, Math.max(1, Math.floor(wanted / shortestRun))) : 1;
  const part = Math.floor(size / runs);
  const length = Math.floor(wanted / runs);
  for (let run = 0; run < runs; run += 1) {
    const start = Math.floor((run * size) / runs) + ((run * length) % part);
    const end = Math.min(size, start + length);
    for (let index = start; index < end; index += 1) yield index;
  }
}
