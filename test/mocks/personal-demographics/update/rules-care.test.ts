/** The organisations that care for somebody, and how to speak to them, as an update may change them. */
import { describe, expect, test } from 'vitest';
import { demographics } from '../demographics.ts';
import {
  add,
  codes,
  communication,
  forbidden,
  id,
  invalid,
  language,
  missing,
  organisation,
  preference,
  replace,
  said,
  ukCore,
  version,
  wrong,
} from './patching.ts';

const jane = '9000000009';
const janes = async (...patches: readonly unknown[]): Promise<unknown[]> => said(demographics().patch(jane, 2, patches));
const url = (index: number, kind: string): unknown => ({ op: 'test', path: `/extension/${index}/url`, value: ukCore + kind });
const practice = (value: string, period?: object): unknown[] => [
  { op: 'replace', path: '/generalPractitioner/0/id', value: 'D839655C' },
  replace('/generalPractitioner/0/identifier', { value, ...(period && { period }) }),
];
const method = { url: 'PreferredContactMethod', valueCodeableConcept: { coding: [{ code: '1' }] } };
const interpreter = { url: 'interpreterRequired', valueBoolean: true };
const interpreterStays = invalid('interpreterRequired cannot be removed');

describe('of Jane Smith, who has a practice, a pharmacy, a dispenser, a supplier, a language and preferences, is refused', () => {
  test.for<[string, unknown[], unknown[]]>([
    ['a practice that has closed', practice('Y90901'), wrong('Y90901', 'generalPractitioner/0/identifier/value')],
    ['a practice that nobody runs', practice('ZZZZZZ'), wrong('ZZZZZZ', 'generalPractitioner/0/identifier/value')],
    ['a pharmacy as practice', practice('FZ001'), wrong('FZ001', 'generalPractitioner/0/identifier/value')],
    ['a practice in small letters', practice('y90001'), wrong('y90001', 'generalPractitioner/0/identifier/value')],
    [
      'a practice until some day',
      practice('Y90001', { start: '2025-01-01', end: '2026-06-01' }),
      invalid('Invalid patch - the period of a general practitioner cannot have an end'),
    ],
    [
      'a practice from tomorrow',
      practice('Y90001', { start: '2026-01-02' }),
      invalid("Invalid patch - the start date of 'generalPractitioner/0/identifier/period' is in the future"),
    ],
    [
      'a second practice',
      [add('generalPractitioner', { identifier: { value: 'Y90001' } })],
      [400, 'TOO_MANY_VALUES_SUBMITTED', "Too many values submitted - <json too long to display> in field 'generalPractitioner'"],
    ],
    [
      'no practice',
      [
        { op: 'test', path: '/generalPractitioner/0/id', value: 'D839655C' },
        { op: 'remove', path: '/generalPractitioner/0' },
      ],
      forbidden("source not permitted to remove 'generalPractitioner'"),
    ],
    [
      'a managing organisation that is no practice',
      [{ op: 'add', path: '/managingOrganization', value: { identifier: { value: 'FZ001' } } }],
      wrong('FZ001', 'managingOrganization/identifier/value'),
    ],
    [
      'a second nominated pharmacy',
      [add('extension', organisation('NominatedPharmacy', 'FZ001'))],
      invalid(`Invalid patch - the record already has an extension with url '${ukCore}NominatedPharmacy'`),
    ],
    [
      'a pharmacy that nobody runs',
      [replace('/extension/0', organisation('NominatedPharmacy', 'ZZZ99'))],
      wrong('ZZZ99', 'extension/0/valueReference/identifier/value'),
    ],
    [
      'a practice as pharmacy',
      [replace('/extension/0', organisation('NominatedPharmacy', 'Y90001'))],
      wrong('Y90001', 'extension/0/valueReference/identifier/value'),
    ],
    [
      'a pharmacy in small letters',
      [replace('/extension/0', organisation('NominatedPharmacy', 'fz001'))],
      wrong('fz001', 'extension/0/valueReference/identifier/value'),
    ],
    [
      'a hospital trust as dispenser',
      [replace('/extension/1', organisation('PreferredDispenserOrganization', 'RZ0'))],
      wrong('RZ0', 'extension/1/valueReference/identifier/value'),
    ],
    [
      'a practice as supplier of appliances',
      [replace('/extension/2', organisation('MedicalApplianceSupplier', 'Y90001'))],
      wrong('Y90001', 'extension/2/valueReference/identifier/value'),
    ],
    [
      'a pharmacy for a time',
      [replace('/extension/0', organisation('NominatedPharmacy', 'FZ001', { period: { start: '2025-01-01' } }))],
      invalid("Invalid patch - 'extension/0/valueReference/identifier' must not have a period"),
    ],

    [
      'English as preferred language',
      [replace('/extension/3', communication(language('en'), interpreter))],
      wrong('en', 'extension/3/extension/0/valueCodeableConcept/coding/0/code'),
    ],
    [
      'a language nobody knows',
      [url(3, 'NHSCommunication'), replace('/extension/3/extension/0', language('qa'))],
      wrong('qa', 'extension/3/extension/0/valueCodeableConcept/coding/0/code'),
    ],
    [
      'a language of another code system',
      [
        url(3, 'NHSCommunication'),
        replace('/extension/3/extension/0/valueCodeableConcept/coding/0/system', 'https://fhir.nhs.uk/R4/CodeSystem/UKCore-HumanLanguage'),
      ],
      wrong('https://fhir.nhs.uk/R4/CodeSystem/UKCore-HumanLanguage', 'extension/3/extension/0/valueCodeableConcept/coding/0/system'),
    ],
    ['a communication that says no more of an interpreter', [replace('/extension/3', communication(language('fr')))], interpreterStays],
    [
      'the removal of interpreterRequired',
      [
        { op: 'test', path: '/extension/3/extension/1/url', value: 'interpreterRequired' },
        { op: 'remove', path: '/extension/3/extension/1' },
      ],
      interpreterStays,
    ],
    ['nothing in its place', [replace('/extension/3/extension/1', { url: ' ' })], interpreterStays],
    ['null in its place', [url(3, 'NHSCommunication'), replace('/extension/3/extension/1', null)], interpreterStays],
    [
      'a second communication',
      [add('extension', communication(interpreter))],
      invalid(`Invalid patch - the record already has an extension with url '${ukCore}NHSCommunication'`),
    ],

    [
      'a second contact preference',
      [add('extension', preference(method))],
      invalid(`Invalid patch - the record already has an extension with url '${ukCore}ContactPreference'`),
    ],
    [
      'a method of contact nobody knows',
      [replace('/extension/4', preference({ ...method, valueCodeableConcept: { coding: [{ code: '99' }] } }))],
      wrong('99', 'extension/4/extension/0/valueCodeableConcept/coding/0/code'),
    ],
    [
      'a time without method',
      [replace('/extension/4', preference({ url: 'PreferredContactTimes', valueString: 'Mornings' }))],
      missing('extension/4/extension/PreferredContactMethod'),
    ],
    [
      'a time of 41 characters',
      [replace('/extension/4', preference(method, { url: 'PreferredContactTimes', valueString: 'x'.repeat(41) }))],
      wrong('x'.repeat(41), 'extension/4/extension/1/valueString'),
    ],

    [
      'a reason for leaving the list',
      [
        add('extension', {
          url: 'https://fhir.nhs.uk/StructureDefinition/Extension-PDS-RemovalFromRegistration',
          extension: [
            {
              url: 'removalFromRegistrationCode',
              valueCodeableConcept: {
                coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/PDS-RemovalReasonExitCode', code: 'EMB', display: 'Embarkation' }],
              },
            },
          ],
        }),
      ],
      invalid('This user does not have permission to update the fields in the patches provided.'),
    ],
    [
      'an extension nobody knows',
      [add('extension', { url: 'https://example.org/mine', valueString: 'x' })],
      wrong('https://example.org/mine', 'extension/6/url'),
    ],
  ])('%s', async ([, patches, answer]) => {
    expect(await janes(...patches)).toEqual(answer);
  });
});

