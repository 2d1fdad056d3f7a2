/** What is told of a person is one story, whichever API tells it (laws R1–R13 of the synthetic world). */
import { describe, expect, test } from 'vitest';
import { peopleWithHistories } from '../../../mocks/people-with-histories.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import type { Person } from '../../../src/population.ts';
import { world } from '../../sandbox.ts';
import { asking, everyApi, everythingTold, nhsNumberSystem, objectsIn, odsSystem, type ToldByApi } from './all-apis.ts';

const sandbox = everyApi();
const first = <T>(some: Iterable<T>, count: number): readonly T[] => Iterator.from(some).take(count).toArray();
const population = world().on('2026-01-01');

const numbers = [
  // Published test people, of whom one has no number of the sandbox's own block.
  '9000000009',
  '9449305552',
  '9465701947',
  '9690937286',
  '9690938614',
  '1000000001',
  ...Object.values(peopleWithHistories).map(({ person }) => person.nhsNumber),
  ...first(population.withTrait('deceased-formal'), 4).map(({ nhsNumber }) => nhsNumber),
  ...first(population.withTrait('changed-name'), 3).map(({ nhsNumber }) => nhsNumber),
  ...first(population.withTrait('restricted'), 2).map(({ nhsNumber }) => nhsNumber),
  ...Array.from({ length: 14 }, (_, n) => population.at(60_013 * n + 7).nhsNumber),
];

interface Story {
  readonly number: string;
  readonly person: Person;
  readonly patient: JsonObject;
  readonly told: readonly ToldByApi[];
}

const stories: Story[] = [];
for (const number of numbers) {
  const told = await everythingTold(sandbox, number);
  const person = population.find(number);
  if (!person) throw new Error(`${number} is nobody's`);
  stories.push({ number, person, told, patient: told[0]?.body as JsonObject }); // a Patient, since each of them has a record
}

const value = ({ identifier }: JsonObject, system: string): Json | undefined =>
  (Array.isArray(identifier) ? identifier : [identifier]).filter(isObject).find((each) => each['system'] === system)?.['value'];

const faults = (of: (story: Story, api: ToldByApi, object: JsonObject) => string | undefined): readonly string[] =>
  stories.flatMap((story) =>
    story.told.flatMap((api) =>
      [...objectsIn(api.body)].flatMap((object) => {
        const fault = of(story, api, object);
        return fault === undefined ? [] : [`${story.number} ${api.api}: ${fault}`];
      }),
    ),
  );

test('everybody is known to every API, but whoever has no online access to their practice', () => {
  const isHidden = ({ person: { death, restricted, registrations } }: (typeof stories)[number]): boolean =>
    death !== undefined || restricted || registrations[0] === undefined || registrations[0].period.end !== undefined;
  const refused = stories.flatMap((story) =>
    story.told
      .filter(({ api, status }) => status !== (isHidden(story) && api.startsWith('gp-connect') ? 404 : 200))
      .map(({ path, status, text }) => [story.number, path, status, text]),
  );
  expect(refused).toEqual([]);
});

test('R1: number, sex and birth date of a person are the same everywhere, and the name is one that they have had', () => {
  expect(
    faults(({ number, person, patient }, _, object) => {
      if (object['resourceType'] !== 'Patient' || value(object, nhsNumberSystem) !== number) return undefined;
      for (const member of ['birthDate', 'gender']) {
        if (object[member] !== undefined && object[member] !== patient[member])
          return `${member} is ${String(object[member])}, not ${String(patient[member])}`;
      }
      const families = (of: JsonObject): Json[] =>
        (Array.isArray(of['name']) ? of['name'] : []).filter(isObject).map(({ family }) => family ?? '');
      const had = person.names.map(({ family }) => family);
      const strange = families(object).filter((family) => !had.includes(String(family)));
      return strange.length > 0 ? `is called ${strange.join()}, and has been ${had.join()}` : undefined;
    }),
  ).toEqual([]);
});

test('R1: nobody else is in an answer about somebody, by number or by name', () => {
  const mostOfAll = stories.flatMap(({ told }) => told.map(({ api }) => api));
  expect(new Set(mostOfAll).size).toBeGreaterThan(12);
  expect(
    stories.flatMap(({ number, told }) =>
      told.flatMap(({ api, path, text }) =>
        [...new Set(text.match(/(?<![\d.-])\d{10}(?!\d)/g))]
          .filter((each) => each !== number && population.find(each) !== undefined)
          .map((each) => `${number} ${api} ${path}: ${each}`),
      ),
    ),
  ).toEqual([]);
  expect(
    faults(({ number }, _, object) => {
      if (object['resourceType'] !== 'Patient') return undefined;
      const told = value(object, nhsNumberSystem);
      return told === undefined || told === number ? undefined : `is ${String(told)}`;
    }),
  ).toEqual([]);
});

