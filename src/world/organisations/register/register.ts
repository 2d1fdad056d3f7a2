/** The register as of a day: entries are made one by one when they are asked for. */
import { lazily } from '../../../contract/lazily.ts';
import type { Geography, OrganisationRegister, Premises, RegisterEntry } from '../../../organisation-register.ts';
import type { IsoDate, Organisation } from '../../../population.ts';
import { byCodePoint } from '../../fold.ts';
import { codeOf } from '../codes.ts';
import { holidaysAbout } from '../premises/opening.ts';
import { premisesOf } from '../premises/premises.ts';
import { entryOf, hasClosed, isInRegister, orderOfRelationship, relationshipsOf } from './entry.ts';
import type { Registered } from './registered.ts';
import type { RegisterPlan } from './plan.ts';

export interface RegisterOfDay extends OrganisationRegister {
  /** Those that are there, closed ones among them. */
  organisation(ods: string): Organisation | undefined;
  isOpen(ods: string): boolean;
  /** Those that are open and that no record names. */
  organisationsBeside(kind?: Organisation['kind']): Iterable<Organisation>;
}

export function registerOn(seed: number, { ground, held, organisation }: RegisterPlan, today: IsoDate): RegisterOfDay {
  const { places } = ground;
  // There are under a thousand, and those who search go through them all.
  const known = new Map<string, RegisterEntry>();
  const knownPremises = new Map<string, Premises>();
  const holidays = holidaysAbout(today);
  const codes = lazily(() => [...held.keys()].toSorted(byCodePoint));
  const numbered = lazily(() => new Map([...held.values()].map((each) => [each.order, each])));
  const stated = lazily(() => [...held.values()].filter((each) => each.stated?.relationships !== undefined));

  const thereOf = (ods: string): Registered | undefined => {
    const found = held.get(ods.toUpperCase());
    return found !== undefined && isInRegister(found, today) ? found : undefined;
  };

  const isOpen = (each: Registered | undefined): each is Registered => each !== undefined && !hasClosed(each, today);

  function make(each: Registered): RegisterEntry | undefined {
    const found = organisation(each);
    return found && { ...entryOf(each, found, seed, today), geography: geographyOf(each, found) };
  }

  function entry(ods: string): RegisterEntry | undefined {
    const before = known.get(ods);
    if (before !== undefined) return before;
    const each = thereOf(ods);
    const made = each && make(each);
    if (made === undefined) return undefined;
    known.set(made.organisation.ods, made);
    return made;
  }

  function geography(postcode: string): Geography | undefined {
    const found = places.located(postcode);
    return found && inSettlement(found.settlement, found.area.code);
  }

  function inSettlement(settlement: number, lsoa: string): Geography {
    const practice = ground.practiceOf(settlement);
    const board = ground.boardOf(practice);
    return {
      region: codeOf('region', ground.sites.boards[board]?.parent ?? 0),
      icb: codeOf('icb', board),
      subIcb: ground.locationOf(practice),
      localAuthority: `E0799${String(ground.districtOf(settlement)).padStart(4, '0')}`,
      lsoa,
    };
  }

  function geographyOf({ stated: said }: Registered, { address }: Organisation): Geography {
    const found = geography(address.postcode ?? '') ?? ofTown(address.lines[3]);
    const location = said?.relationships?.find(({ code, end }) => code === 'RE4' && end === undefined)?.to;
    return location === undefined ? found : { ...found, subIcb: location };
  }

  /** Of a test organisation, whose postcode is none of the world's. */
  function ofTown(town: string): Geography {
    const settlement = ground.settlementNamed(town);
    return inSettlement(settlement, places.address({ settlement, site: places.premises(settlement, 0) }).area.code);
  }

  function point(postcode: string) {
    return places.located(postcode)?.point ?? places.ofPostcodeArea(lettersOf(postcode));
  }

  function premises(ods: string): Premises | undefined {
    const before = knownPremises.get(ods);
    if (before !== undefined) return before;
    const each = thereOf(ods);
    if (!isOpen(each)) return undefined;
    const found = organisation(each);
    const made = found && premisesOf({ seed, held: each, organisation: found, holidays, point });
    if (made !== undefined) knownPremises.set(made.organisation.ods, made);
    return made;
  }

  return {
    entry,
    *entries() {
      for (const code of codes()) {
        const made = entry(code);
        if (made !== undefined) yield made;
      }
    },
    relationship(id) {
      const each = stated().find(({ ties }) => ties.some((tie) => tie.id === id)) ?? numbered().get(orderOfRelationship(Number(id)));
      return each !== undefined && isInRegister(each, today)
        ? relationshipsOf(each, seed, today).find((found) => found.id === id)
        : undefined;
    },
    deletions: () =>
      [...held.values()].flatMap(({ ods, deleted }) => (deleted !== undefined && deleted <= today ? [{ ods, on: deleted }] : [])),
    premises,
    *allPremises() {
      for (const code of codes()) {
        const made = premises(code);
        if (made !== undefined) yield made;
      }
    },
    point,
    geography,
    organisation(ods) {
      const each = thereOf(ods);
      return each && organisation(each);
    },
    isOpen: (ods) => isOpen(thereOf(ods)),
    *organisationsBeside(kind) {
      for (const each of held.values()) {
        if (each.site === undefined || (kind !== undefined && each.site.kind !== kind)) continue;
        if (!isInRegister(each, today) || !isOpen(each)) continue;
        const found = organisation(each);
        if (found !== undefined) yield found;
      }
    },
  };
}

/** What a postcode begins with. */
function lettersOf(postcode: string): string {
  const text = postcode.trimStart().toUpperCase();
  let length = 0;
  while (length < 2 && text.charAt(length) >= 'A' && text.charAt(length) <= 'Z') length += 1;
  return text.slice(0, length);
}
