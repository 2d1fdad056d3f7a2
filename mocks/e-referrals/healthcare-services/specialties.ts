/** Specialties of hospitals, as this API calls them. */
import { specialties } from '../../../src/world/clinical/hospital/specialties.ts';

export interface ServiceSpecialty {
  readonly code: string;
  readonly display: string;
  readonly clinicTypes: readonly string[];
  /** The median wait. */
  readonly weeks: number;
}

const more: Readonly<Record<string, readonly string[]>> = { CARDIOLOGY: ['HEART_FAILURE', 'LIPID_MANAGEMENT'] };

/** `Ear, nose and throat` is `EAR_NOSE_AND_THROAT`. */
const codeOf = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');

const titled = (text: string): string => text.replaceAll(/\b(?!and\b)[a-z]/g, (letter) => letter.toUpperCase());

const weeksOf = new Map<string, number>(Object.values(specialties).map(({ service, weeks }) => [service.text, Math.round(weeks)]));
const usualWeeks = 12;

/** By the words of the record. */
export function specialtyOf(text: string): ServiceSpecialty {
  const code = codeOf(text);
  return { code, display: titled(text), clinicTypes: [...(more[code] ?? []), `GENERAL_${code}`], weeks: weeksOf.get(text) ?? usualWeeks };
}

const texts = new Map<string, string>(Object.values(specialties).map(({ service }) => [codeOf(service.text), service.text]));

/** The words of the record for a code. */
export const specialtyText = (code: string): string | undefined => texts.get(code);

/** By its code. */
export const specialtyNamed = (code: string): ServiceSpecialty | undefined => {
  const text = specialtyText(code);
  return text === undefined ? undefined : specialtyOf(text);
};