describe('is taken', () => {
  test.for<[string, unknown[], object]>([
    ['another practice', practice('Y90001'), { generalPractitioner: [{ identifier: { value: 'Y90001' } }] }],
    ['the practice of a published test patient', practice('A20047'), { generalPractitioner: [{ identifier: { value: 'A20047' } }] }],
    [
      'a managing organisation',
      [{ op: 'add', path: '/managingOrganization', value: { identifier: { value: 'Y90001' } } }],
      { managingOrganization: { identifier: { value: 'Y90001' } } },
    ],
    [
      'another pharmacy',
      [replace('/extension/0', organisation('NominatedPharmacy', 'FZ001'))],
      { extension: expect.arrayContaining([organisation('NominatedPharmacy', 'FZ001')]) },
    ],
    [
      'a practice that dispenses',
      [replace('/extension/1', organisation('PreferredDispenserOrganization', 'Y90001'))],
      { extension: expect.arrayContaining([organisation('PreferredDispenserOrganization', 'Y90001')]) },
    ],
    ['the end of all preferences', [url(4, 'ContactPreference'), { op: 'remove', path: '/extension/4' }], {}],
    ['the end of communication as a whole', [url(3, 'NHSCommunication'), { op: 'remove', path: '/extension/3' }], {}],
    [
      'a code alone, of which the rest is filled in',
      [replace('/extension/4', preference({ ...method, valueCodeableConcept: { coding: [{ code: '7' }] } }))],
      {
        extension: expect.arrayContaining([
          preference({
            ...method,
            valueCodeableConcept: { coding: [{ system: `${codes}PreferredContactMethod`, code: '7', display: 'Sign language' }] },
          }),
        ]),
      },
    ],
    [
      // Nothing is published of displays.
      'a display of the client’s own, which is kept',
      [replace('/extension/4', preference({ ...method, valueCodeableConcept: { coding: [{ code: '7', display: 'x' }] } }))],
      {
        extension: expect.arrayContaining([
          expect.objectContaining({
            extension: [expect.objectContaining({ valueCodeableConcept: { coding: [expect.objectContaining({ display: 'x' })] } })],
          }),
        ]),
      },
    ],
  ])('%s', async ([, patches, body]) => {
    expect(await demographics().patch(jane, 2, patches)).toMatchObject({ status: 200, body });
  });

  test('a first dispenser', async () => {
    const { status } = await demographics().patch(id, version, [add('extension', organisation('PreferredDispenserOrganization', 'FZ001'))]);
    expect(status).toBe(200);
  });
});
