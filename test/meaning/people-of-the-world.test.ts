/** Contracts that the sandbox has never seen answer with the people of the world: by inference alone, whoever is asked for and however. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import type { Person } from '../../src/population.ts';
import { populationOf } from '../../src/runtimes/population.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const contract = readFileSync(new URL('home-visits.yaml', import.meta.url), 'utf8');
const world = populationOf(42, 100_000);
/** Whom the contract's own examples are about; nobody has the number. */
const published = { number: '9991589538', name: /pickersgill|samuel/i };
const nobody = '9993011703';

const hasEverything = ({ names, addresses, telecoms, registrations, restricted, status }: Person): boolean =>
  names[0]?.prefix !== undefined &&
  names[0].given.length > 0 &&
  addresses[0]?.use === 'home' &&
  addresses[0].postcode !== undefined &&
  new Set(telecoms.map(({ system }) => system)).size === 2 &&
  registrations.length > 0 &&
  !restricted &&
  status.kind === 'live';
const fivePeople = Iterator.from({ [Symbol.iterator]: everyThousandth })
  .filter(hasEverything)
  .take(5)
  .toArray();
const jane = world.find('9000000009');
const people = [...fivePeople, ...(jane ? [jane] : [])].map((person) => ({ person, who: person.nhsNumber }));

function* everyThousandth(): Generator<Person> {
  for (let index = 7; index < world.size; index += 1_000) yield world.at(index);
}

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = sandboxOf(contract, { population: world });
});

async function json(response: Response): Promise<Json> {
  expect(response.status).toBeLessThan(300);
  return response.json();
}
const get = async (path: string, headers: Record<string, string> = {}): Promise<Json> =>
  json(await sandbox.request(`/home-visits${path}`, { headers }));
const token = (number: string): string => encodeURIComponent(`https://fhir.nhs.uk/Id/nhs-number|${number}`);

