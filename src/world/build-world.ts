/** The world built: its parts made once, each from those before it, and the questions of the port answered from them. */
import type { FiledAddress, IsoDate, NhsNumber, OdsCode, Organisation, Person, Population, Relative, Trait } from '../population.ts';
import { spotsWith } from './addresses.ts';
import { dayOf, isoDate } from './calendar.ts';
import { eventsOf } from './events/events.ts';
import { type Family, lifeOf, type Setting } from './events/life.ts';
import { formerSurnamesOf } from './former-surnames.ts';
import { givenNameTable } from './given-names.ts';
import { householdsOf } from './households.ts';
import { vacancies } from './keeping-clear.ts';
import { kinshipOf } from './kinship.ts';
import { layOut } from './layout.ts';
import { livesOf } from './lives.ts';
import { namingOf } from './naming.ts';
import { nhsNumbers, numbersInRange } from './nhs-numbers.ts';
import { organisationsOf } from './organisations.ts';
import type { WorldParts } from './parts.ts';
import { personAt } from './people.ts';
import { fitting } from './person-criteria.ts';
import type { Persona } from './persona.ts';
import { practiceAreas } from './practice-areas.ts';
import { practitionersOf } from './practitioners.ts';
import { statedDay } from './reach.ts';
import { recordOn } from './record-on.ts';
import { recordsOf } from './records.ts';
import { relativesOf } from './relatives.ts';
import { remembered } from './remembered.ts';
import { searchOf } from './search.ts';
import { hasTrait, likelyTo } from './traits.ts';

export interface WorldSettings {
  readonly seed: number;
  /** Up to 909,091. What is left of that is spare, for people whom clients create. */
  readonly size: number;
  readonly personas: readonly Persona[];
  /** Organisations that personas refer to. */
  readonly organisations: readonly Organisation[];
}

export interface World {
  /** With the test people as they are on that day. */
  on(date: IsoDate, personas: readonly Persona[]): WorldView;
}

export type WorldView = Omit<Population, 'size' | 'asOf' | 'on' | 'published' | 'brought'>;

/** The day to which lives are drawn; what is asked of earlier ones is cut from them. */
const drawnTo = statedDay;

