/** What is measured: requests of an app in front of a demographics service, and the target of each. */
import type { Person } from '../src/population.ts';
import { populationOf } from '../src/runtimes/population.ts';

export interface Scenario {
  readonly name: string;
  /** CPU time of the control over CPU time of the sandbox, at least (design of the project). */
  readonly target: number;
  readonly method: 'GET' | 'POST';
  /** The path in Hono's form, for the control. */
  readonly route: string;
  readonly requests: readonly SentRequest[];
  readonly status: number;
  /** Measured on a server that keeps its data in a file, rather than in memory. */
  readonly onFile?: true;
}

export interface SentRequest {
  readonly path: string;
  readonly body?: string;
  /** X-Request-ID: one and the same for reads, another for each write, as a client sends them. */
  readonly id?: string;
}

export const populationSize = 100_000;
/** The seed that `start` uses unless told otherwise. */
const seed = 42;
export const base = '/personal-demographics/FHIR/R4';

/** Spreads what is asked for over the population: a prime step visits every index once. */
const step = 7_919;

export function scenarios({ people, registrations }: { people: number; registrations: number }): readonly Scenario[] {
  const world = populationOf(seed, populationSize);
  const drawn: Person[] = [];
  for (let i = 1; drawn.length < people; i++) {
    const person = world.at((i * step) % populationSize);
    if (person.status.kind === 'live' && !person.restricted && !person.minimal) drawn.push(person);
  }
  const found = drawn.filter((person) => [...world.search(searchOf(person))].length === 1);
  const get = (person: Person): SentRequest => ({ path: `${base}/Patient/${person.nhsNumber}` });
  const [first] = drawn;
  if (!first) throw new RangeError('nobody was drawn');
  const register = {
    method: 'POST',
    route: `${base}/Patient`,
    requests: Array.from({ length: registrations }, (_, i) => registration(i)),
    status: 201,
  } as const;
  return [
    { name: 'GET by id, warm', target: 0.5, method: 'GET', route: `${base}/Patient/:id`, requests: [get(first)], status: 200 },
    { name: 'GET by id, random ids', target: 0.3, method: 'GET', route: `${base}/Patient/:id`, requests: drawn.map(get), status: 200 },
    { name: 'Search that finds one', target: 0.2, method: 'GET', route: `${base}/Patient`, requests: found.map(search), status: 200 },
    { name: 'POST, in memory', target: 0.2, ...register },
    { name: 'POST, on file', target: 0.12, ...register, onFile: true },
  ];
}

const searchOf = ({ names, gender, birthDate }: Person) => ({
  family: names[0]?.family ?? '',
  gender,
  born: { from: birthDate, to: birthDate },
});

function search(person: Person): SentRequest {
  const { family, gender } = searchOf(person);
  const query = new URLSearchParams({ family, gender, birthdate: `eq${person.birthDate}` });
  return { path: `${base}/Patient?${query.toString()}` };
}

/** Nobody's name has these syllables, so nobody registered is taken for somebody known. */
function registration(n: number): SentRequest {
  const name = n.toString(26).replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  const day = new Date(Date.UTC(1950, 0, 1 + (n % 20_000))).toISOString().slice(0, 10);
  const patient = {
    resourceType: 'Patient',
    name: [{ use: 'usual', prefix: ['Ms'], given: [`Zq${name}`], family: `Xj${name}`, period: { start: day } }],
    gender: n % 2 === 0 ? 'female' : 'male',
    birthDate: day,
    address: [
      { use: 'home', line: ['7 Invented Row', 'Sample Street', '', 'Leeds'], postalCode: 'LS1 6AE', period: { start: '2020-01-01' } },
    ],
    telecom: [{ system: 'phone', value: '07700900123', use: 'mobile', period: { start: '2020-01-02' } }],
    extension: [registeringAuthority],
  };
  return { path: `${base}/Patient`, body: JSON.stringify(patient), id: `60e0b220-8136-4ca5-ae46-${n.toString(16).padStart(12, '0')}` };
}

const registeringAuthority = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RegisteringAuthority',
  extension: [
    {
      url: 'registeringAuthorityType',
      valueCodeableConcept: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/UKCore-RegisteringAuthorityType', code: 'x' }] },
    },
    { url: 'organisationIdentifier', valueString: 'RGS' },
  ],
};
