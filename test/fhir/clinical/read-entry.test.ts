/** Entries from resources that clients send: in the shapes that published APIs take, and in any other. */
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { aboutRecord } from '../../../src/fhir/clinical/about.ts';
import { readEntry } from '../../../src/fhir/clinical/read-entry.ts';
import { writeEntry } from '../../../src/fhir/clinical/write-entry.ts';
import type { OdsCode } from '../../../src/population.ts';
import { createWorld } from '../../../src/world/world.ts';
import { entriesOf, recordOf, somewhere } from './entries.ts';

const world = createWorld();
const place = somewhere(world);
const { practice, trust, pharmacy, practitioner } = place;
const isOrganisation = (ods: string): ods is OdsCode => world.organisation(ods) !== undefined;
const reading = { id: 'sent', today: '2026-01-05', isOrganisation };

const ods = (value: string): JsonObject => ({ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value } });
const snomed = (code: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] });

const sent: readonly (readonly [what: string, resource: JsonObject, entry: object])[] = [
  [
    'a vaccination of another place, with the person and the nurse inside it',
    {
      resourceType: 'Immunization',
      contained: [{ resourceType: 'Practitioner', id: 'Pract1', name: [{ family: 'Nightingale' }] }],
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-VaccinationProcedure',
          valueCodeableConcept: snomed('1303503001', 'Administration of RSV (respiratory syncytial virus) vaccine'),
        },
      ],
      status: 'completed',
      vaccineCode: snomed('42605811000001109', 'Abrysvo vaccine'),
      patient: { reference: '#Pat1' },
      occurrenceDateTime: '2025-07-07T13:28:17.271+00:00',
      recorded: '2025-07-07T13:28:17.271+00:00',
      manufacturer: { display: 'Example Vaccines Ltd' },
      lotNumber: '4120Z001',
      performer: [{ actor: { reference: '#Pract1' } }, { actor: { type: 'Organization', ...ods(practice) } }],
      protocolApplied: [
        {
          targetDisease: [snomed('55735004', 'Respiratory syncytial virus infection (disorder)')],
          doseNumberPositiveInt: 1,
        },
      ],
    },
    {
      kind: 'vaccination',
      sort: 'RSV',
      given: '2025-07-07',
      time: '14:28',
      dose: 1,
      batch: '4120Z001',
      maker: 'Example Vaccines Ltd',
      organisation: practice,
      status: 'completed',
      product: { coding: { code: '42605811000001109' } },
    },
  ],
  [
    'an appointment that an app books, in STU3',
    {
      resourceType: 'Appointment',
      status: 'booked',
      description: 'Cough',
      start: '2026-02-02T10:00:00+00:00',
      end: '2026-02-02T10:15:00+00:00',
      slot: [{ reference: 'Slot/544' }],
      created: '2026-01-05T13:48:41+00:00',
      participant: [{ actor: { reference: `Patient/${place.person.nhsNumber}` } }, { actor: { reference: `Location/${practice}` } }],
    },
    {
      kind: 'appointment',
      on: '2026-02-02',
      at: '10:00',
      minutes: 15,
      status: 'booked',
      slot: '544',
      organisation: practice,
      recorded: '2026-01-05',
      reason: { text: 'Cough' },
    },
  ],
  [
    'a referral with its booking reference',
    {
      resourceType: 'ServiceRequest',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/UBRN', value: '111111111111' }],
      status: 'active',
      intent: 'order',
      priority: 'asap',
      authoredOn: '2026-01-04T16:40:00+00:00',
      requester: { identifier: { system: 'https://fhir.nhs.uk/Id/sds-user-id', value: practitioner } },
      performer: [ods(trust)],
      performerType: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/specialty', code: 'DERMATOLOGY', display: 'Dermatology' }] },
    },
    {
      kind: 'referral',
      ubrn: '111111111111',
      priority: 'two-week-wait',
      status: 'sent',
      to: trust,
      practitioner,
      specialty: { text: 'Dermatology' },
      recorded: '2026-01-04',
      time: '16:40',
    },
  ],
  [
    'a prescription for a pharmacy',
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: snomed('39732311000001104', 'Amoxicillin 250mg capsules'),
      authoredOn: '2026-01-03',
      groupIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription-order-number', value: '24F5DA-Y90001-7EFE6Z' },
      courseOfTherapyType: { coding: [{ code: 'acute' }] },
      dosageInstruction: [{ text: 'One three times a day' }],
      dispenseRequest: { quantity: { value: 20, unit: 'capsule' }, performer: ods(pharmacy) },
    },
    {
      kind: 'issue',
      course: 'acute',
      status: 'prescribed',
      prescription: '24F5DA-Y90001-7EFE6Z',
      pharmacy,
      quantity: { value: 20, unit: 'capsule' },
      recorded: '2026-01-03',
    },
  ],
  [
    'a problem that is over, in STU3',
    {
      resourceType: 'Condition',
      clinicalStatus: 'inactive',
      code: { text: 'Tonsillitis' },
      onsetDateTime: '2025-12',
      assertedDate: '2026-01-02T00:00:00+00:00',
    },
    { kind: 'condition', sort: 'tonsillitis', onset: '2025-12-01', end: '2026-01-02', recorded: '2026-01-02', isMajor: false },
  ],
  [
    'a reading with nothing but its code and value',
    { resourceType: 'Observation', status: 'final', code: { text: 'Body weight' }, valueQuantity: { value: 81, unit: 'kg' } },
    { kind: 'observation', sort: 'body-weight', value: { value: 81, unit: 'kg' }, recorded: '2026-01-05' },
  ],
];

test.each(sent)('%s is an entry', (_, resource, entry) => {
  expect(readEntry(resource, reading)).toMatchObject({ id: 'sent', ...entry });
});

test('what is of no kind that records know, says too little, or was an error is none', () => {
  expect(readEntry({ resourceType: 'Coverage', status: 'active' }, reading)).toBeUndefined();
  expect(readEntry({ resourceType: 'Condition' }, reading)).toBeUndefined();
  expect(readEntry({ resourceType: 'Appointment', status: 'booked' }, reading)).toBeUndefined();
  expect(readEntry({ resourceType: 'Observation', status: 'entered-in-error', code: { text: 'Weight' } }, reading)).toBeUndefined();
  expect(readEntry({}, reading)).toBeUndefined();
});

const odd: readonly Json[] = [null, 1, 'odd', [], {}, [[null]]];

/** The value with one thing in it changed for another, in every place. */
function* changed(value: Json, to: Json): Generator<Json> {
  yield to;
  if (isArray(value)) for (const [n, item] of value.entries()) for (const one of changed(item, to)) yield value.with(n, one);
  if (isObject(value))
    for (const [name, member] of Object.entries(value)) for (const one of changed(member, to)) yield { ...value, [name]: one };
}

test('nothing in a resource is so odd that reading it fails', () => {
  const entries = entriesOf(place);
  const about = aboutRecord(recordOf(place.person, entries), world);
  for (const entry of entries)
    for (const version of ['R4', 'STU3'] as const)
      for (const resource of writeEntry(entry, { version, about }))
        for (const to of odd) for (const one of changed(resource, to)) if (isObject(one)) readEntry(one, { ...reading, before: entry });
});