export function buildWorld({ seed, size, personas: everyPersona, organisations: extra }: WorldSettings): World {
  const layout = layOut(seed, size, dayOf(drawnTo));
  const numbers = nhsNumbers(seed);
  const givenNames = givenNameTable();
  /** Indices beyond the population that published people have, in order: `spareNumber` steps over them. */
  const takenSpares = everyPersona
    .map(({ person }) => numbers.index(person.nhsNumber))
    .filter((index): index is number => index !== undefined && index >= size)
    .toSorted((a, b) => a - b);
  const records = recordsOf(layout);
  const naming = namingOf(layout, givenNames);
  const former = formerSurnamesOf(layout);
  const kinship = kinshipOf(layout, (index) => exists(index));
  const isVacant = vacancies(everyPersona, { layout, numbers, naming, former, changedName: kinship.changedName });
  const exists = remembered((index) => records.kind(index) === 'live' && !isVacant(index));
  const search = searchOf(layout, naming, kinship, former);
  const lives = livesOf(layout, kinship);
  const areas = practiceAreas(seed, size);
  const households = householdsOf(layout, kinship, lives, areas);
  const organisations = organisationsOf(seed, areas.practices, extra);
  const parts: WorldParts = { layout, numbers, naming, former, kinship, lives, households, organisations, records };
  const practitioners = practitionersOf(layout, givenNames, organisations);

  /** The index of a number that somebody in the generated world has, whatever the state of the record. */
  function indexOf(nhsNumber: string): number | undefined {
    const index = numbers.index(nhsNumber);
    return index === undefined || index >= size || isVacant(index) ? undefined : index;
  }

  function familyOf(index: number): Family {
    const partner = kinship.partner(index);
    const wedding = kinship.marriage(index) ?? (partner === undefined ? undefined : kinship.marriage(partner));
    return { children: kinship.children(index).map(lives.birth), ...(wedding === undefined ? {} : { wedding }) };
  }

  return { on: viewOn };

  function viewOn(asOf: IsoDate, personas: readonly Persona[]): WorldView {
    const published = new Map<string, Persona>(personas.map((persona) => [persona.person.nhsNumber, persona]));
    /** Most searches are for one day. */
    const publishedByBirth = Map.groupBy(personas, ({ person }) => person.birthDate);
    const isEarlier = asOf < drawnTo;
    const today = dayOf(asOf);
    const isAtHome = (index: number): boolean =>
      lives.birth(index) <= today && (lives.death(index)?.day ?? Infinity) > today && records.place(index) === 'home';

    function personOf(index: number): Person | undefined {
      const person = personAt(parts, index);
      return isEarlier ? recordOn(person, asOf) : person;
    }

    function find(nhsNumber: string): Person | undefined {
      const persona = published.get(nhsNumber);
      if (persona !== undefined) return persona.person;
      const index = indexOf(nhsNumber);
      return index === undefined ? undefined : personOf(index);
    }

    const setting: Setting = {
      seed,
      asOf,
      practitioners: (ods) => practitioners.of(ods),
      trustFor(practice) {
        const number = organisations.practiceNumber(practice);
        return organisations.trustFor(number ?? 0);
      },
    };

    const isThere = ({ nhsNumber }: Relative): boolean => nhsNumber === undefined || find(nhsNumber) !== undefined;

    /** What the registry says of a persona's children. */
    function publishedFamily(nhsNumber: string): Family {
      const relatives = published.get(nhsNumber)?.relatives ?? [];
      const children = relatives
        .filter(({ relationship }) => relationship === 'child')
        .map(({ nhsNumber: number = '' }) => published.get(number));
      return { children: children.filter((child) => child !== undefined).map(({ person }) => dayOf(person.birthDate)) };
    }

    /** Where a persona lives, or once did. */
    function publishedAt(postcode: string, paf: string): readonly FiledAddress[] | undefined {
      for (const { person } of personas) {
        const home = person.addresses.find((address) => address.paf === paf && address.postcode === postcode);
        if (home !== undefined) return [{ lines: home.lines, postcode, paf }];
      }
      return undefined;
    }

    return {
      find,
      *search(query) {
        const answers = fitting(query);
        const { born } = query;
        const mayFit = born !== undefined && born.from === born.to ? (publishedByBirth.get(born.from) ?? []) : personas;
        for (const { person } of mayFit) if (answers(person)) yield person;
        for (const index of search.candidates(query)) {
          const person = exists(index) ? personOf(index) : undefined;
          if (person) yield person;
        }
      },
      organisation: (ods) => organisations.byCode(ods),
      organisations: (kind) => organisations.all(kind),
      practitioners: (ods) => practitioners.of(ods),
      relatives(nhsNumber) {
        const index = indexOf(nhsNumber);
        const told = published.get(nhsNumber)?.relatives;
        if (told) return told.filter(isThere);
        const relatives = index === undefined ? [] : relativesOf(parts, index);
        return isEarlier ? relatives.filter(isThere) : relatives;
      },
      partnerships(nhsNumber) {
        const index = indexOf(nhsNumber);
        const partner = index === undefined ? undefined : kinship.partner(index);
        if (index === undefined || partner === undefined) return [];
        const wedding = kinship.marriage(index) ?? kinship.marriage(partner);
        if (wedding === undefined || wedding > today) return [];
        const deaths = [lives.death(index), lives.death(partner)].flatMap((death) => death?.day ?? []).filter((day) => day <= today);
        const end = deaths.length > 0 ? { date: isoDate(Math.min(...deaths)), by: 'death' as const } : undefined;
        return [{ partner: numbers.of(partner), together: isoDate(wedding), wedding: isoDate(wedding), ...(end && { end }) }];
      },
      household(nhsNumber) {
        const index = published.has(nhsNumber) ? undefined : indexOf(nhsNumber);
        if (index === undefined || !isAtHome(index)) return [];
        const head = households.head(index);
        const others = [head, ...households.dependants(head)].filter((each) => each !== index && isAtHome(each));
        return [index, ...others].map((each) => numbers.of(each));
      },
      addresses: (postcode, paf) => publishedAt(postcode, paf) ?? spotsWith(seed, size, { postcode, paf }),
      *members(ods) {
        for (const { person } of personas) if (isMember(person, ods)) yield person;
        const practice = organisations.practiceNumber(ods);
        if (practice === undefined || practice >= areas.practices) return;
        for (const index of areas.people(practice)) {
          if (!exists(index) || households.head(index) !== index) continue;
          for (const each of [index, ...households.dependants(index)]) {
            const person = personOf(each);
            if (person && isMember(person, ods)) yield person;
          }
        }
      },
      events(nhsNumber, window) {
        const person = find(nhsNumber);
        if (person === undefined || person.minimal || person.status.kind !== 'live') return [];
        const index = published.has(nhsNumber) ? undefined : indexOf(nhsNumber);
        return eventsOf(lifeOf(person, index === undefined ? publishedFamily(nhsNumber) : familyOf(index), setting), window);
      },
      at(index) {
        const start = ((index % size) + size) % size;
        for (let step = 0; step < size; step += 1) {
          const candidate = (start + step) % size;
          const person = exists(candidate) ? personOf(candidate) : undefined;
          if (person) return person;
        }
        throw new RangeError('nobody is left in a world as small as this: choose a larger size');
      },
      *withTrait(trait: Trait) {
        for (const { person } of personas) if (hasTrait(person, trait, asOf)) yield person;
        const mayHave = likelyTo(trait, parts);
        for (let index = 0; index < size; index += 1) {
          if (!mayHave(index) || isVacant(index)) continue;
          const person = personOf(index);
          if (person && hasTrait(person, trait, asOf)) yield person;
        }
      },
      spareNumber(n): NhsNumber | undefined {
        let index = size + n;
        for (const taken of takenSpares) if (taken <= index) index += 1;
        return index < numbersInRange ? numbers.of(index) : undefined;
      },
    };
  }
}

function isMember(person: Person, ods: string): boolean {
  const [current] = person.registrations;
  const code: OdsCode | undefined = current?.period.end === undefined ? current?.practice : undefined;
  return code === ods.toUpperCase();
}