/** What the world has of a person, in words of this test's own. */
function recordOf(person: Person) {
  const [name, address, registration] = [person.names[0], person.addresses[0], person.registrations[0]];
  if (!name || !address || !registration) throw new Error('this test asks for people with a whole record');
  const [building = '', street = '', locality = '', town = '', county = ''] = address.lines;
  const telecom = (system: string) => person.telecoms.find((each) => each.system === system)?.value;
  return {
    name,
    street: [building, street, locality].filter((line) => line !== ''),
    lines: address.lines.filter((line) => line !== ''),
    town,
    county,
    postcode: address.postcode,
    phone: telecom('phone'),
    email: telecom('email'),
    practice: { ods: registration.practice, name: world.organisation(registration.practice)?.name },
  };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function flat(person: Person) {
  const { name, street, town, county, postcode, phone, email, practice } = recordOf(person);
  return {
    nhsNumber: person.nhsNumber,
    firstName: name.given[0],
    lastName: name.family,
    dateOfBirth: person.birthDate,
    gender: capitalised(person.gender),
    addressLine1: street[0],
    ...(street[1] === undefined ? {} : { addressLine2: street[1] }),
    town,
    county,
    postcode,
    telephone: phone,
    emailAddress: email,
    practiceCode: practice.ods,
    practiceName: practice.name,
  };
}

function nested(person: Person) {
  const { name, lines, postcode, phone, email, practice } = recordOf(person);
  return {
    patient: {
      nhs_number: person.nhsNumber,
      name: { title: name.prefix, given: name.given, family: name.family },
      dob: person.birthDate,
      sex: person.gender.charAt(0).toUpperCase(),
      address: { lines, postal_code: postcode },
      contact: { mobile: phone, email },
    },
    registered_practice: { ods_code: practice.ods, name: practice.name },
  };
}

test('five people of the world and a persona are asked for', () => {
  expect(new Set(people.map(({ who }) => who)).size).toBe(6);
});

describe.each(people)('$who', ({ person, who }) => {
  test('is whom the path asks for, each part of the record in a member of its own', async () => {
    expect(await get(`/anything/${who}`)).toMatchObject(flat(person));
  });

  test('is whom the path asks for in other words, the record in objects and lists', async () => {
    expect(await get(`/summaries/${who}`)).toMatchObject(nested(person));
  });

  test('is whom a header names', async () => {
    expect(await get('/mine', { 'NHS-Number': who })).toMatchObject(nested(person));
  });

  test('is whom a posted body or form names', async () => {
    const posted = await sandbox.send('POST', '/home-visits/lookups', { patient: { nhsNumber: who } });
    expect(await json(posted)).toMatchObject(nested(person));
    const form = await sandbox.request('/home-visits/lookups', { method: 'POST', body: new URLSearchParams({ nhsNumber: who }) });
    expect(await json(form)).toMatchObject(nested(person));
  });

  test('is the FHIR patient whom a search by identifier finds', async () => {
    const { name, street, town, postcode, phone, practice } = recordOf(person);
    expect(await get(`/fhir/Patient?identifier=${token(who)}`)).toMatchObject({
      resourceType: 'Bundle',
      total: 1,
      entry: [
        {
          resource: {
            resourceType: 'Patient',
            identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: who }],
            name: [{ prefix: [name.prefix], given: name.given, family: name.family }],
            gender: person.gender,
            birthDate: person.birthDate,
            address: [{ line: street, city: town, postalCode: postcode }],
            telecom: [{ system: 'phone', value: phone }],
            generalPractitioner: [{ identifier: { value: practice.ods }, display: practice.name }],
          },
        },
      ],
    });
  });

  test('takes the place of whom an example was published about, spelt as the example is', async () => {
    const { name, street, practice } = recordOf(person);
    const [year, month, day] = person.birthDate.split('-');
    expect(await get(`/cards/${who}`)).toMatchObject({
      nhsNumber: who,
      firstName: name.given[0]?.toUpperCase(),
      lastName: name.family.toUpperCase(),
      dateOfBirth: `${day}/${month}/${year}`,
      addressLine1: street[0],
      practiceCode: practice.ods,
      notes: `${name.given[0]} ${name.family} prefers the back door.`,
    });
  });

  test('is meant by the references, links and displayed names of a published search', async () => {
    const { name } = recordOf(person);
    const found = await get(`/fhir/Task?patient:identifier=${token(who)}`);
    const subject = {
      reference: `Patient/${who}`,
      identifier: { value: who },
      display: `${name.family.toUpperCase()}, ${name.given[0]} (${name.prefix})`,
    };
    expect(found).toMatchObject({ entry: [{ resource: { for: subject } }, { resource: { patient: { reference: `Patient/${who}` } } }] });
    expect(JSON.stringify(found)).not.toContain(published.number);
  });

  test('finds what is theirs in a collection, and what they have put there', async () => {
    const own = {
      nhsNumber: who,
      name: { first: person.names[0]?.given[0], last: person.names[0]?.family },
      dateOfBirth: person.birthDate,
    };
    const fresh = sandboxOf(contract, { population: world });
    const list = async (): Promise<Json> => json(await fresh.request(`/home-visits/visits?nhsNumber=${who}`));
    expect(await list()).toMatchObject({ items: [{ patient: own }] });
    const booked = await fresh.send('POST', '/home-visits/visits', { reason: 'Dressing', nhsNumber: who });
    expect(await json(booked)).toMatchObject({ reason: 'Dressing', patient: own });
    expect(await list()).toMatchObject({ items: [{ reason: 'Dressing', patient: own }] });
  });

  test('never goes by the name in an example', async () => {
    const answers = [
      await get(`/cards/${who}`),
      await get(`/fhir/Task?patient:identifier=${token(who)}`),
      await get(`/visits?nhsNumber=${who}`),
    ];
    for (const answer of answers) expect(namesUnder(who, answer).filter((text) => published.name.test(text))).toEqual([]);
  });
});

/** Every text of the objects that hold the number, and of the objects inside them. */
function namesUnder(number: string, value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.values(value);
  const held = members.includes(number) ? [JSON.stringify(value)] : [];
  return [...held, ...members.flatMap((member) => namesUnder(number, member))];
}

describe('a number that nobody has', () => {
  test('is not found where the contract shows whom it knows', async () => {
    expect((await sandbox.request(`/home-visits/cards/${nobody}`)).status).toBe(404);
  });

  test('finds nothing in a search', async () => {
    expect(await get(`/fhir/Patient?identifier=${token(nobody)}`)).toMatchObject({ total: 0 });
    expect(await get(`/visits?nhsNumber=${nobody}`)).toEqual({ items: [] });
  });

  test('is a made-up person’s where the contract shows nobody, unless unknown ids are refused', async () => {
    expect(await get(`/anything/${nobody}`)).toMatchObject({ nhsNumber: nobody, lastName: expect.any(String) });
    const strict = sandboxOf(contract, { population: world, settings: { unknownIds: 'refuse' } });
    expect((await strict.request(`/home-visits/anything/${nobody}`)).status).toBe(404);
    expect((await strict.request(`/home-visits/anything/${people[0]?.who}`)).status).toBe(200);
  });

  test('is never given to whom an example was published about', async () => {
    expect(
      namesUnder(nobody, await get(`/fhir/Task?patient:identifier=${token(nobody)}`)).filter((text) => published.name.test(text)),
    ).toEqual([]);
  });

  test('is told of as published where the example is about that very number', async () => {
    expect(await get(`/cards/${published.number}`)).toMatchObject({ nhsNumber: published.number, lastName: 'PICKERSGILL' });
  });
});
