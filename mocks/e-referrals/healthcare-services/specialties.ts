/** Specialties of hospitals, as this API calls them. */
import type { CodedText } from '../../../src/clinical-record.ts';
import { specialties as hospitalSpecialties } from '../../../src/world/clinical/hospital/specialties.ts';
import { clinicTypes, specialties, specialtyCode } from '../reference/specialties.ts';

export interface ServiceSpecialty {
  readonly code: string;
  readonly display: string;
  readonly clinicTypes: readonly string[];
  /** The median wait. */
  readonly weeks: number;
}

const ofHospitals: ReadonlyMap<string, { readonly service: CodedText; readonly weeks: number }> = new Map(
  Object.values(hospitalSpecialties).map((each) => [specialtyCode(each.service.text), each]),
);
const usualWeeks = 12;

/** By its code. */
export function specialtyNamed(code: string): ServiceSpecialty | undefined {
  const concept = specialties.find((each) => each.code === code);
  return (
    concept && {
      code,
      display: concept.display,
      clinicTypes: clinicTypes.flatMap((each) => (each.specialty === code ? [each.code] : [])),
      weeks: Math.round(ofHospitals.get(code)?.weeks ?? usualWeeks),
    }
  );
}

/** By the words of the record. */
export const specialtyOf = (text: string): ServiceSpecialty =>
  specialtyNamed(specialtyCode(text)) ?? { code: specialtyCode(text), display: text, clinicTypes: [], weeks: usualWeeks };

/** The words of the record for a code. */
export const serviceText = (code: string): CodedText | undefined => ofHospitals.get(code)?.service;
