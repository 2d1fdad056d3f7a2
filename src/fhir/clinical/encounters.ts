/** Contacts and stays in hospital as Encounter, and back. */
import type { AdmissionEntry, EncounterEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from './about.ts';
import { codingOf, conceptOf, narrative, period, readConcept, readNarrative, writtenConcept } from './concepts.ts';
import { eachOf, fhirElement, listOf, numberAt, present, stringAt, elementAt } from './element.ts';
import { dayOfText, englishDateTime, minutesAfter, minutesBetween } from './england-time.ts';
import { beforeOf, headOfEntry, idsReferredTo, readHead, uuidIdentifier, type ReadingEntry } from './head.ts';
import { stayIn, toEntries } from './referents.ts';
import { hl7System, system } from './systems.ts';

const sorts: { readonly [Sort in EncounterEntry['sort']]: string } = {
  consultation: 'Consultation',
  review: 'Review',
  nurse: 'Nurse appointment',
  vaccination: 'Vaccination',
  outpatient: 'Outpatient attendance',
  emergency: 'Emergency department attendance',
  admission: 'Hospital admission',
};

const modes: { readonly [Mode in EncounterEntry['mode']]: string } = {
  'face-to-face': 'Face to face',
  telephone: 'Telephone',
  video: 'Video',
  online: 'Online',
  'home-visit': 'Home visit',
};

const methods: { readonly [Method in AdmissionEntry['method']]: string } = {
  elective: 'Elective admission',
  'day-case': 'Day case',
  emergency: 'Emergency admission',
  maternity: 'Maternity admission',
};

/** Of HL7's ActCode, which UK Core uses too. */
const classes = { AMB: 'ambulatory', EMER: 'emergency', HH: 'home health', IMP: 'inpatient encounter', VR: 'virtual' } as const;

function classOf({ sort, mode }: EncounterEntry): keyof typeof classes {
  if (sort === 'emergency') return 'EMER';
  if (sort === 'admission') return 'IMP';
  if (mode === 'home-visit') return 'HH';
  return mode === 'face-to-face' ? 'AMB' : 'VR';
}

interface Attendance {
  readonly status: string;
  readonly classCode: keyof typeof classes;
  readonly types: readonly string[];
  readonly period: JsonObject;
  readonly more: JsonObject;
}

function attended(entry: EncounterEntry | AdmissionEntry, told: Attendance, writing: Writing): JsonObject {
  const { version } = writing;
  const individual = toPractitioner(writing, entry.practitioner, entry.organisation);
  const recorder =
    version === 'R4'
      ? conceptOf(hl7System.participation.R4, 'PPRF', 'primary performer')
      : conceptOf('https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-ParticipantType-1', 'REC', 'recorder');
  const reason = writtenConcept(entry.reason);
  return fhirElement({
    ...headOfEntry('Encounter', entry, writing),
    ...told.more,
    identifier: [uuidIdentifier(entry.id)],
    status: told.status,
    class: codingOf(hl7System.actCode[version], told.classCode, classes[told.classCode]),
    type: told.types.map((text) => ({ text })),
    subject: toPerson(writing),
    participant: individual && [{ type: [recorder], individual }],
    period: told.period,
    [version === 'R4' ? 'reasonCode' : 'reason']: [reason],
    serviceProvider: toOrganisation(writing, entry.organisation),
  });
}

export function writtenEncounter(entry: EncounterEntry, writing: Writing): readonly JsonObject[] {
  // One stay is one Encounter.
  if (stayIn(entry, writing) !== undefined) return [];
  const { recorded, time, minutes, sort, mode, note, about } = entry;
  const until = time === undefined ? recorded : minutesAfter(recorded, time, minutes);
  const more = fhirElement({
    text: note === '' ? undefined : narrative(note.split('\n')),
    length: { value: minutes, unit: 'minute', system: system.ucum, code: 'min' },
    [writing.version === 'R4' ? 'reasonReference' : 'diagnosis']:
      writing.version === 'R4'
        ? toEntries(writing, about, ['condition', 'procedure', 'observation'])
        : toEntries(writing, about, ['condition']).map((condition) => ({ condition })),
  });
  const types = [sorts[sort], modes[mode]];
  const told = { status: 'finished', classCode: classOf(entry), types, period: period(englishDateTime(recorded, time), until), more };
  return [attended(entry, told, writing)];
}

export function writtenAdmission(entry: AdmissionEntry, writing: Writing): readonly JsonObject[] {
  const { admitted, discharged, method, specialty, ward, time } = entry;
  const place = { location: [{ location: { display: ward } }] };
  const told: Attendance = {
    status: discharged === undefined ? 'in-progress' : 'finished',
    classCode: 'IMP',
    types: [methods[method]],
    // A day alone is the whole of it, and so no end before a time of it.
    period: period(englishDateTime(admitted, discharged === admitted ? undefined : time), discharged),
    more: writing.version === 'R4' ? { ...place, serviceType: writtenConcept(specialty) } : place,
  };
  return [attended(entry, told, writing)];
}

export function readEncounter(resource: JsonObject, reading: ReadingEntry): EncounterEntry | AdmissionEntry | undefined {
  const types = eachOf(resource['type']).flatMap((type) => readConcept(type)?.text ?? []);
  const reason = readConcept(resource['reasonCode']) ?? readConcept(resource['reason']) ?? { text: types[0] ?? 'Contact' };
  const method = named(methods, types);
  const isStay = stringAt(resource, 'class', 'code') === 'IMP' || reading.before?.kind === 'admission';
  if (method !== undefined || isStay) return readAdmission(resource, { reason, method }, reading);
  const before = beforeOf('encounter', reading);
  const head = readHead('encounter', { recorded: [stringAt(resource, 'period', 'start')], by: peopleIn(resource) }, reading);
  const note = readNarrative(resource) ?? before?.note ?? '';
  const told = idsReferredTo(eachOf(resource['reasonReference']));
  return {
    ...head,
    sort: named(sorts, types) ?? before?.sort ?? (stringAt(resource, 'class', 'code') === 'EMER' ? 'emergency' : 'consultation'),
    mode: named(modes, types) ?? before?.mode ?? modeOf(stringAt(resource, 'class', 'code')),
    minutes:
      numberAt(resource, 'length', 'value') ??
      before?.minutes ??
      minutesBetween(stringAt(resource, 'period', 'start'), stringAt(resource, 'period', 'end')) ??
      10,
    reason,
    about: before?.about ?? told,
    note,
  };
}

function readAdmission(
  resource: JsonObject,
  { reason, method }: Pick<AdmissionEntry, 'reason'> & { readonly method: AdmissionEntry['method'] | undefined },
  reading: ReadingEntry,
): AdmissionEntry {
  const before = beforeOf('admission', reading);
  const admitted = stringAt(resource, 'period', 'start');
  const head = readHead('admission', { recorded: [admitted], by: peopleIn(resource) }, reading);
  return {
    ...head,
    admitted: dayOfText(admitted) ?? head.recorded,
    method: method ?? before?.method ?? 'emergency',
    specialty: readConcept(resource['serviceType']) ?? before?.specialty ?? { text: 'General medicine' },
    ward: stringAt(resource, 'location', 'location', 'display') ?? before?.ward ?? 'Ward',
    reason,
    procedures: before?.procedures ?? [],
    ...present({ discharged: dayOfText(stringAt(resource, 'period', 'end')) }),
  };
}

const peopleIn = (resource: JsonObject) =>
  eachOf(resource['participant'])
    .flatMap((each) => listOf(elementAt(each, 'individual')))
    .concat(listOf(resource['serviceProvider']));

function named<Name extends string>(words: Readonly<Record<Name, string>>, types: readonly string[]): Name | undefined {
  for (const name in words) if (types.includes(words[name])) return name;
  return undefined;
}

function modeOf(code: string | undefined): EncounterEntry['mode'] {
  if (code === 'VR') return 'telephone';
  return code === 'HH' ? 'home-visit' : 'face-to-face';
}
