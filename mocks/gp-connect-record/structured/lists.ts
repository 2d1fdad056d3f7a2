/** The Lists of an answer: one of each area that was asked for, even where it is empty, and those of what these link to. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { codingOf, conceptOf, extension } from '../../../src/fhir/clinical/concepts.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { careConnectGpcExtension, stu3System, system } from '../../../src/fhir/clinical/systems.ts';
import type { AreaName } from './selection.ts';

/** Why something may be missing, and since when it would be there. */
export interface Warning {
  readonly code: 'confidential-items' | 'data-in-transit' | 'data-awaiting-filing';
  readonly text?: string;
}

export const confidentialItems: Warning = {
  code: 'confidential-items',
  text: 'Items excluded due to confidentiality and/or patient preferences.',
};

type Primary = readonly [code: string, title: string, display?: string];

export const primaryLists: Readonly<Record<AreaName | 'consultations', Primary>> = {
  allergies: ['886921000000105', 'Allergies and adverse reactions'],
  medications: ['933361000000108', 'Medications and medical devices'],
  consultations: ['1149501000000101', 'List of consultations'],
  problems: ['717711000000103', 'Problems'],
  immunisations: ['1102181000000102', 'Immunisations'],
  investigations: ['887191000000108', 'Investigations and results'],
  'outbound-referrals': ['792931000000107', 'Outbound referral'],
  'uncategorised-data': ['826501000000100', 'Uncategorised data', 'Miscellaneous record'],
};

interface ListOf {
  readonly title: string;
  readonly code: JsonObject;
  readonly patient: JsonObject;
  readonly items: readonly string[];
  readonly contained?: readonly JsonObject[];
  readonly warnings?: readonly Warning[];
}

const setting = extension(careConnectGpcExtension('ClinicalSetting'), {
  valueCodeableConcept: conceptOf(system.snomed, '1060971000000108', 'General practice service'),
});

const nothing: JsonObject = conceptOf(stu3System('ListEmptyReasonCode'), 'no-content-recorded', 'No Content Recorded');

function listOf({ title, code, patient, items, contained = [], warnings = [] }: ListOf): JsonObject {
  const notes = [...(items.length === 0 ? ['Information not available'] : []), ...warnings.flatMap(({ text }) => text ?? [])];
  return fhirElement({
    resourceType: 'List',
    meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-List-1'] },
    contained,
    extension: [setting, ...warnings.map((each) => extension(careConnectGpcExtension('ListWarningCode'), { valueCode: each.code }))],
    status: 'current',
    mode: 'snapshot',
    title,
    code,
    subject: patient,
    note: notes.map((text) => ({ text })),
    entry: items.map((reference) => ({ item: { reference } })),
    emptyReason: items.length === 0 ? nothing : undefined,
  });
}

export function primaryList(
  name: keyof typeof primaryLists,
  patient: JsonObject,
  items: readonly string[],
  warnings: readonly Warning[],
): JsonObject {
  const [code, title, display = title] = primaryLists[name];
  return listOf({ title, code: conceptOf(system.snomed, code, display), patient, items, warnings });
}

/** They stand inside the List, and nowhere else. */
export const endedAllergies = (patient: JsonObject, contained: readonly JsonObject[], warnings: readonly Warning[]): JsonObject =>
  listOf({
    title: 'Ended allergies',
    code: conceptOf(system.snomed, '1103671000000101', 'Ended allergies'),
    patient,
    items: contained.map(({ id }) => `#${String(id)}`),
    contained,
    warnings,
  });

const secondaryCodes = 'https://fhir.hl7.org.uk/STU3/CodeSystem/GPConnect-SecondaryListValues-1';
const words = (area: string): string => area.replaceAll('-', ' ');

/** None where there is nothing in it. */
function secondary(code: string, title: string, patient: JsonObject, items: readonly string[]): readonly JsonObject[] {
  return items.length === 0 ? [] : [listOf({ title, code: { coding: [codingOf(secondaryCodes, code, title)] }, patient, items })];
}

export const inConsultationsList = (area: AreaName, patient: JsonObject, items: readonly string[]): readonly JsonObject[] =>
  secondary(
    area === 'outbound-referrals'
      ? 'consultations-outbound-referrals-in-consultations'
      : `consultations-${area}-contained-in-consultations`,
    `Consultations - ${words(area)} contained in consultations`,
    patient,
    items,
  );

export const ofProblemsList = (area: AreaName, patient: JsonObject, items: readonly string[]): readonly JsonObject[] =>
  secondary(`problems-${area}-related-to-problems`, `Problems - ${words(area)} related to problems`, patient, items);

export const linkedProblemsList = (patient: JsonObject, items: readonly string[]): readonly JsonObject[] =>
  secondary(
    'problems-linked-problems-not-relating-to-the-primary-query',
    'Problems - linked problems not relating to the primary query',
    patient,
    items,
  );
