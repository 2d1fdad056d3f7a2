/** Entries of clinical records as FHIR, and back: judged by the R4 schema, independent validators, UK Core and rules of our own. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/clinical-record.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { aboutRecord, referByIdentifier, type FhirVersion, type Writing } from '../../../src/fhir/clinical/about.ts';
import {
  writeLocation,
  writeOrganization,
  writePatient,
  writePractitioner,
  writePractitionerRole,
} from '../../../src/fhir/clinical/context.ts';
import { writeHealthcareService, writeSchedule, writeSlot } from '../../../src/fhir/clinical/diary.ts';
import { readEntry } from '../../../src/fhir/clinical/read-entry.ts';
import { kindsToldAs, typesThatTell } from '../../../src/fhir/clinical/referents.ts';
import { writeEntry } from '../../../src/fhir/clinical/write-entry.ts';
import type { OdsCode } from '../../../src/population.ts';
import { createWorld } from '../../../src/world/world.ts';
import { faultsFound, judge } from '../judge/judge.ts';
import { ownFaults } from '../judge/own-rules.ts';
import { r4Faults } from '../judge/r4-schema.ts';
import { isResource, type Resource } from '../judge/resource.ts';
import { entriesOf, recordOf, somewhere } from './entries.ts';

const world = createWorld();
const place = somewhere(world);
const entries = entriesOf(place);
const about = aboutRecord(recordOf(place.person, entries), world);
const isOrganisation = (ods: string): ods is OdsCode => world.organisation(ods) !== undefined;

const printedCodes = resolve(import.meta.dirname, '../../../../shared/world/published-codes.tsv');
const kinds = [...new Set(entries.map(({ kind }) => kind))];

const written = (version: FhirVersion): readonly JsonObject[] => entries.flatMap((entry) => writeEntry(entry, { version, about }));

function resource(value: unknown): Resource {
  const json = JSON.parse(JSON.stringify(value)) as Json;
  if (!isResource(json)) throw new Error('this is no resource');
  return json;
}

const inR4 = { version: 'R4', about } as const;

test('entries of every kind are sound FHIR R4 and fit UK Core', { timeout: 60_000 }, () => {
  expect(written('R4').flatMap((each) => faultsFound(judge(resource(each), { isOrganisation })))).toEqual([]);
});

test('so are the people and places around them, and a diary', { timeout: 60_000 }, () => {
  const [practitioner] = world.practitioners(place.practice);
  const practice = world.organisation(place.practice);
  if (!practitioner || !practice) throw new Error('the practice has nobody');
  const clinic = {
    id: 'clinic-1',
    name: 'Morning surgery',
    service: { text: 'General practice' },
    practitioner: place.practitioner,
    mode: 'telephone',
  } as const;
  const slot = { id: 'slot-1', clinic: 'clinic-1', organisation: place.practice, on: '2026-03-29', at: '08:50', minutes: 10, isFree: true };
  const days = { organisation: place.practice, from: '2026-03-29', to: '2026-04-01' };
  const around = [
    writePatient(place.person, inR4),
    writeOrganization(practice, inR4),
    writeLocation(practice, inR4),
    writePractitioner(practitioner, inR4),
    writePractitionerRole(practitioner, inR4),
    writeSlot(slot, clinic, inR4),
    writeSchedule(clinic, days, inR4),
    writeHealthcareService(clinic, place.practice, inR4),
  ];
  expect(around.flatMap((each) => faultsFound(judge(resource(each), { isOrganisation })))).toEqual([]);
});

test.each(['R4', 'STU3'] as const)('what an entry says in %s is read back from it', (version) => {
  const back = entries.map((entry) => {
    const [told = {}] = writeEntry(entry, { version, about });
    // FHIR has no words for some of it: of what somebody changes, that stays as it was.
    return readEntry(told, { id: entry.id, today: '2026-01-01', isOrganisation, before: entry });
  });
  expect(back).toEqual(entries);
});

/** Of people spread over the population the latest entries of every kind. */
function* recorded(): Generator<{ readonly entry: Entry; readonly writing: Omit<Writing, 'version'> }> {
  for (let n = 0; n < 8; n += 1) {
    const record = world.record(world.at(n * 14_983 + 3).nhsNumber);
    if (!record) continue;
    const writing = { about: aboutRecord(record, world) };
    for (const kind of kinds) for (const entry of record.of(kind).slice(-2)) yield { entry, writing };
  }
}

test('so are the entries of people of the world, and they are read back too', { timeout: 60_000 }, () => {
  const wrong: unknown[] = [];
  for (const { entry, writing } of recorded())
    for (const version of ['R4', 'STU3'] as const) {
      const told = writeEntry(entry, { ...writing, version });
      const [first] = told;
      const back = first && readEntry(first, { id: entry.id, today: '2026-01-01', isOrganisation, before: entry });
      if (back && !isDeepStrictEqual(back, entry)) wrong.push([entry, back]);
      if (version === 'STU3') continue;
      const sound = told.map(resource).flatMap((each) => [...r4Faults(each), ...ownFaults(each, { isOrganisation })]);
      if (sound.length > 0) wrong.push([entry, sound]);
    }
  expect(wrong).toEqual([]);
});

test.skipIf(!existsSync(printedCodes))(
  'codes of SNOMED CT are those that the NHS prints, with the words that it prints (list beside the checkout)',
  () => {
    const lines = readFileSync(printedCodes, 'utf8').split('\n');
    const printed = new Map(lines.map((line) => line.split('\t')).map(([code = '', display]) => [code, display]));
    const told = [
      ...JSON.stringify([written('R4'), written('STU3')]).matchAll(/"http:\/\/snomed.info\/sct","code":"(\d+)","display":"([^"]*)"/g),
    ];
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(([, code = '', display]) => printed.get(code) !== display).map(([text]) => text)).toEqual([]);
  },
);

test('somebody who is restricted is told of without where they live, how they are reached, and their practice', () => {
  const patient = writePatient({ ...place.person, restricted: true }, inR4);
  expect(Object.keys(patient)).not.toEqual(expect.arrayContaining(['address']));
  expect(patient).not.toHaveProperty('telecom');
  expect(patient).not.toHaveProperty('generalPractitioner');
});

test('a resource that refers by identifier refers to a person by NHS number', () => {
  const [condition] = writeEntry(entries.find(({ kind }) => kind === 'condition') ?? expect.fail(), {
    version: 'R4',
    about: { ...about, refer: referByIdentifier },
  });
  expect(condition?.['subject']).toEqual({
    type: 'Patient',
    identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: place.person.nhsNumber },
  });
});

test('every type of resource that is written is found by its kind, and back', () => {
  for (const version of ['R4', 'STU3'] as const)
    for (const entry of entries) {
      const types = writeEntry(entry, { version, about }).map((each) => each['resourceType']);
      for (const type of types) {
        expect(typesThatTell(entry.kind, version)).toContain(type);
        expect(kindsToldAs(String(type), version)).toContain(entry.kind);
      }
    }
});
