/** What is measured of our own mock: requests of an app in front of a demographics service, and the target of each. */
import type { Person } from '../src/population.ts';
import { populationOf } from '../src/runtimes/population.ts';

export interface Scenario {
  readonly name: string;
  /** CPU time of the control over CPU time of the sandbox, at least (design of the project). */
  readonly target: number;
  /** The scenario whose cost this one may not exceed more than so many times over. */
  readonly growth?: { readonly from: string; readonly atMost: number };
  readonly place: Place;
  /** With a token where access is strict, beside the same requests to the same sandbox in open access, in the place of the control. */
  readonly isStrict?: true;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** The path in Hono's form, for the control. */
  readonly route: string;
  /** Sent once, before anything is measured; each must be answered with 201. */
  readonly rows?: readonly SentRequest[];
  /** What is sent again and again, of the paths under which the rows were put. */
  readonly requests: (made: readonly string[]) => readonly SentRequest[];
  readonly status: number;
  /** Of bodies and answers; FHIR where nothing is said. */
  readonly media?: string;
}

/** A sandbox of its own: scenarios in the same place share it. */
export interface Place {
  readonly name: string;
  /** Contracts that are brought to it; the catalogue where there are none. */
  readonly contracts?: readonly { readonly name: string; readonly text: string }[];
  /** It keeps its data in a file, rather than in memory. */
  readonly onFile?: true;
}

export interface SentRequest {
  readonly path: string;
  readonly body?: string;
  /** X-Request-ID: one and the same for reads, another for each write, as a client sends them. */
  readonly id?: string;
  /** Shown where access is strict. */
  readonly token?: string;
}

const inMemory: Place = { name: 'own mock, in memory' };
const onFile: Place = { name: 'own mock, on file', onFile: true };

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
  const registrationsOf = Array.from({ length: registrations }, (_, i) => registration(i));
  const register = { method: 'POST', route: `${base}/Patient`, requests: () => registrationsOf, status: 201 } as const;
  const read = { method: 'GET', route: `${base}/Patient/:id`, status: 200, place: inMemory } as const;
  return [
    { name: 'GET by id, warm', target: 0.6, ...read, requests: () => [get(first)] },
    { name: 'GET by id, warm, strict beside open', target: 1 / 1.15, isStrict: true, ...read, requests: () => [get(first)] },
    { name: 'GET by id, random ids', target: 0.6, ...read, requests: () => drawn.map(get) },
    { name: 'Search that finds one', target: 0.45, ...read, route: `${base}/Patient`, requests: () => found.map(search) },
    { name: 'POST, in memory', target: 0.25, ...register, place: inMemory },
    { name: 'POST, on file', target: 0.15, ...register, place: onFile },
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
