/** What was measured or found as Observation, and back. */
import type { ObservationEntry } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { toOrganisation, toPerson, toPractitioner, type FhirVersion, type Writing } from './about.ts';
import { codingOf, conceptOf, readConcept, readQuantity, writtenConcept, writtenQuantity } from './concepts.ts';
import { eachOf, fhirElement, listOf, numberAt, present, stringAt, elementAt } from './element.ts';
import { englishDateTime, englishInstant } from './england-time.ts';
import { beforeOf, headOfEntry, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { hl7System, system } from './systems.ts';

/** The codes by which vital signs are known everywhere, beside those of SNOMED CT (HL7, hl7.org/fhir/R4/observation-vitalsigns.html). */
const vitalSigns: Readonly<Record<string, readonly [code: string, display: string]>> = {
  'blood-pressure': ['85354-9', 'Blood pressure panel with all children optional'],
  pulse: ['8867-4', 'Heart rate'],
  temperature: ['8310-5', 'Body temperature'],
  'oxygen-saturation': ['2708-6', 'Oxygen saturation in Arterial blood'],
  'respiratory-rate': ['9279-1', 'Respiratory rate'],
  weight: ['29463-7', 'Body weight'],
  height: ['8302-2', 'Body height'],
  bmi: ['39156-5', 'Body mass index (BMI) [Ratio]'],
  'head-circumference': ['9843-4', 'Head Occipital-frontal circumference'],
};

/** Of the parts of a blood pressure, by the word that their names begin with. */
const pressures: Readonly<Record<string, readonly [code: string, display: string]>> = {
  Systolic: ['8480-6', 'Systolic blood pressure'],
  Diastolic: ['8462-4', 'Diastolic blood pressure'],
};

const habits: ReadonlySet<string> = new Set(['smoking', 'cigarettes', 'alcohol', 'exercise']);

const categories = {
  'vital-signs': 'Vital Signs',
  'social-history': 'Social History',
  laboratory: 'Laboratory',
  survey: 'Survey',
  exam: 'Exam',
} as const;

function categoryOf({ sort, report, value }: ObservationEntry): keyof typeof categories {
  if (sort in vitalSigns) return 'vital-signs';
  if (habits.has(sort)) return 'social-history';
  if (report !== undefined) return 'laboratory';
  return value?.unit === 'score' ? 'survey' : 'exam';
}

const interpretations = {
  low: ['L', 'Low'],
  normal: ['N', 'Normal'],
  high: ['H', 'High'],
} as const;

export function writtenObservation(entry: ObservationEntry, writing: Writing): readonly JsonObject[] {
  const { version } = writing;
  const { value, finding, parts, range, recorded, time, interpretation, sort } = entry;
  const category = categoryOf(entry);
  const [code, display] = interpretation ? interpretations[interpretation] : [];
  const told = code === undefined ? undefined : conceptOf(hl7System.interpretation[version], code, display);
  const performer = [toPractitioner(writing, entry.practitioner, entry.organisation), toOrganisation(writing, entry.organisation)];
  return [
    fhirElement({
      ...headOfEntry('Observation', entry, writing),
      identifier: [uuidIdentifier(entry.id)],
      status: 'final',
      category: [conceptOf(hl7System.observationCategory[version], category, categories[category])],
      code: alsoLoinc(writtenConcept(entry.what), vitalSigns[sort], version),
      subject: toPerson(writing),
      effectiveDateTime: englishDateTime(recorded, time),
      issued: englishInstant(recorded, time),
      performer: performer.flatMap(listOf),
      valueQuantity: value && parts === undefined ? writtenQuantity(value) : undefined,
      valueCodeableConcept: finding && value === undefined ? writtenConcept(finding) : undefined,
      interpretation: version === 'R4' ? listOf(told) : told,
      referenceRange: range && [rangeOf(entry)],
      component: parts?.map((part) => ({
        code: alsoLoinc(writtenConcept(part.what), pressures[part.what.text.split(' ')[0] ?? ''], version),
        valueQuantity: writtenQuantity(part.value),
      })),
    }),
  ];
}

function alsoLoinc(concept: JsonObject, loinc: readonly [string, string] | undefined, version: FhirVersion): JsonObject {
  if (loinc === undefined || version === 'STU3') return concept;
  return { ...concept, coding: [...eachOf(concept['coding']), codingOf(system.loinc, ...loinc)] };
}

function rangeOf({ range, value }: ObservationEntry): JsonObject {
  const limit = (number: number | undefined): JsonObject | undefined =>
    number === undefined ? undefined : writtenQuantity({ ...value, unit: value?.unit ?? '', value: number });
  return fhirElement({ low: limit(range?.low), high: limit(range?.high) });
}

export function readObservation(resource: JsonObject, reading: ReadingEntry): ObservationEntry | undefined {
  const what = readConcept(resource['code']);
  if (what === undefined) return undefined;
  const before = beforeOf('observation', reading);
  const head = readHead(
    'observation',
    {
      recorded: [stringAt(resource, 'effectiveDateTime'), stringAt(resource, 'effectivePeriod', 'start'), stringAt(resource, 'issued')],
      by: eachOf(resource['performer']),
    },
    reading,
  );
  const range = elementAt(resource, 'referenceRange');
  const parts = eachOf(resource['component']).flatMap(readPart);
  const words = stringAt(resource, 'valueString');
  return {
    ...head,
    sort: before?.sort ?? sortOf(resource) ?? sortFrom(what.text),
    what,
    ...present({
      value: readQuantity(resource['valueQuantity']),
      finding: readConcept(resource['valueCodeableConcept']) ?? (words === undefined ? undefined : { text: words }),
      parts: parts.length > 0 ? parts : undefined,
      range: isObject(range) ? present({ low: numberAt(range, 'low', 'value'), high: numberAt(range, 'high', 'value') }) : undefined,
      interpretation: interpretationIn(resource),
      report: before?.report,
    }),
  };
}

/** A vital sign by its code in LOINC. */
function sortOf(resource: JsonObject): string | undefined {
  const code = elementAt(resource, 'code');
  const codes = isObject(code) ? eachOf(code['coding']).map((coding) => stringAt(coding, 'code')) : [];
  return Object.keys(vitalSigns).find((sort) => codes.includes(vitalSigns[sort]?.[0]));
}

function readPart(component: Json): NonNullable<ObservationEntry['parts']> {
  const [what, value] = [readConcept(elementAt(component, 'code')), readQuantity(elementAt(component, 'valueQuantity'))];
  return what && value ? [{ what, value }] : [];
}

function interpretationIn(resource: JsonObject): ObservationEntry['interpretation'] {
  const code = stringAt(elementAt(resource, 'interpretation', 'coding'), 'code');
  for (const name of ['low', 'normal', 'high'] as const) if (interpretations[name][0] === code) return name;
  return undefined;
}
