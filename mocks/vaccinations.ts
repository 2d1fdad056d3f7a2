/** What the vaccination APIs know of vaccines, and what they tell alike of a vaccination in somebody's record. */
import type { CodedText, VaccinationEntry } from '../src/clinical-record.ts';
import type { JsonObject } from '../src/contract/contract.ts';
import { conceptOf, extension, maybeConcept, writtenConcept } from '../src/fhir/clinical/concepts.ts';
import { fhirElement } from '../src/fhir/clinical/element.ts';
import { englishDateTime } from '../src/fhir/clinical/england-time.ts';
import { hl7System, system, ukCoreExtension } from '../src/fhir/clinical/systems.ts';
import { vaccines as worldsVaccines } from '../src/world/clinical/vaccinations/vaccines.ts';

type Disease = readonly [code: string, display: string];

const polio: Disease = ['398102009', 'Acute poliomyelitis'];
const diphtheria: Disease = ['397430003', 'Diphtheria caused by Corynebacterium diphtheriae'];
const tetanus: Disease = ['76902006', 'Tetanus'];
const pertussis: Disease = ['27836007', 'Pertussis'];
const hib: Disease = ['709410003', 'Haemophilus influenzae type b infection'];
const hepatitisB: Disease = ['66071002', 'Type B viral hepatitis'];
const meningococcus: Disease = ['23511006', 'Meningococcal infectious disease'];
const measles: Disease = ['14189004', 'Measles'];
const mumps: Disease = ['36989005', 'Mumps'];
const rubella: Disease = ['36653000', 'Rubella'];

/** By the words that they are searched for, the diseases that each protects against: all of them, and no other. */
export const vaccines: Readonly<Record<string, readonly Disease[]>> = {
  '3IN1': [polio, diphtheria, tetanus],
  '4IN1': [polio, diphtheria, tetanus, pertussis],
  '6IN1': [polio, diphtheria, tetanus, pertussis, hib, hepatitisB],
  BCG: [['56717001', 'Tuberculosis']],
  COVID: [['840539006', 'Disease caused by severe acute respiratory syndrome coronavirus 2']],
  FLU: [['6142004', 'Influenza']],
  HEPB: [hepatitisB],
  HIB: [hib],
  HIBMENC: [hib, meningococcus],
  HPV: [['240532009', 'Human papillomavirus infection']],
  MENACWY: [meningococcus],
  MENB: [['1354584007', 'Meningococcal group B disease']],
  MMR: [measles, mumps, rubella],
  MMRV: [measles, mumps, rubella, ['38907003', 'Varicella']],
  PERTUSSIS: [pertussis],
  PNEUMOCOCCAL: [['16814004', 'Pneumococcal infectious disease']],
  ROTAVIRUS: [['186150001', 'Rotavirus enteritis']],
  RSV: [['55735004', 'Respiratory syncytial virus infection']],
  SHINGLES: [['4740000', 'Herpes zoster']],
};

export const isVaccine = (word: string): boolean => Object.hasOwn(vaccines, word);

const keyOf = (codes: readonly string[]): string => codes.toSorted().join(':');
const byDiseases = new Map(Object.entries(vaccines).map(([name, diseases]) => [keyOf(diseases.map(([code]) => code)), name]));

/** The vaccine against exactly these diseases. */
export const vaccineAgainst = (codes: readonly string[]): string | undefined => byDiseases.get(keyOf(codes));

/** All that are against a disease, among others or alone. */
export const vaccinesAgainst = (disease: string): readonly string[] =>
  Object.keys(vaccines).filter((name) => vaccines[name]?.some(([code]) => code === disease));

/** What was done, for an entry that came from somebody who had no code for it: as the first of the world's vaccines of its sort has it. */
const procedures = new Map<string, CodedText>(
  Object.values(worldsVaccines)
    .toReversed()
    .map(({ sort, what }) => [sort, what]),
);

const codedOr = (idea: CodedText | undefined, other: CodedText | undefined): CodedText | undefined => (idea?.coding ? idea : other);

/** Codes alone, as these APIs show them. */
const withoutText = ({ text, coding }: CodedText): CodedText => ({ text: coding?.display ?? text, ...(coding && { coding }) });

/** The members that do not depend on who asks and which API it is; a coded form of each where there is one. */
export function vaccinationTold(entry: VaccinationEntry): JsonObject {
  const { given, time, recorded, sort, product, dose } = entry;
  const procedure = codedOr(entry.procedure, codedOr(entry.what, procedures.get(sort))) ?? entry.what;
  return fhirElement({
    extension: [extension(ukCoreExtension('VaccinationProcedure'), { valueCodeableConcept: writtenConcept(withoutText(procedure)) })],
    status: entry.status,
    vaccineCode: product?.coding ? writtenConcept(withoutText(product)) : conceptOf(hl7System.nullFlavor.R4, 'UNK', 'unknown'),
    occurrenceDateTime: englishDateTime(given, time),
    recorded,
    primarySource: true,
    manufacturer: entry.maker === undefined ? undefined : { display: entry.maker },
    lotNumber: entry.batch,
    expirationDate: entry.expiry,
    site: maybeConcept(entry.site?.coding && withoutText(entry.site)),
    route: maybeConcept(entry.route?.coding && withoutText(entry.route)),
    protocolApplied: [
      {
        targetDisease: (vaccines[sort] ?? []).map(([code, display]) => conceptOf(system.snomed, code, display)),
        // The service counts to nine.
        ...(dose > 9 ? { doseNumberString: String(dose) } : { doseNumberPositiveInt: dose }),
      },
    ],
  });
}

/** Who gave it; where nobody wrote that down, the code that stands for a place which is not known. */
export const organisationTold = (ods: string | undefined): JsonObject => ({ system: system.ods, value: ods ?? 'X99999' });
