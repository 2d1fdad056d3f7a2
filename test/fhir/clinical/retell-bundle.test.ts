/** Whole Bundles of another record, in the shape of published ones: everything in them is of the record, and nothing refers beyond them. */
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { elementsAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { fullestBundle, retellBundle, type Retelling } from '../../../src/fhir/clinical/retell-bundle.ts';
import { createWorld } from '../../../src/world/world.ts';
import { entriesOf, recordOf, somewhere } from './entries.ts';

const world = createWorld();
const place = somewhere(world);
const record = recordOf(place.person, entriesOf(place));
const own = place.person.nhsNumber;
const nothing = recordOf(place.person, []);
const timestamp = '2026-01-01T09:00:00+00:00';
const inR4: Retelling = { version: 'R4', population: world, timestamp };
const inStu3: Retelling = { ...inR4, version: 'STU3' };

const bundle = (type: string, resources: readonly JsonObject[], fullUrl?: (resource: JsonObject) => string): JsonObject => ({
  resourceType: 'Bundle',
  id: 'published',
  type,
  entry: resources.map((resource) => ({ ...(fullUrl && { fullUrl: fullUrl(resource) }), resource })),
});

const list = (title: string, members: JsonObject = {}): JsonObject => ({
  resourceType: 'List',
  status: 'current',
  mode: 'snapshot',
  title,
  subject: { reference: 'Patient/1' },
  ...members,
});

const lists = bundle('collection', [
  { resourceType: 'Patient', id: '1' },
  { resourceType: 'Organization', id: '2', name: 'Published Practice' },
  { resourceType: 'Practitioner', id: '3' },
  list('Allergies and adverse reactions', { entry: [{ item: { reference: 'AllergyIntolerance/4' } }] }),
  { resourceType: 'AllergyIntolerance', id: '4', code: { text: 'Wasps' } },
  list('Ended allergies', { note: [{ text: 'Of the example' }] }),
  list('Medications and medical devices'),
  list('Consultations - problems contained in consultations'),
  list('List of consultations'),
  list('Immunisations'),
  { resourceType: 'Encounter', id: '5' },
  list('Admin', { id: '6', encounter: { reference: 'Encounter/5' }, code: { coding: [{ display: 'Consultation' }] } }),
  list('Topic', { id: '7', encounter: { reference: 'Encounter/5' }, code: { coding: [{ display: 'Topic (EHR)' }] } }),
]);

const uuidUrl = ({ id }: JsonObject): string => `urn:uuid:00000000-0000-4000-8000-00000000000${String(id)}`;
const prescription = bundle(
  'collection',
  [
    {
      resourceType: 'MedicationRequest',
      id: '1',
      intent: 'order',
      requester: { reference: uuidUrl({ id: 2 }) },
      dispenseRequest: { performer: { reference: uuidUrl({ id: 5 }) } },
    },
    { resourceType: 'PractitionerRole', id: '2', practitioner: { reference: uuidUrl({ id: 3 }) } },
    { resourceType: 'Practitioner', id: '3' },
    { resourceType: 'Organization', id: '5' },
  ],
  uuidUrl,
);
const prescriptions: JsonObject = {
  ...bundle('searchset', [prescription], () => 'urn:uuid:00000000-0000-4000-8000-000000000009'),
  total: 1,
};

const summary = bundle(
  'document',
  [
    {
      resourceType: 'Composition',
      id: '1',
      status: 'final',
      title: 'Summary',
      subject: { reference: 'Patient/3' },
      relatesTo: [{ code: 'replaces', targetIdentifier: { value: 'published' } }],
      section: [
        { title: 'Allergies', text: { status: 'generated', div: '<div><table><tr><th>Date</th><th>Description</th></tr></table></div>' } },
        { title: 'Acute Medications (For the 12 months to 14-May-2020)' },
        { title: 'Diagnoses', entry: [{ reference: 'Condition/2' }] },
      ],
    },
    { resourceType: 'Condition', id: '2' },
    { resourceType: 'Patient', id: '3' },
  ],
  ({ resourceType, id }) => `https://example.nhs.uk/FHIR/${String(resourceType)}/${String(id)}`,
);

const resourcesOf = (told: JsonObject): readonly JsonObject[] =>
  elementsAt(told, 'entry').flatMap((entry) => (isObject(entry) && isObject(entry['resource']) ? [entry['resource']] : []));

function* references(value: Json): Generator<string> {
  if (isArray(value)) for (const item of value) yield* references(item);
  if (!isObject(value)) return;
  const to = stringAt(value, 'reference');
  if (to !== undefined) yield to;
  for (const member of Object.values(value)) yield* references(member);
}

/** References to what is not in the Bundle. */
function dangling(told: JsonObject): readonly string[] {
  const held = new Set(resourcesOf(told).map(({ resourceType, id }) => `${String(resourceType)}/${String(id)}`));
  for (const entry of elementsAt(told, 'entry')) held.add(stringAt(entry, 'fullUrl') ?? '');
  return [...references(told)].filter((reference) => !held.has(reference));
}

const titled = (told: JsonObject, title: string): JsonObject | undefined => resourcesOf(told).find((each) => each['title'] === title);
const items = (told: JsonObject, title: string) =>
  elementsAt(titled(told, title), 'entry').map((entry) => stringAt(entry, 'item', 'reference'));
const idsOf = (kind: 'allergy' | 'condition' | 'encounter' | 'medication' | 'vaccination') => record.of(kind).map(({ id }) => id);

test('a record in lists has a list for each area, which refers to what is told of it', () => {
  const told = retellBundle(lists, record, inStu3);
  expect(items(told, 'Allergies and adverse reactions')).toEqual(idsOf('allergy').map((id) => `AllergyIntolerance/${id}`));
  expect(items(told, 'Medications and medical devices')).toEqual(idsOf('medication').map((id) => `MedicationStatement/${id}`));
  expect(items(told, 'Immunisations')).toEqual(idsOf('vaccination').map((id) => `Immunization/${id}`));
  expect(items(told, 'List of consultations')).toEqual(idsOf('encounter').map((id) => `Encounter/${id}`));
  expect(items(told, 'Consultations - problems contained in consultations')).toEqual([]);
  expect(titled(told, 'Ended allergies')).toMatchObject({ emptyReason: {}, note: [{ text: 'Information not available' }] });
  expect(dangling(told)).toEqual([]);
});

test('a consultation is told as the list of its topics, and those as lists of what was written', () => {
  const told = retellBundle(lists, record, inStu3);
  const [contact] = record.of('encounter');
  const [topic] = items(told, contact?.reason.text ?? '');
  const list = resourcesOf(told).find((each) => `List/${String(each['id'])}` === topic);
  expect(stringAt(list, 'encounter', 'reference')).toBe(`Encounter/${contact?.id}`);
});

test('nothing of the example is left: its people, its lists of somebody else, its warnings', () => {
  const told = retellBundle(lists, nothing, inStu3);
  expect(JSON.stringify(told)).not.toMatch(/Wasps|Published Practice|Of the example|Patient\/1"/);
  expect(resourcesOf(told).map(({ resourceType }) => resourceType)).toEqual(['Patient', 'Organization', ...Array<string>(6).fill('List')]);
});

test('a request may ask for areas, and for what was recorded since', () => {
  const since = { name: 'consultationSearchPeriod', valuePeriod: { start: '2025-12-01' } };
  const asked = {
    resourceType: 'Parameters',
    parameter: [{ name: 'includeAllergies' }, { name: 'includeConsultations', part: [since] }],
  };
  const told = retellBundle(lists, record, { ...inStu3, asked });
  expect(items(told, 'Allergies and adverse reactions')).toHaveLength(2);
  expect(items(told, 'List of consultations')).toEqual([]);
  expect(titled(told, 'Medications and medical devices')).toBeUndefined();
});

test('whoever nobody knows is named in the reference alone', () => {
  const written = entriesOf({ ...place, practitioner: '999000000000' });
  const told = retellBundle(lists, recordOf(place.person, written), inStu3);
  expect(resourcesOf(told).some(({ resourceType }) => resourceType === 'Practitioner')).toBe(false);
  expect(JSON.stringify(told)).toContain('999000000000');
  expect(dangling(told)).toEqual([]);
});

test('each prescription is a Bundle of its requests, and of those whom they name', () => {
  const told = retellBundle(prescriptions, record, inR4);
  const [each] = resourcesOf(told);
  expect(told).toMatchObject({ type: 'searchset', total: 1 });
  expect(resourcesOf(each ?? {}).map(({ resourceType }) => resourceType)).toEqual([
    'MedicationRequest',
    'PractitionerRole',
    'Practitioner',
    'Organization',
    'Organization',
  ]);
  expect(dangling(each ?? {})).toEqual([]);
  expect(retellBundle(prescriptions, nothing, inR4)).toEqual({ resourceType: 'Bundle', id: told['id'], type: 'searchset', total: 0 });
});

test('a summary has the sections of the published one, with what is recorded in them', () => {
  const told = retellBundle(summary, record, inR4);
  const [composition] = resourcesOf(told);
  const sections = elementsAt(composition, 'section');
  expect(sections.map((section) => stringAt(section, 'title'))).toEqual(['Allergies', 'Acute Medications', 'Diagnoses']);
  expect(stringAt(sections[0], 'text', 'div')).toContain('<td>07-May-2012</td><td>Penicillin</td>');
  expect(stringAt(sections[1], 'text', 'div')).toContain('Nothing recorded');
  expect(elementsAt(sections[2], 'entry')).toMatchObject([{ reference: `Condition/${record.of('condition')[0]?.id}` }]);
  expect(composition).toMatchObject({ subject: { reference: `Patient/${own}` }, date: '2026-01-01T00:00:00+00:00' });
  expect(composition).not.toHaveProperty('relatesTo');
  expect(dangling(told)).toEqual([]);
});

test('ids stay from one answer to the next, and the addresses begin with the server asked', () => {
  const told = retellBundle(summary, record, { ...inR4, base: 'http://localhost:3000/FHIR/' });
  expect(retellBundle(summary, record, { ...inR4, base: 'http://localhost:3000/FHIR/' })).toEqual(told);
  expect(elementsAt(told, 'entry').every((entry) => stringAt(entry, 'fullUrl')?.startsWith('http://localhost:3000/FHIR/'))).toBe(true);
});

test('of several published Bundles the one that tells of most gives the shape', () => {
  expect(fullestBundle([prescription, lists, bundle('collection', [])])).toBe(lists);
});
