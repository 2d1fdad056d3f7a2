/** Vaccinations as Immunization, and back. */
import type { VaccinationEntry } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, toSite, type Writing } from './about.ts';
import { conceptOf, extension, maybeConcept, readConcept, writtenConcept } from './concepts.ts';
import {
  eachOf,
  extensionIn,
  fhirElement,
  elementsAt,
  listOf,
  numberAt,
  present,
  stringAt,
  elementAt,
  type ElementMembers,
} from './element.ts';
import { englishDayAndTime, dayOfText, englishDateTime, englishInstant } from './england-time.ts';
import { beforeOf, headOfEntry, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { careConnectExtension, careConnectGpcExtension, hl7System, ukCoreExtension } from './systems.ts';
import { vaccineSort } from './vaccines.ts';

export function writtenVaccination(entry: VaccinationEntry, writing: Writing): readonly JsonObject[] {
  const shared = {
    ...headOfEntry('Immunization', entry, writing),
    identifier: [uuidIdentifier(entry.id)],
    vaccineCode: vaccineOf(entry, writing),
    patient: toPerson(writing),
    primarySource: true,
    location: toSite(writing, entry.organisation),
    manufacturer: entry.maker === undefined ? undefined : { display: entry.maker },
    lotNumber: entry.batch,
    expirationDate: entry.expiry,
    site: maybeConcept(entry.site),
    route: maybeConcept(entry.route),
  };
  return [writing.version === 'R4' ? inR4(entry, shared, writing) : inStu3(entry, shared, writing)];
}

/** The product; where none was recorded that is said, and the vaccine in words. */
function vaccineOf({ what, product }: VaccinationEntry, { version }: Writing): JsonObject {
  return product ? writtenConcept(product) : { ...conceptOf(hl7System.nullFlavor[version], 'UNK', 'unknown'), text: what.text };
}

/** What was done: the dose where it has a code of its own, else the vaccination. */
const procedureMember = (url: string, { procedure, what }: VaccinationEntry): readonly JsonObject[] => [
  extension(url, { valueCodeableConcept: writtenConcept(procedure ?? what) }),
];

const notGiven = { text: 'Not given' };

/** The time of an entry is that at which the vaccine was given, where it was recorded on the same day. */
const timeRecorded = ({ recorded, given, time }: VaccinationEntry): string | undefined => (recorded === given ? time : undefined);

function inR4(entry: VaccinationEntry, shared: ElementMembers, writing: Writing): JsonObject {
  const { given, time, recorded, status, dose, doses, diseases } = entry;
  const performers = [toPractitioner(writing, entry.practitioner, entry.organisation), toOrganisation(writing, entry.organisation)];
  return fhirElement({
    ...shared,
    extension: procedureMember(ukCoreExtension('VaccinationProcedure'), entry),
    status,
    statusReason: status === 'completed' ? undefined : notGiven,
    occurrenceDateTime: englishDateTime(given, time),
    recorded: englishDateTime(recorded, timeRecorded(entry)),
    performer: performers.flatMap((actor) => (actor === undefined ? [] : [{ actor }])),
    protocolApplied: [
      fhirElement({ targetDisease: diseases.map(writtenConcept), doseNumberPositiveInt: dose, seriesDosesPositiveInt: doses }),
    ],
  });
}

function inStu3(entry: VaccinationEntry, shared: ElementMembers, writing: Writing): JsonObject {
  const { given, time, recorded, status, dose, doses, diseases, what } = entry;
  const by = toPractitioner(writing, entry.practitioner, entry.organisation);
  return fhirElement({
    ...shared,
    extension: [
      extension(careConnectGpcExtension('DateRecorded'), { valueDateTime: englishInstant(recorded, timeRecorded(entry)) }),
      ...procedureMember(careConnectExtension('VaccinationProcedure'), entry),
    ],
    status: 'completed',
    notGiven: status === 'not-done',
    date: englishDateTime(given, time),
    practitioner: by && [{ actor: by }],
    explanation: status === 'not-done' ? { reasonNotGiven: [notGiven] } : undefined,
    vaccinationProtocol: [
      fhirElement({
        doseSequence: dose,
        seriesDoses: doses,
        targetDisease: diseases.length > 0 ? diseases.map(writtenConcept) : [{ text: what.text }],
        doseStatus: conceptOf('http://hl7.org/fhir/vaccination-protocol-dose-status', 'count', 'Counts'),
      }),
    ],
  });
}

export function readVaccination(resource: JsonObject, reading: ReadingEntry): VaccinationEntry | undefined {
  const vaccine = resource['vaccineCode'];
  const product = isUnknown(vaccine) ? undefined : readConcept(vaccine);
  const procedure = readConcept(elementAt(extensionIn(resource, 'VaccinationProcedure'), 'valueCodeableConcept'));
  const what = procedure ?? product ?? readConcept(vaccine);
  if (what === undefined) return undefined;
  const before = beforeOf('vaccination', reading);
  const given = englishDayAndTime(stringAt(resource, 'occurrenceDateTime') ?? stringAt(resource, 'date'));
  const { time: _, ...head } = readHead(
    'vaccination',
    {
      recorded: [stringAt(resource, 'recorded'), stringAt(extensionIn(resource, 'DateRecorded'), 'valueDateTime'), given?.date],
      by: [...eachOf(resource['performer']), ...eachOf(resource['practitioner'])]
        .flatMap((each) => listOf(elementAt(each, 'actor')))
        .concat(listOf(resource['location'])),
    },
    reading,
  );
  const protocol = elementAt(resource, 'protocolApplied') ?? elementAt(resource, 'vaccinationProtocol');
  const diseases = elementsAt(protocol, 'targetDisease').flatMap((disease) => listOf(readConcept(disease)));
  const isGiven = stringAt(resource, 'status') !== 'not-done' && resource['notGiven'] !== true;
  return {
    ...head,
    sort: before?.sort ?? vaccineSort(diseases, [what.text, what.coding?.display ?? '', product?.text ?? '']) ?? sortFrom(what.text),
    what: before?.what ?? what,
    diseases,
    given: given?.date ?? head.recorded,
    dose: numberAt(protocol, 'doseNumberPositiveInt') ?? numberAt(protocol, 'doseSequence') ?? before?.dose ?? 1,
    status: isGiven ? 'completed' : 'not-done',
    ...present({
      time: given?.time,
      product,
      procedure,
      doses: numberAt(protocol, 'seriesDosesPositiveInt') ?? numberAt(protocol, 'seriesDoses'),
      batch: stringAt(resource, 'lotNumber'),
      expiry: dayOfText(stringAt(resource, 'expirationDate')),
      maker: stringAt(resource, 'manufacturer', 'display'),
      site: readConcept(resource['site']),
      route: readConcept(resource['route']),
    }),
  };
}

const isUnknown = (vaccine: Json | undefined): boolean => stringAt(vaccine, 'coding', 'code') === 'UNK';
