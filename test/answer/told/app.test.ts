/** Two apps, one that reads FHIR and one that reads plain JSON, know of people what the terminal prints of them. */
import { expect, test } from 'vitest';
import { describePerson } from '../../../src/cli/people/person.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { answers, contractOf } from '../../gateway/small-contract.ts';
import { sandboxOf, world } from '../../sandbox.ts';

/** What an app shows on its first page. */
interface KnownByApp {
  /** Day, time and reason. */
  readonly next: string | undefined;
  /** Day of the first prescription, medicine and dose. */
  readonly medicines: readonly string[];
  readonly hadFluJab: boolean;
}

const today = '2026-01-01';
/** Of the vaccination against flu this winter. */
const seasonBegan = '2025-09-01';

const text = { type: 'string' };
const listOf = (items: object): object => ({ type: 'array', items });
const searchOf = (type: string, ...names: readonly string[]): object => ({
  [`/${type}`]: {
    get: {
      parameters: ['patient', '_count', ...names].map((name) => ({ name, in: 'query', schema: text })),
      responses: {
        200: {
          description: 'A Bundle',
          content: {
            'application/fhir+json': {
              schema: {
                type: 'object',
                required: ['resourceType'],
                properties: { resourceType: { type: 'string', enum: ['Bundle'] }, entry: { type: 'array' } },
              },
            },
          },
        },
      },
    },
  },
});
const inFhir = contractOf(
  {
    ...searchOf('Appointment', 'date', 'status'),
    ...searchOf('MedicationRequest', 'status', 'intent'),
    ...searchOf('Immunization', 'date'),
  },
  { base: 'https://records.example/chart/FHIR/R4' },
);
const inPlainJson = contractOf(
  {
    '/patients/{nhsNumber}/overview': {
      get: {
        parameters: [{ name: 'nhsNumber', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d{10}$' } }],
        responses: {
          200: answers(
            {
              type: 'object',
              properties: {
                nhsNumber: text,
                repeatMedications: listOf({ type: 'object', properties: { medicine: text, dosage: text, startDate: text } }),
                vaccinations: listOf({ type: 'object', properties: { name: text, givenOn: text, status: text } }),
                nextAppointment: { type: 'object', properties: { start: text, reason: text } },
              },
            },
            {
              example: {
                nhsNumber: '9000000009',
                repeatMedications: [{ medicine: 'Allopurinol 100mg tablets', dosage: 'One a day', startDate: '2011-02-01' }],
                vaccinations: [{ name: 'Flu vaccine', givenOn: '2018-10-01', status: 'completed' }],
                nextAppointment: { start: '2019-05-01T09:00:00Z', reason: 'Gout review' },
              },
            },
          ),
        },
      },
    },
  },
  { base: 'https://records.example/plain' },
);

const people = world().on(today);
const { request } = sandboxOf([loadContract({ name: 'chart', text: inFhir }), loadContract({ name: 'plain', text: inPlainJson })], {
  population: world(),
});

interface InFhir {
  readonly status: string;
  readonly start: string;
  readonly description: string;
  readonly medicationCodeableConcept: Concept;
  readonly courseOfTherapyType?: Concept;
  readonly dosageInstruction: readonly { readonly text: string }[];
  readonly dispenseRequest: { readonly validityPeriod: { readonly start: string } };
  readonly vaccineCode: Concept;
}

interface Concept {
  readonly coding?: readonly { readonly code: string; readonly display?: string }[];
  readonly text?: string;
}

const called = ({ text: words, coding = [] }: Concept): string => words ?? coding[0]?.display ?? '';

async function searched(query: string): Promise<readonly InFhir[]> {
  const { entry = [] } = (await (await request(`/chart/FHIR/R4/${query}`)).json()) as {
    readonly entry?: readonly { readonly resource: InFhir }[];
  };
  return entry.map(({ resource }) => resource);
}

/** Reads FHIR. */
async function knownInFhir(number: string): Promise<KnownByApp> {
  const [next] = (await searched(`Appointment?patient=${number}&status=booked&date=ge${today}&_count=100`)).toSorted((a, b) =>
    a.start < b.start ? -1 : 1,
  );
  const plans = await searched(`MedicationRequest?patient=${number}&status=active&intent=plan&_count=100`);
  const jabs = await searched(`Immunization?patient=${number}&date=ge${seasonBegan}&_count=100`);
  return {
    next: next && `${dayAndTime(next.start)}, ${next.description}`,
    medicines: plans
      .filter(({ courseOfTherapyType: course }) => course?.coding?.some(({ code }) => code === 'continuous'))
      .map(({ dispenseRequest, medicationCodeableConcept: medicine, dosageInstruction: [dosage] }) =>
        medicineInWords(dispenseRequest.validityPeriod.start, called(medicine), dosage?.text),
      )
      .toSorted(),
    hadFluJab: jabs.some(({ status, vaccineCode }) => status === 'completed' && isFlu(called(vaccineCode))),
  };
}

interface InPlainJson {
  readonly repeatMedications?: readonly { readonly medicine: string; readonly dosage: string; readonly startDate: string }[];
  readonly vaccinations?: readonly { readonly name: string; readonly givenOn: string; readonly status: string }[];
  readonly nextAppointment?: { readonly start: string; readonly reason: string };
}

/** Reads plain JSON. */
async function knownInPlainJson(number: string): Promise<KnownByApp> {
  const told = (await (await request(`/plain/patients/${number}/overview`)).json()) as InPlainJson;
  const { repeatMedications = [], vaccinations = [], nextAppointment: next } = told;
  return {
    next: next && `${dayAndTime(next.start)}, ${next.reason}`,
    medicines: repeatMedications.map(({ startDate, medicine, dosage }) => medicineInWords(startDate, medicine, dosage)).toSorted(),
    hadFluJab: vaccinations.some(({ name, givenOn, status }) => status === 'completed' && isFlu(name) && givenOn >= seasonBegan),
  };
}

/** As clocks in England show it. */
const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/London' });
const dayAndTime = (start: string): string => clock.format(new Date(start));
const medicineInWords = (since: string, medicine: string, dose = ''): string => `${since}  ${medicine}. ${dose}.`;
const isFlu = (vaccine: string): boolean => /\bflu\b|influenza/i.test(vaccine) && !/haemophilus/i.test(vaccine);

/** What the terminal prints below a heading. */
function printed(page: readonly string[], heading: string): readonly string[] {
  const from = page.indexOf(heading);
  return from === -1 ? [] : page.slice(from + 1, page.indexOf('', from)).map((line) => line.slice(2));
}

test('two hundred people have the same next appointment, repeat medicines and flu vaccination wherever they are asked for', async () => {
  const asked = Array.from({ length: 240 }, (_, n) => people.at(n * 3691)).filter(
    ({ minimal, status }) => !minimal && status.kind === 'live',
  );
  const found = { next: 0, medicines: 0, due: 0, had: 0 };
  const wrong: unknown[] = [];
  for (const { nhsNumber } of asked.slice(0, 200)) {
    const page = describePerson(people, nhsNumber, { all: true }) ?? [];
    const summary = new Map(printed(page, 'Summary').map((line) => [line.split(/ {2,}/)[0], line.replace(/^\w+ +/, '')]));
    const next = summary.get('next');
    const medicines = printed(page, 'Repeat medicines').map((line) => line.replace(/ Review by [\d-]+\.$/, ''));
    const isDue = isFlu(summary.get('due') ?? '');
    for (const known of [await knownInFhir(nhsNumber), await knownInPlainJson(nhsNumber)]) {
      if (known.next !== undefined ? !next?.startsWith(known.next) : next !== undefined) wrong.push([nhsNumber, next, known.next]);
      if (medicines.toSorted().join() !== known.medicines.join()) wrong.push([nhsNumber, medicines, known.medicines]);
      if (isDue && known.hadFluJab) wrong.push([nhsNumber, 'is due, and had it']);
      found.had += Number(known.hadFluJab);
    }
    found.next += Number(next !== undefined);
    found.medicines += Number(medicines.length > 0);
    found.due += Number(isDue);
  }
  expect(wrong).toEqual([]);
  for (const count of Object.values(found)) expect(count).toBeGreaterThan(10);
});
