/** Documents: whose they are, which there are, and what they say. */
import type { DocumentEntry } from '../../../src/clinical-record.ts';
import { toBase64 } from '../../../src/contract/base64.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { conceptOf } from '../../../src/fhir/clinical/concepts.ts';
import { writtenDocument } from '../../../src/fhir/clinical/documents.ts';
import { testData } from '../../../src/fhir/clinical/head.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { patientNotFound } from '../../gp-practice/faults.ts';
import { settingsOf } from '../../gp-practice/practices.ts';
import { onlinePatient, registeredPatient, type OnlinePatient } from '../../gp-practice/registered.ts';
import { around, patientIdOf, type Around } from '../around.ts';
import { invalidParameter, isBadRequest, noRecordFound } from '../faults.ts';
import { notImplemented } from '../not-implemented.ts';
import { documentsAsked, isAsked } from './asked.ts';
import { isTooLarge, lettersOf, mostBytes, print } from './letters.ts';

const bundleProfile = 'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Searchset-Bundle-1';

/** Ids of the published examples: they stand for those of whoever is asked about, and of their latest document. */
const published = { patient: '9d43831b-b2c7-4f8f-b5b5-1d9429acf5fb', letter: '07a6483f-732b-461e-86b6-edb665c45510' };

/** The record of somebody who has died stays open so long. */
const daysAfterDeath = 28;

const searchset = (call: AnyCall, entry: readonly JsonObject[]): JsonObject => ({
  resourceType: 'Bundle',
  id: call.header('X-Request-ID') ?? '',
  meta: { profile: [bundleProfile], tag: [testData('STU3')] },
  type: 'searchset',
  total: entry.filter(({ search }) => isObject(search) && search['mode'] === 'match').length,
  entry,
});

const found = (resource: JsonObject, mode: 'match' | 'include' | 'outcome'): JsonObject => ({ resource, search: { mode } });

/** What they are called where a practice keeps them to itself. */
const documents = 'DocumentReferences';

/** Nobody is no fault here, whatever the reason; somebody who dissents from sharing is still found. */
export function findPatient(call: AnyCall, nhsNumber: string): JsonObject | Problem {
  if (nhsNumber.trim() === '') return invalidParameter('There is no NHS number.');
  if (/[,|]/.test(nhsNumber)) return isBadRequest('One patient can be asked for at a time.');
  const patient = registeredPatient(call, nhsNumber, { daysAfterDeath });
  if (patient === patientNotFound) return searchset(call, []);
  if ('problem' in patient) return patient;
  const record = call.population.record(nhsNumber);
  const [first] = record ? around(call, patient, record).resources() : [];
  return searchset(call, first ? [found(first, 'match')] : []);
}

const reader = (call: AnyCall, nhsNumber: string): OnlinePatient | Problem =>
  onlinePatient(call, nhsNumber, { service: 'record', takesConsent: true, daysAfterDeath });

export function searchDocuments(call: AnyCall, id: string): JsonObject | Problem {
  const asked = documentsAsked(call);
  if ('problem' in asked) return asked;
  const patient = reader(call, asked.nhsNumber);
  if ('problem' in patient) return patient;
  if (id !== patientIdOf(call, patient) && id !== published.patient) {
    call.note('The id in the path is none that GET /documents/Patient/{NHS number} gives for this patient.');
    return patientNotFound;
  }
  if (settingsOf(patient.practice).keeps.includes(documents))
    return searchset(
      call,
      notImplemented({ unknown: [], disabled: [documents] }).map((outcome) => found(outcome, 'outcome')),
    );
  const record = call.population.record(asked.nhsNumber);
  if (!record) return searchset(call, []);
  const about = around(call, patient, record);
  const letters = lettersOf(call, patient).filter((letter) => isAsked(letter, asked));
  const references = letters.toReversed().map((letter) => found(reference(call, letter, about), 'match'));
  // Whom they name, and nobody where there are none.
  const others = letters.length === 0 ? [] : about.resources().map((resource) => found(resource, 'include'));
  return searchset(call, [...references, ...others]);
}

function reference(call: AnyCall, letter: DocumentEntry, { writing }: Around): JsonObject {
  const [resource = {}] = writtenDocument(letter, { ...writing, print, only: 'DocumentReference' });
  const { docStatus: _, context, content, meta, ...rest } = resource;
  const place = isObject(context) ? context : {};
  return {
    ...rest,
    meta: { versionId: '1', ...(isObject(meta) && meta['profile'] !== undefined && { profile: meta['profile'] }) },
    content: [{ attachment: attachment(call, letter, content, writing.about.person.nhsNumber) }],
    context: { practiceSetting: place['practiceSetting'] ?? generalPractice },
  };
}

const generalPractice = conceptOf(system.snomed, '1060971000000108', 'General practice service');

function attachment(call: AnyCall, letter: DocumentEntry, content: Json | undefined, nhsNumber: string): JsonObject {
  const [first] = isArray(content) ? content : [];
  const given = isObject(first) && isObject(first['attachment']) ? first['attachment'] : {};
  const { contentType = '', size = 0 } = given;
  if (isTooLarge(nhsNumber, letter)) return { contentType, size, title: `${letter.title}: larger than 5 MB, and not to be had here` };
  return { contentType, url: call.url(`/documents/Binary/${letter.id}`), size, title: letter.title };
}

export function readDocument(call: AnyCall, id: string, nhsNumber: string | undefined): JsonObject | Problem {
  if (nhsNumber === undefined || nhsNumber === '') return invalidParameter('patientNHSNumber is missing.');
  const patient = reader(call, nhsNumber);
  if (patient === patientNotFound) return noRecordFound;
  if ('problem' in patient) return patient;
  const letters = lettersOf(call, patient).filter((each) => !isTooLarge(nhsNumber, each));
  const letter = id === published.letter ? letters.at(-1) : letters.find((each) => each.id === id);
  const record = call.population.record(nhsNumber);
  if (!letter || !record) return noRecordFound;
  const { contentType, bytes } = print(letter, around(call, patient, record).writing);
  if (bytes.length > mostBytes) return noRecordFound;
  return { resourceType: 'Binary', id, meta: { versionId: '1' }, contentType, content: toBase64(bytes) };
}
