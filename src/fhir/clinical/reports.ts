/** Results of investigations as DiagnosticReport, with the Specimen where there is one, and back. */
import type { ReportEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, toResource, type Writing } from './about.ts';
import { conceptOf, readConcept, writtenConcept } from './concepts.ts';
import { eachOf, fhirElement, listOf, present, stringAt, elementAt } from './element.ts';
import { dayOfText, englishInstant } from './england-time.ts';
import { beforeOf, headOfEntry, idsReferredTo, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { toEntries } from './referents.ts';
import { hl7System } from './systems.ts';

/** Of the diagnostic service sections of HL7 version 2. */
const sections = {
  laboratory: ['LAB', 'Laboratory'],
  imaging: ['RAD', 'Radiology'],
  other: ['OTH', 'Other'],
} as const;

export function writtenReport(entry: ReportEntry, writing: Writing): readonly JsonObject[] {
  const { version } = writing;
  const { what, category, requested, specimen, observations, conclusion, recorded, time } = entry;
  const [code, display] = sections[category];
  const section = conceptOf(hl7System.diagnosticService[version], code, display);
  const by = [toPractitioner(writing, entry.practitioner, entry.organisation), toOrganisation(writing, entry.organisation)].flatMap(listOf);
  const report = fhirElement({
    ...headOfEntry('DiagnosticReport', entry, writing),
    identifier: [uuidIdentifier(entry.id)],
    status: 'final',
    category: version === 'R4' ? [section] : section,
    code: writtenConcept(what),
    subject: toPerson(writing),
    effectiveDateTime: requested,
    issued: englishInstant(recorded, time),
    performer: version === 'R4' ? by : by.map((actor) => ({ actor })),
    specimen: specimen && listOf(toResource(writing, { type: 'Specimen', id: entry.id })),
    result: toEntries(writing, observations, ['observation']),
    conclusion,
  });
  if (specimen === undefined) return [report];
  const taken = fhirElement({
    ...headOfEntry('Specimen', entry, writing),
    identifier: [uuidIdentifier(entry.id)],
    status: 'available',
    type: writtenConcept(specimen),
    subject: toPerson(writing),
    collection: { collectedDateTime: requested },
  });
  return [report, taken];
}

export function readReport(resource: JsonObject, reading: ReadingEntry): ReportEntry | undefined {
  const what = readConcept(resource['code']);
  if (what === undefined) return undefined;
  const before = beforeOf('report', reading);
  const performers = eachOf(resource['performer']);
  const head = readHead(
    'report',
    {
      recorded: [stringAt(resource, 'issued'), stringAt(resource, 'effectiveDateTime')],
      by: [...performers, ...performers.flatMap((each) => listOf(elementAt(each, 'actor')))],
    },
    reading,
  );
  const contained = eachOf(resource['contained']).find((each) => stringAt(each, 'resourceType') === 'Specimen');
  return {
    ...head,
    sort: before?.sort ?? sortFrom(what.text),
    what,
    category: sectionIn(resource),
    requested: dayOfText(stringAt(resource, 'effectiveDateTime') ?? stringAt(resource, 'effectivePeriod', 'start')) ?? head.recorded,
    observations: idsReferredTo(eachOf(resource['result'])),
    ...present({
      specimen: readConcept(elementAt(contained, 'type')) ?? before?.specimen,
      conclusion: stringAt(resource, 'conclusion'),
    }),
  };
}

const images: ReadonlySet<string | undefined> = new Set(['RAD', 'RUS', 'CUS', 'IMG', 'NMR', 'CT', 'XRC']);

function sectionIn(resource: JsonObject): ReportEntry['category'] {
  const code = stringAt(elementAt(resource, 'category', 'coding'), 'code');
  if (code === undefined || code === 'LAB') return 'laboratory';
  return images.has(code) ? 'imaging' : 'other';
}