/** The texts of the codes of these resources, wherever an answer has them. */
const namesIn = ({ body }: ToldByApi, type: string, member: string, isMeant: (resource: JsonObject) => boolean = () => true): string[] =>
  [...objectsIn(body)]
    .filter((resource) => resource['resourceType'] === type && isMeant(resource))
    .flatMap((resource) => {
      const concept = resource[member];
      if (!isObject(concept)) return [];
      const [coding] = Array.isArray(concept['coding']) ? concept['coding'].filter(isObject) : [];
      return [String(coding?.['display'] ?? concept['text'])];
    });

test('problems, repeats and allergies are the same in the summary as in the record of the practice', () => {
  const missing: string[] = [];
  let compared = 0;
  for (const { number, told } of stories) {
    const summary = told.findLast(({ api, path }) => api === 'summary-care-record' && path.includes('/Bundle?'));
    const record = population.record(number);
    if (!summary || !record) continue;
    const isNow = ({ end }: { readonly end?: string }): boolean => end === undefined || end > '2026-01-01';
    const expected = [
      ...record
        .of('condition')
        .filter((each) => isNow(each) && each.isMajor)
        .map(({ what }) => what.text),
      ...record
        .of('medication')
        .filter((each) => isNow(each) && each.course === 'repeat')
        .map(({ medicine }) => medicine.text),
      ...record
        .of('allergy')
        .filter(isNow)
        .flatMap(({ substance }) => substance?.text ?? []),
    ];
    compared += expected.length;
    missing.push(...expected.filter((text) => !summary.text.includes(text)).map((text) => `${number}: ${text}`));
    const practice = told.filter(({ api, status }) => api === 'gp-connect-record' && status === 200);
    const conditions = new Set(practice.flatMap((each) => namesIn(each, 'Condition', 'code')));
    const levels = told.find(({ api }) => api === 'gp-connect-permissions')?.text.match(/"accessLevel":"full"/g) ?? [];
    // Others are told less by their practice.
    if (levels.length < 2) continue;
    missing.push(
      ...namesIn(summary, 'Condition', 'code')
        .filter((name) => !conditions.has(name))
        .map((name) => `${number} practice: ${name}`),
    );
  }
  expect(compared).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

/** Short ids of prescriptions in answers of an API. */
const prescriptionsIn = (told: readonly ToldByApi[], api: string): ReadonlySet<string> =>
  new Set(
    told.filter((each) => each.api === api).flatMap(({ text }) => text.match(/\b[0-9A-F]{6}-[0-9A-Z]{6}-[0-9A-F]{5}[0-9A-Z+]/g) ?? []),
  );

test('what patients, trackers and practices tell of prescriptions has the ids of the record', () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const { number, told } of stories) {
    const own = new Set(
      population
        .record(number)
        ?.of('issue')
        .map(({ prescription }) => String(prescription)),
    );
    for (const api of ['prescriptions-for-patients', 'prescription-tracker', 'gp-connect-prescriptions', 'gp-connect-record'])
      for (const id of prescriptionsIn(told, api)) {
        compared += 1;
        if (!own.has(id)) wrong.push(`${number} ${api}: ${id}`);
      }
  }
  expect(compared).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('an appointment that is listed and a prescription are found again by their ids, whatever digit the number begins with', async () => {
  const read = async (path: string): Promise<number> => (await sandbox.request(path, { headers: asking })).status;
  const wrong: string[] = [];
  for (const { number, told } of stories.slice(0, 6)) {
    const [prescription] = prescriptionsIn(told, 'prescription-tracker');
    const listed = told.filter(({ api }) => api === 'gp-connect-appointments').flatMap(({ body }) => [...objectsIn(body)]);
    const appointment = listed.findLast(({ resourceType }) => resourceType === 'Appointment');
    const facing = '/gp-connect/patient-facing/appointments-management-fhir/FHIR/STU3/Appointment';
    for (const path of [
      ...(prescription === undefined ? [] : [`/clinical-prescription-tracker/RequestGroup/${encodeURIComponent(prescription)}`]),
      ...(appointment === undefined ? [] : [`${facing}/${String(appointment['id'])}`]),
    ])
      if ((await read(path)) !== 200) wrong.push(`${number} ${path}`);
    if (prescription === undefined && number === '1000000001') wrong.push(`${number} has no prescription`);
  }
  expect(wrong).toEqual([]);
});

test('R2: the practice of a person is one that they are or were registered at', () => {
  expect(
    faults(({ number, person }, _, { resourceType, ...object }) => {
      if (resourceType !== 'Patient' || value(object, nhsNumberSystem) !== number) return undefined;
      const practices = person.registrations.map(({ practice }) => String(practice));
      const strange = (Array.isArray(object['generalPractitioner']) ? object['generalPractitioner'] : [])
        .filter(isObject)
        .map(({ identifier }) => (isObject(identifier) && identifier['system'] === odsSystem ? String(identifier['value']) : practices[0]))
        .filter((code) => code !== undefined && !practices.includes(code));
      return strange.length > 0 ? `is registered at ${strange.join()}` : undefined;
    }),
  ).toEqual([]);
});

/** What says when something happened to the patient; others say when somebody wrote of it. */
const happened = [
  'occurrenceDateTime',
  'authoredOn',
  'effectiveDateTime',
  'performedDateTime',
  'onsetDateTime',
  'dateGiven',
  'whenHandedOver',
  'start',
];

test('R3: nothing happens before birth or after death', () => {
  expect(
    faults(({ person }, _, object) => {
      if (object['resourceType'] === undefined || object['resourceType'] === 'Patient') return undefined;
      for (const member of happened) {
        const at = object[member];
        if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\d/.test(at)) continue;
        const day = at.slice(0, 10);
        if (day < person.birthDate) return `${String(object['resourceType'])} ${member} ${day}, born ${person.birthDate}`;
        if (person.death && day > person.death.date) return `${String(object['resourceType'])} ${member} ${day}, died ${person.death.date}`;
      }
      return undefined;
    }),
  ).toEqual([]);
});

test('R5: the version of a record is its ETag', async () => {
  for (const { number, patient } of stories) {
    const { headers } = await sandbox.request(`/personal-demographics/FHIR/R4/Patient/${number}`, { headers: asking });
    expect([number, headers.get('ETag')]).toEqual([number, `W/"${String(isObject(patient['meta']) && patient['meta']['versionId'])}"`]);
  }
});

test('R7: where somebody lives is told by no API, if that is withheld', () => {
  expect(
    faults(({ number, person }, _, object) => {
      if (!person.restricted || object['resourceType'] !== 'Patient' || value(object, nhsNumberSystem) !== number) return undefined;
      const told = ['address', 'telecom', 'generalPractitioner'].filter((member) => object[member] !== undefined);
      return told.length > 0 ? `tells ${told.join()}` : undefined;
    }),
  ).toEqual([]);
});

test('R8: every organisation that is named is in the register', async () => {
  // What stands for an organisation that is not to be told, and for none at all.
  const standIns = ['N2N9I', 'X99999'];
  const codes = new Set<string>();
  for (const { told } of stories) {
    for (const { body } of told) {
      for (const object of objectsIn(body))
        if (object['system'] === odsSystem && typeof object['value'] === 'string') codes.add(object['value']);
    }
  }
  expect(codes.size).toBeGreaterThan(20);
  const unknown: string[] = [];
  for (const code of codes) {
    if (standIns.includes(code)) continue;
    const { status } = await sandbox.request(`/organisation-data/fhir/Organization/${code}`);
    if (status !== 200) unknown.push(`${code} ${status}`);
  }
  expect(unknown).toEqual([]);
});

describe('R9: a pointer', () => {
  test('stands in the name of the organisation whose document it is, and opens here', async () => {
    const pointers = stories.flatMap(({ told }) =>
      told.filter(({ api }) => api === 'nrl-consumer').flatMap(({ body }) => [...objectsIn(body)]),
    );
    const those = pointers.filter(({ resourceType }) => resourceType === 'DocumentReference');
    expect(those.length).toBeGreaterThan(10);
    const wrong: unknown[] = [];
    for (const pointer of those) {
      const of = (member: Json | undefined): unknown => {
        const [one] = (Array.isArray(member) ? member : [member]).filter(isObject);
        return isObject(one?.['identifier']) ? one['identifier']['value'] : undefined;
      };
      if (of(pointer['custodian']) !== of(pointer['author'])) wrong.push([pointer['id'], of(pointer['custodian']), of(pointer['author'])]);
      for (const { url } of objectsIn(pointer['content'] ?? [])) {
        if (typeof url !== 'string' || !url.startsWith('http') || url.startsWith('https://fhir')) continue;
        const { status } = await sandbox.request(url, { headers: asking });
        if (status !== 200) wrong.push([pointer['id'], url, status]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('R12: as many as are counted are there', () => {
  expect(
    faults((_, { api }, object) => {
      if (object['resourceType'] !== 'Bundle' || typeof object['total'] !== 'number' || !Array.isArray(object['entry'])) return undefined;
      const entries = object['entry'].filter(isObject);
      // Beside a summary care record that is found stands whose it is, without a mode.
      const isMarked = entries.some(({ search }) => search !== undefined);
      const matches = entries.filter(({ search }) =>
        isObject(search) ? search['mode'] === 'match' || search['mode'] === undefined : !isMarked,
      );
      const links = Array.isArray(object['link']) ? object['link'].filter(isObject) : [];
      if (links.some(({ relation }) => relation === 'next')) return undefined;
      return matches.length === object['total'] ? undefined : `${api} counts ${object['total']} and has ${matches.length}`;
    }),
  ).toEqual([]);
});

test('R13: the same seed, clock and requests give the same bytes', async () => {
  const again = everyApi();
  for (const { number, told } of stories.slice(6, 14)) {
    const anew = await everythingTold(again, number);
    const differing = told.filter(({ text }, n) => anew[n]?.text !== text).map(({ path }) => path);
    expect([number, differing]).toEqual([number, []]);
  }
});
