/** The register as the directory has it on a night: by code and by number, with all that is searched told once. */
import type { OrganisationRegister, OrganisationRelationship, RegisterEntry } from '../../src/organisation-register.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { IsoDate, Population } from '../../src/population.ts';
import { oncePerRegister } from '../../src/nhs/once-per-register.ts';
import { lastNight } from './nights.ts';

/** As it is told, and as it is compared where case does not matter. */
export interface Told {
  readonly text: string;
  readonly folded: string;
}

export interface Listed {
  readonly entry: RegisterEntry;
  readonly code: string;
  readonly name: Told;
  readonly lines: readonly Told[];
  readonly town: Told;
  readonly county: Told;
  readonly postcode: Told;
  readonly country: Told;
}

export interface Directory {
  readonly night: IsoDate;
  readonly register: OrganisationRegister;
  /** By code. */
  organisations(): readonly Listed[];
  organisation(code: string): Listed | undefined;
  /** By number; those that have ended are among them. */
  relationships(): readonly OrganisationRelationship[];
  relationship(id: string): OrganisationRelationship | undefined;
  /** What it states of others, and what others state of it. */
  stated(code: string): readonly OrganisationRelationship[];
  statedOf(code: string): readonly OrganisationRelationship[];
}

const listsOf = oncePerRegister(directoryBy);

/** That of the last night. */
export const directoryOf = (call: AnyCall): Directory => directoryIn(lastNight(call));

export function directoryIn({ register, asOf }: Population): Directory {
  return { night: asOf, ...listsOf(register) };
}

/** One entry is had without all others: the lists are made when somebody searches. */
function directoryBy(register: OrganisationRegister): Omit<Directory, 'night'> {
  const single = new Map<string, Listed>();
  let organisations: readonly Listed[] | undefined;
  let relationships: readonly OrganisationRelationship[] | undefined;
  let byTarget: ReadonlyMap<string, readonly OrganisationRelationship[]> | undefined;

  function organisation(code: string): Listed | undefined {
    const known = single.get(code);
    if (known) return known;
    const entry = register.entry(code);
    // In this store the case of a code matters.
    if (entry?.organisation.ods !== code) return undefined;
    const listed = listedBy(entry);
    single.set(code, listed);
    return listed;
  }

  function all(): readonly Listed[] {
    organisations ??= [...register.entries()].map(({ organisation: { ods } }) => organisation(ods)).filter((each) => each !== undefined);
    return organisations;
  }

  const related = (): readonly OrganisationRelationship[] =>
    (relationships ??= all()
      .flatMap(({ entry }) => entry.relationships)
      .toSorted(byNumber));

  return {
    register,
    organisations: all,
    organisation,
    relationships: related,
    relationship: (id) => register.relationship(id),
    stated: (code) => organisation(code)?.entry.relationships.toSorted(byNumber) ?? [],
    statedOf: (code) => (byTarget ??= Map.groupBy(related(), ({ to }): string => to)).get(code) ?? [],
  };
}

const byNumber = (a: OrganisationRelationship, b: OrganisationRelationship): number => Number(a.id) - Number(b.id);

function listedBy(entry: RegisterEntry): Listed {
  const { ods, name, address } = entry.organisation;
  const [building, street, locality, town, county] = address.lines;
  return {
    entry,
    code: ods,
    name: told(name),
    lines: [building, street, locality].filter((line) => line !== '').map(told),
    town: told(town),
    county: told(county),
    postcode: told(address.postcode ?? ''),
    country: told('England'),
  };
}

function told(text: string): Told {
  const upper = text.toUpperCase();
  return { text: upper, folded: upper.toLowerCase() };
}
