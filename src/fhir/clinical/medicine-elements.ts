/** What plans and prescriptions of medicines have in common: which medicine, how it is taken, by which course, from whom. */
import type { CodedText, MedicationEntry } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import type { Writing } from './about.ts';
import { conceptOf, extension, readConcept, writtenConcept } from './concepts.ts';
import { eachOf, elementAt, extensionIn, fhirElement, stringAt } from './element.ts';
import { headOfEntry, sortFrom } from './head.ts';
import { careConnectGpcExtension, hl7System, stu3System } from './systems.ts';

/** What tells which medicine: STU3 profiles want a Medication to refer to. */
export function medicineMember(entry: Pick<MedicationEntry, 'medicine'>, { version, about }: Writing): JsonObject {
  return version === 'R4'
    ? { medicationCodeableConcept: writtenConcept(entry.medicine) }
    : { medicationReference: about.refer({ type: 'Medication', id: medicineId(entry), display: entry.medicine.text }) };
}

/** One for each medicine, so that all who take it share it. */
export const medicineId = ({ medicine: { coding, text } }: Pick<MedicationEntry, 'medicine'>): string =>
  (coding?.code ?? sortFrom(text)).slice(0, 64);

export function medicineOf(entry: Pick<MedicationEntry, 'medicine' | 'id' | 'recorded'>, writing: Writing): JsonObject {
  return { ...headOfEntry('Medication', entry, writing), id: medicineId(entry), code: writtenConcept(entry.medicine) };
}

export const dosageOf = (dose: string, route?: JsonObject): JsonObject => fhirElement({ text: dose, route });

const courses = {
  acute: { R4: ['acute', 'Short course (acute) therapy'], STU3: ['acute', 'Acute'] },
  repeat: { R4: ['continuous', 'Continuous long term therapy'], STU3: ['repeat', 'Repeat'] },
} as const;

export const courseMember = (course: MedicationEntry['course']): JsonObject => {
  const [code, display] = courses[course].R4;
  return conceptOf(hl7System.courseOfTherapy.R4, code, display);
};

export function prescriptionType(course: MedicationEntry['course']): JsonObject {
  const [code, display] = courses[course].STU3;
  return extension(careConnectGpcExtension('PrescriptionType'), {
    valueCodeableConcept: conceptOf(stu3System('PrescriptionType'), code, display),
  });
}

export const community = (): JsonObject => conceptOf(hl7System.medicationRequestCategory.R4, 'community', 'Community');

/** UK Core 2.0.0 wants it said whether another medicine may be given in its place. */
export const noSubstitution: JsonObject = { allowedBoolean: false };

/** A medicine may stand in the resource, among what it contains, or be referred to by a name. */
export function medicineIn(resource: JsonObject, before: Pick<MedicationEntry, 'medicine'> | undefined): CodedText | undefined {
  const apart = stringAt(resource, 'medicationReference', 'reference');
  const contained = eachOf(resource['contained']).find((each) => apart === `#${stringAt(each, 'id')}`);
  const here = readConcept(resource['medicationCodeableConcept']) ?? readConcept(elementAt(contained, 'code'));
  const name = stringAt(resource, 'medicationReference', 'display');
  return here ?? (name === undefined || name === before?.medicine.text ? before?.medicine : { text: name });
}

export const prescribersIn = (resource: JsonObject): readonly (Json | undefined)[] => [
  resource['requester'],
  elementAt(resource, 'requester', 'agent'),
  elementAt(resource, 'requester', 'onBehalfOf'),
  resource['recorder'],
  resource['informationSource'],
];

export function dosageIn(resource: JsonObject): { readonly element: Json | undefined; readonly text?: string | undefined } {
  const element = elementAt(resource, 'dosageInstruction') ?? elementAt(resource, 'dosage');
  return { element, text: stringAt(element, 'text') ?? stringAt(element, 'patientInstruction') };
}

/** Codes of therapies and types of prescription that go on. */
const repeats: ReadonlySet<string> = new Set(['continuous', 'repeat', 'repeat-dispensing', 'continuous-repeat-dispensing']);

/** Undefined where it is not told. */
export function courseTold(resource: JsonObject): MedicationEntry['course'] | undefined {
  const code =
    stringAt(elementAt(resource, 'courseOfTherapyType', 'coding'), 'code') ??
    stringAt(elementAt(extensionIn(resource, 'PrescriptionType'), 'valueCodeableConcept', 'coding'), 'code');
  if (code === undefined) return undefined;
  return repeats.has(code) ? 'repeat' : 'acute';
}
