/** A population of one, for tests that need to know everything about a person. */
import { nobody, type Organisation, type Person, type Population } from '../../src/population.ts';
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import { fictionalOds } from '../../src/making/people/fictional.ts';

const nhsNumber = parseNhsNumber('9000000009');
if (!nhsNumber) throw new Error('9000000009 is a published test number');
const practice = fictionalOds(1234);

export const anna: Person = {
  nhsNumber,
  status: { kind: 'live' },
  restricted: false,
  minimal: false,
  version: 1,
  names: [{ id: 'n1', use: 'usual', prefix: 'Dr', given: ['Anna', 'Maria'], family: 'O’Testwell' }],
  gender: 'female',
  birthDate: '1984-02-29',
  addresses: [{ id: 'a1', use: 'home', lines: ['', '7 Example Row', '', 'Testford', ''], postcode: 'LS1 9ZX' }],
  telecoms: [{ id: 't1', system: 'phone', use: 'mobile', value: '07700900456' }],
  registrations: [{ practice, period: { start: '2001-01-01' } }],
  ethnicity: 'A',
  interpreterRequired: false,
};

const surgery: Organisation = {
  ods: practice,
  name: 'Testford Surgery',
  kind: 'gp-practice',
  address: { id: 'a2', use: 'work', lines: ['', '1 Surgery Lane', '', 'Testford', ''], postcode: 'LS1 9ZY' },
  phone: '01632960123',
};

export function populationOf(person: Person): Population {
  return {
    ...nobody,
    size: 1,
    find: (number) => (number === person.nhsNumber ? person : undefined),
    search: () => [person],
    organisation: (ods) => (ods === surgery.ods ? surgery : undefined),
    organisations: () => [surgery],
    at: () => person,
  };
}
