/** A person as the sandbox's own API tells them. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { fullName } from '../../people/in-words.ts';
import type { OdsCode, Period, Person, Population, Relative } from '../../population.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { hasTrait, traits } from '../../world/traits.ts';

type Schemas = components['schemas'];

/** Whose people they are. */
type Home = Pick<Workspace, 'population' | 'people'>;

export function listedPerson({ population, people }: Home, person: Person): Schemas['ListedPerson'] {
  const [address] = person.addresses;
  const town = townOf(person);
  const practice = person.registrations.find(({ period }) => period.end === undefined)?.practice;
  return {
    nhsNumber: person.nhsNumber,
    name: presentName(person),
    ...(!person.minimal && { gender: person.gender, born: person.birthDate }),
    ...(person.death && { died: person.death.date }),
    ...(town !== undefined && { town }),
    ...(address?.postcode !== undefined && { postcode: address.postcode }),
    ...(practice !== undefined && { practice: organisation(population, practice) }),
    traits: traitsOf(population, person),
    ...(people.list().has(person.nhsNumber) && { own: true }),
  };
}

export function describedPerson({ population, people }: Home, person: Person): Schemas['Person'] {
  const { nhsNumber, status, restricted, minimal, death, removal, pharmacy, language, multipleBirth, birthPlace } = person;
  const meaning = population.published.find((one) => one.person.nhsNumber === nhsNumber)?.meaning;
  return {
    data: 'synthetic',
    nhsNumber,
    name: presentName(person),
    ...(meaning !== undefined && { meaning }),
    ...(people.list().has(nhsNumber) && { own: true }),
    status: { ...status },
    restricted,
    minimal,
    traits: traitsOf(population, person),
    asOf: population.asOf,
    ...(!minimal && { gender: person.gender, born: person.birthDate, ethnicity: person.ethnicity }),
    ...(birthPlace && { birthPlace: birthPlace.city }),
    ...(multipleBirth !== undefined && { multipleBirth }),
    ...(death && { death: { ...death } }),
    names: person.names.map(({ use, period, ...name }) => ({ use, text: fullName(name), ...during(period) })),
    addresses: person.addresses.map(({ use, text, lines, postcode, period }) => ({
      use,
      ...(text !== undefined && { text }),
      lines: lines.filter((line) => line !== ''),
      ...(postcode !== undefined && { postcode }),
      ...during(period),
    })),
    telecoms: person.telecoms.map(({ system, use, value, period }) => ({ system, use, value, ...during(period) })),
    registrations: person.registrations.map(({ practice, period }) => ({
      practice: organisation(population, practice),
      period: { ...period },
    })),
    ...(removal && { removal: { code: removal.code, period: { ...removal.period } } }),
    ...(pharmacy !== undefined && { pharmacy: organisation(population, pharmacy) }),
    ...(language !== undefined && { language }),
    interpreterRequired: person.interpreterRequired,
    family: population.relatives(nhsNumber).map((relative) => describedRelative(population, relative)),
    events: population.events(nhsNumber).map(({ kind, date, summary, organisation: ods, code }) => ({
      kind,
      date,
      summary,
      ...(ods !== undefined && { organisation: organisation(population, ods) }),
      ...(code && { code: { ...code } }),
    })),
  };
}

export const presentName = ({ names: [name] }: Person): string => (name ? fullName(name) : '');

const townOf = ({ addresses: [address] }: Person): string | undefined => address?.lines.slice(3).find((line) => line !== '');

const traitsOf = ({ asOf }: Population, person: Person): Schemas['Trait'][] => traits.filter((trait) => hasTrait(person, trait, asOf));

function organisation(population: Population, ods: OdsCode): Schemas['NamedOrganisation'] {
  const name = population.organisation(ods)?.name;
  return { ods, ...(name !== undefined && { name }) };
}

const during = (period: Period | undefined): { period?: Schemas['Period'] } => (period ? { period: { ...period } } : {});

function describedRelative(population: Population, { relationship, nhsNumber }: Relative): Schemas['Person']['family'][number] {
  const person = nhsNumber === undefined ? undefined : population.find(nhsNumber);
  return {
    relationship,
    ...(person && { nhsNumber: person.nhsNumber, name: presentName(person), ...(!person.minimal && { born: person.birthDate }) }),
  };
}
