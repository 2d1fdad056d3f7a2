/** One prescription as the service tells it: a collection of its items, who prescribed them and where, and the pharmacy if there is one. */
import type { components } from '../../src/generated/prescriptions-for-patients.types.ts';
import { dateOf, instant } from '../../src/fhir/instant.ts';
import type { Address } from '../../src/population.ts';
import type { Item, Prescriber } from '../prescriptions/prescription.ts';
import { businessStatusSystem } from '../prescriptions/status-updates/statuses.ts';
import { tracked, type Looking, type Tracked } from './tracked.ts';

type Schemas = components['schemas'];
type Entry = Schemas['Prescription']['entry'][number];
type Organisation = Schemas['Organization'];

export interface Writing extends Looking {
  /** A UUID for what is named so: another one in each answer. */
  readonly id: (what: string) => string;
  readonly nhsNumber: string;
}

export function collectionOf(writing: Writing): Schemas['Prescription'] {
  const { prescription, state, id, held } = writing;
  const pharmacy = state.dispenser ?? prescription.pharmacy;
  const entry = (what: string, resource: Entry['resource']): Entry => ({ fullUrl: `urn:uuid:${id(what)}`, resource }) as Entry; // each kind has its own
  return {
    resourceType: 'Bundle',
    id: id(''),
    type: 'collection',
    entry: [
      ...prescription.items.map((item) => entry(item.id, itemOf(writing, item, pharmacy))),
      entry('role', {
        resourceType: 'PractitionerRole',
        id: id('role'),
        practitioner: { reference: `urn:uuid:${id('practitioner')}` },
        organization: { reference: `urn:uuid:${id('prescriber')}` },
      }),
      entry('practitioner', practitionerOf(writing, prescription.prescriber)),
      entry('prescriber', organisationOf(held, prescription.prescriber.organisation, id('prescriber'))),
      ...(pharmacy === undefined ? [] : [entry('pharmacy', organisationOf(held, pharmacy, id('pharmacy')))]),
    ],
  };
}

const courses = {
  acute: ['acute', 'Short course (acute) therapy'],
  continuous: ['continuous', 'Continuous long term therapy'],
} as const;

/** Where the dictionary's code of the unit is one that a published document prints. */
const units: ReadonlyMap<string, string> = new Map([
  ['tablet', '428673006'],
  ['capsule', '428641000'],
  ['ml', '258773002'],
]);

function itemOf(writing: Writing, item: Item, pharmacy: string | undefined): Schemas['MedicationRequest'] {
  const { prescription, id, nhsNumber } = writing;
  const { request, histories } = tracked(writing, item);
  const [code, display] = courses[prescription.treatment === 'acute' ? 'acute' : 'continuous'];
  const { coding, text } = item.medicine;
  const unit = units.get(item.quantity.unit);
  return {
    resourceType: 'MedicationRequest',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/prescription-order-item-number', value: item.id }],
    status: request,
    intent: 'order',
    medicationCodeableConcept: coding
      ? { coding: [{ system: 'http://snomed.info/sct', code: coding.code, display: coding.display }] }
      : { text },
    subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber } },
    requester: { reference: `urn:uuid:${id('role')}` },
    groupIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription-order-number', value: prescription.id },
    courseOfTherapyType: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy', code, display }],
    },
    dispenseRequest: {
      validityPeriod: { start: dateOf(prescription.from ?? prescription.authored) },
      quantity: {
        value: item.quantity.value,
        unit: item.quantity.unit,
        ...(unit !== undefined && { system: 'http://snomed.info/sct', code: unit }),
      },
      ...(pharmacy !== undefined && { performer: { reference: `urn:uuid:${id('pharmacy')}` } }),
    },
    substitution: { allowedBoolean: false },
    extension: histories.map(historyOf),
  };
}

const historyOf = ({ status, since }: Tracked['histories'][number]) => ({
  url: 'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionStatusHistory' as const,
  extension: [
    { url: 'statusDate' as const, valueDateTime: instant(since) },
    { url: 'status' as const, valueCoding: { system: businessStatusSystem, code: status } },
  ],
});

function practitionerOf({ held, id }: Writing, { practitioner, organisation, name }: Prescriber): Schemas['Practitioner'] {
  const known = held.population.practitioners(organisation).find(({ sdsUserId }) => sdsUserId === practitioner);
  return {
    resourceType: 'Practitioner',
    id: id('practitioner'),
    name: [known ? { family: known.family, given: [known.given], prefix: [known.prefix] } : { family: name ?? 'Prescriber' }],
  };
}

const linesOf = ({ lines }: Address): readonly string[] => lines.filter((line) => line !== '');

/** One that sells at a distance has a web site in the place of an address. */
function organisationOf(held: Looking['held'], ods: string, id: string): Organisation {
  const known = held.population.organisation(ods);
  const premises = held.population.register.premises(ods);
  const site = premises?.sellsAtADistance ? siteOf(held, ods) : undefined;
  return {
    resourceType: 'Organization',
    id,
    identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: ods }],
    ...(known && {
      name: known.name,
      telecom: [
        { system: 'phone' as const, use: 'work' as const, value: known.phone },
        ...(site === undefined ? [] : [{ system: 'url' as const, use: 'work' as const, value: site }]),
      ],
    }),
    ...(known &&
      !premises?.sellsAtADistance && {
        address: [
          {
            use: 'work' as const,
            type: 'both' as const,
            line: [...linesOf(known.address)],
            ...(known.address.postcode !== undefined && { postalCode: known.address.postcode }),
          },
        ],
      }),
  };
}

/** In small letters, without its scheme and the stroke at the end. */
function siteOf({ population }: Looking['held'], ods: string): string | undefined {
  const site =
    population.register.premises(ods)?.contacts.find(({ kind }) => kind === 'website')?.value ?? population.register.entry(ods)?.website;
  return site
    ?.toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}
