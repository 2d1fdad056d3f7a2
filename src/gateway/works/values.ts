/** KnownValues for the parameters of a request that is to find something: of one real person of the population, else what the contract shows. */
import { parameterOfPerson, parameterValue } from '../../answer/sample/sample-request.ts';
import type { Json, Operation, Parameter } from '../../contract/contract.ts';
import type { Role } from '../../meaning/roles/roles.ts';
import type { Person, PersonQuery, Population } from '../../population.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import { saidIn, type RequestDraft } from './draft.ts';

export interface KnownValues {
  readonly plan: ApiPlan;
  readonly population: Population;
  /** Milliseconds. */
  readonly now: number;
}

/** What people are searched by, as sets that find somebody; the first that a search takes is best. */
const SEARCHES: readonly (readonly Role[])[] = [
  ['patient.nhsNumber'],
  ['patient.familyName', 'patient.birthDate'],
  ['patient.familyName', 'patient.givenName', 'patient.birthDate'],
  ['patient.familyName', 'patient.givenName', 'patient.birthDate', 'patient.gender'],
  ['patient.familyName', 'patient.birthDate', 'patient.gender', 'patient.postcode'],
];

const OF_A_PERSON: ReadonlySet<Role> = new Set(SEARCHES.flat());

/** Candidates that are looked at for one who is as the request says. */
const LOOKED_AT = 200;

/** The parameters of each search for a person that the operation has, with the values of somebody who is as the draft says. */
export function personSearches(
  { plan, population, now }: KnownValues,
  draft: RequestDraft,
): readonly (readonly (readonly [Parameter, Json])[])[] {
  const { operation } = draft;
  const byRole = personParameters(plan, operation, 'query');
  const searches = searchesBy(byRole);
  // Whoever the contract's own examples are about, where the request names nobody.
  const shown = searches.filter((search) => search.every((one) => one.examples.length > 0 && saidIn(draft, one.name) === undefined));
  const examples = shown.map((search) => search.map((one) => [one, shownFor({ plan, population, now }, operation, one)] as const));
  if (byRole.size === 0 || population.size === 0) return examples;
  const person = personLike(population, (role) => {
    const parameter = byRole.get(role);
    return parameter && saidIn(draft, parameter.name);
  });
  if (!person) return examples;
  const real = searches.map((search) => search.map((one) => [one, ofPerson({ plan, population, now }, operation, one, person)] as const));
  return [...examples, ...real];
}

/** The same of somebody in particular. */
export function searchesFor(
  values: KnownValues,
  operation: Operation,
  person: Person,
): readonly (readonly (readonly [Parameter, Json])[])[] {
  return searchesBy(personParameters(values.plan, operation, 'query')).map((search) =>
    search.map((one) => [one, valueOfPerson(values, operation, one, person)] as const),
  );
}

/** Where a parameter is an NHS number by more than its schema, it is the number itself. */
export function valueOfPerson(values: KnownValues, operation: Operation, parameter: Parameter, person: Person): Json {
  const value = ofPerson(values, operation, parameter, person);
  const isNumber = values.plan.meaning.parameterRole(operation, parameter) === 'patient.nhsNumber';
  return isNumber && !JSON.stringify(value).includes(person.nhsNumber) ? person.nhsNumber : value;
}

/** What tells of a person in one part of a request, by what it tells. */
export function personParameters({ meaning }: ApiPlan, operation: Operation, place: Parameter['in']): ReadonlyMap<Role, Parameter> {
  const byRole = new Map<Role, Parameter>();
  for (const parameter of operation.parameters) {
    const role = parameter.in === place ? meaning.parameterRole(operation, parameter) : undefined;
    if (role !== undefined && OF_A_PERSON.has(role) && !byRole.has(role)) byRole.set(role, parameter);
  }
  return byRole;
}

const searchesBy = (byRole: ReadonlyMap<Role, Parameter>): readonly (readonly Parameter[])[] =>
  SEARCHES.map((roles) => roles.flatMap((role) => byRole.get(role) ?? [])).filter((found, i) => found.length === SEARCHES[i]?.length);

function personLike(population: Population, said: (role: Role) => string | undefined): Person | undefined {
  const number = said('patient.nhsNumber')?.replace(/\D/g, '');
  const known = number === undefined ? undefined : population.find(number);
  if (known) return known;
  const family = plainName(said('patient.familyName'));
  const given = plainName(said('patient.givenName'));
  const birth = /\d{4}-\d\d-\d\d/.exec(said('patient.birthDate') ?? '')?.[0];
  const query: PersonQuery = {
    ...(family !== undefined && { family }),
    ...(given !== undefined && { given: [given] }),
    ...(birth !== undefined && { born: { from: birth, to: birth } }),
  };
  const candidates =
    Object.keys(query).length > 0 ? population.search(query) : Array.from({ length: LOOKED_AT }, (_, index) => population.at(index));
  for (const person of Iterator.from(candidates).take(LOOKED_AT)) {
    const [name] = person.names;
    if (person.restricted || person.status.kind !== 'live' || person.death || !name?.given[0]) continue;
    if (family !== undefined && !isLike(name.family, family)) continue;
    if (given !== undefined && !isLike(name.given[0], given)) continue;
    if (birth !== undefined && person.birthDate !== birth) continue;
    return person;
  }
  return undefined;
}

/** Letters before a wildcard are enough. */
const plainName = (text: string | undefined): string | undefined => text?.split('*', 1)[0]?.trim() || undefined;
const isLike = (name: string, asked: string): boolean => name.toLowerCase().startsWith(asked.toLowerCase());

function ofPerson({ plan, population, now }: KnownValues, operation: Operation, parameter: Parameter, person: Person): Json {
  return parameterOfPerson(plan.generator, operation, parameter, { person, population, now });
}

/** What the contract shows for a parameter, else a value made to fit. */
export function shownFor({ plan, now }: KnownValues, operation: Operation, parameter: Parameter): Json {
  return parameterValue(plan.generator, operation, parameter, { key: operation.id, now });
}
