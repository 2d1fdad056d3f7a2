/** APIs in plain JSON tell the clinical record of whom they are asked for, and what clients write joins it. */
import { describe, expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { sandboxOf, world } from '../../sandbox.ts';

const text = { type: 'string' };
const number = { name: 'nhsNumber', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d{10}$' } };
const listOf = (items: object): object => ({ type: 'array', items });

const vaccination = {
  type: 'object',
  required: ['id', 'vaccine', 'givenOn'],
  properties: {
    id: text,
    vaccine: { type: 'object', properties: { name: text, snomedCode: text } },
    givenOn: { type: 'string', format: 'date' },
    dose: { type: 'integer' },
    practice: { type: 'object', properties: { odsCode: text, name: text } },
    comment: text,
  },
};
const shownVaccination = {
  id: '9d1c3e0e-6f6c-4a86-9d6a-0f7d1c3c9a10',
  vaccine: { name: 'Yellow fever vaccine', snomedCode: '1119254000' },
  givenOn: '2019-03-04',
  dose: 1,
  practice: { odsCode: 'A99999', name: 'Somebody else’s surgery' },
  comment: 'Travelling to Peru',
};
const summary = {
  type: 'object',
  properties: {
    nhsNumber: text,
    activeProblems: listOf({
      type: 'object',
      properties: { name: text, since: text, onsetDate: { type: 'string', format: 'date' }, status: text },
    }),
    repeatMedications: listOf({ type: 'object', properties: { medicine: text, dosage: text, startDate: text } }),
    nextAppointment: {
      type: 'object',
      properties: { start: { type: 'string', format: 'date-time' }, status: text, reason: text, location: text },
    },
  },
};
const shownSummary = {
  nhsNumber: '9000000009',
  activeProblems: [{ name: 'Gout', since: 'ten years', onsetDate: '2011-01-01', status: 'Active' }],
  repeatMedications: [{ medicine: 'Allopurinol 100mg tablets', dosage: 'One a day', startDate: '2011-02-01' }],
  nextAppointment: { start: '2019-05-01T09:00:00Z', status: 'BOOKED', reason: 'Gout review', location: 'Room 4' },
};

const contract = contractOf({
  '/patients/{nhsNumber}/vaccinations': {
    get: { parameters: [number], responses: { 200: answers(listOf(vaccination), { example: [shownVaccination] }), 404: fault } },
    post: {
      parameters: [number],
      requestBody: takes({ ...vaccination, required: ['vaccine', 'givenOn'] }),
      responses: { 201: answers(vaccination), 404: fault },
    },
  },
  '/patients/{nhsNumber}/vaccinations/{id}': {
    get: {
      parameters: [number, { name: 'id', in: 'path', required: true, schema: text }],
      responses: { 200: answers(vaccination), 404: fault },
    },
  },
  '/patients/{nhsNumber}/jabs': {
    get: { parameters: [number], responses: { 200: answers(listOf(vaccination), { example: [shownVaccination] }) } },
  },
  '/patients/{nhsNumber}/summary': { get: { parameters: [number], responses: { 200: answers(summary, { example: shownSummary }) } } },
});

const people = world();
const of = (nhsNumber: string) => {
  const record = people.record(nhsNumber);
  if (!record) throw new Error('nobody has this number');
  return record;
};
/** People who have had something. */
const some = Array.from({ length: 200 }, (_, n) => people.at(n * 31)).filter(
  ({ nhsNumber, minimal, status }) => !minimal && status.kind === 'live' && of(nhsNumber).of('vaccination').length > 2,
);

describe('an API in plain JSON', () => {
  const { request, send } = sandboxOf(contract, { population: people });

  test('lists the vaccinations of whom it is asked for, each of which can be read by its id', async () => {
    for (const { nhsNumber } of some.slice(0, 3)) {
      const recorded = of(nhsNumber).of('vaccination');
      const listed = (await (await request(`/small/patients/${nhsNumber}/vaccinations`)).json()) as readonly { id: string }[];
      expect(listed.map(({ id }) => id).toSorted()).toEqual(recorded.map(({ id }) => id).toSorted());
      const [first] = recorded;
      const one = listed.find(({ id }) => id === first?.id);
      expect(one).toMatchObject({ vaccine: { name: first?.what.text }, givenOn: first?.given, dose: first?.dose });
      expect(JSON.stringify(listed)).not.toMatch(/Peru|A99999|Somebody else/);
      expect(await (await request(`/small/patients/${nhsNumber}/vaccinations/${one?.id}`)).json()).toEqual(one);
    }
  });

  test('tells in one document what is so now, and leaves out what is not', async () => {
    for (const { nhsNumber } of some.slice(0, 20)) {
      const record = of(nhsNumber);
      const told = (await (await request(`/small/patients/${nhsNumber}/summary`)).json()) as typeof shownSummary;
      expect(told.nhsNumber).toBe(nhsNumber);
      const problems = record.of('condition').filter(({ end }) => end === undefined || end >= record.asOf);
      expect(told.activeProblems.map(({ name }) => name)).toEqual(problems.map(({ what }) => what.text));
      const repeats = record.of('medication').filter(({ course, end }) => course === 'repeat' && (end === undefined || end >= record.asOf));
      expect(told.repeatMedications.map(({ medicine }) => medicine)).toEqual(repeats.map(({ medicine }) => medicine.text));
      const ahead = record.of('appointment').filter(({ on, status }) => status === 'booked' && on >= record.asOf);
      expect(told.nextAppointment?.start.slice(0, 10)).toBe(ahead.map(({ on }) => on).toSorted()[0]);
      expect(JSON.stringify(told)).not.toMatch(/Room 4|ten years/);
    }
  });

  test('tells what a client has written into the record, wherever it is asked', async () => {
    const [{ nhsNumber } = { nhsNumber: '' }] = some;
    const jab = { vaccine: { name: 'Rabies vaccine' }, givenOn: '2025-12-01', dose: 1 };
    const made = await send('POST', `/small/patients/${nhsNumber}/vaccinations`, jab);
    expect(made.status).toBe(201);
    for (const list of ['vaccinations', 'jabs']) {
      const listed = (await (await request(`/small/patients/${nhsNumber}/${list}`)).json()) as readonly (typeof jab)[];
      expect(listed.filter(({ vaccine }) => vaccine.name === 'Rabies vaccine')).toMatchObject([{ givenOn: '2025-12-01' }]);
    }
  });
});
