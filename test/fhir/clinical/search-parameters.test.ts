/** What entries tell as FHIR is found by the search parameters that FHIR has for it: each of them looks where the value stands. */
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { aboutRecord } from '../../../src/fhir/clinical/about.ts';
import { writeSchedule, writeSlot } from '../../../src/fhir/clinical/diary.ts';
import { writeEntry } from '../../../src/fhir/clinical/write-entry.ts';
import { fhirParameter } from '../../../src/plan/list/search/fhir-parameters.ts';
import { createWorld } from '../../../src/world/world.ts';
import { entriesOf, recordOf, somewhere } from './entries.ts';

const world = createWorld();
const place = somewhere(world);
const { practice, practitioner } = place;
const entries = entriesOf(place);
const about = aboutRecord(recordOf(place.person, entries), world);

const clinic = { id: 'c', name: 'Morning surgery', service: { text: 'General practice' }, practitioner, mode: 'telephone' } as const;
const slot = { id: 's', clinic: 'c', organisation: practice, on: '2026-03-30', at: '08:50', minutes: 10, isFree: true };

const written = (version: 'R4' | 'STU3'): readonly JsonObject[] => [
  ...entries.flatMap((entry) => writeEntry(entry, { version, about })),
  writeSlot(slot, clinic, { version, about }),
  writeSchedule(clinic, { organisation: practice, from: '2026-03-30', to: '2026-03-31' }, { version, about }),
];

/** `type: parameter …`, of both versions where nothing else is said. */
const searched = {
  R4: `
    Condition: verification-status recorded-date severity
    MedicationRequest: requester intended-dispenser category code
    MedicationStatement: code
    Immunization: target-disease
    Encounter: reason-code
    ServiceRequest: patient status intent priority authored requester performer category code identifier performer-type
    Appointment: reason-code based-on specialty
    Procedure: encounter reason-code
    DocumentReference: date
    Schedule: active`,
  STU3: `
    Condition: asserted-date
    Immunization: notgiven
    DocumentReference: created indexed
    ReferralRequest: patient status intent priority authored-on requester type identifier specialty recipient`,
  both: `
    Condition: patient subject code category clinical-status onset-date abatement-date identifier asserter
    MedicationRequest: patient status intent authoredon identifier
    MedicationStatement: patient status effective identifier
    AllergyIntolerance: patient clinical-status verification-status code category date recorder severity manifestation onset
    Immunization: patient date vaccine-code status lot-number identifier location
    Observation: patient code category date status value-quantity value-concept component-code combo-code performer
    DiagnosticReport: patient code category date issued status result specimen performer
    Specimen: patient type collected status
    Procedure: patient code date status performer
    Encounter: patient date class type status participant service-provider length
    Appointment: patient date status slot location practitioner service-type actor
    DocumentReference: patient type author custodian status description contenttype setting
    CarePlan: patient category date status intent condition
    Flag: patient date author identifier
    Slot: schedule start status service-type
    Schedule: actor date`,
};

function* valuesAt(value: Json | undefined, [name, ...rest]: readonly string[]): Generator<Json> {
  if (value === undefined) return;
  if (isArray(value)) for (const item of value) yield* valuesAt(item, name === undefined ? [] : [name, ...rest]);
  else if (name === undefined) yield value;
  else if (isObject(value)) yield* valuesAt(value[name], rest);
}

test.each(['R4', 'STU3'] as const)('in %s', (version) => {
  const resources = written(version);
  const lines = `${searched.both}${searched[version]}`.trim().split('\n');
  const blind = lines.flatMap((line) => {
    const [type = '', names = ''] = line.trim().split(': ');
    const ofType = resources.filter(({ resourceType }) => resourceType === type);
    return names.split(' ').flatMap((name) => {
      const paths = fhirParameter(name, type)?.paths ?? [];
      const sees = ofType.some((resource) => paths.some((path) => [...valuesAt(resource, path.split('.'))].length > 0));
      return sees ? [] : [`${type}.${name}`];
    });
  });
  expect(blind).toEqual([]);
});

test('the date of an appointment is when it is, and not when it was booked', () => {
  expect(fhirParameter('date', 'Appointment')?.paths).toEqual(['start']);
});
