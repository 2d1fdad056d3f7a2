/**
 * Specialties and the types of their clinics. The published lists are beginnings of long ones; the rest of ours are the specialties of the
 * sandbox's hospitals, each with a general clinic.
 */
import { specialties as hospitalSpecialties } from '../../../src/world/clinical/hospital/specialties.ts';
import type { Concept } from './concept.ts';

const ended = { to: '2008-05-09' } as const;

/** `Ear, nose and throat` is `EAR_NOSE_AND_THROAT`. */
export const specialtyCode = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');

/** As it stands in lists: `Ear, Nose and Throat`. */
const titled = (text: string): string => text.replaceAll(/\b(?!and\b)[a-z]/g, (letter) => letter.toUpperCase());

const ofHospitals = Object.values(hospitalSpecialties).map(({ service }) => ({
  code: specialtyCode(service.text),
  display: titled(service.text),
}));

const published: readonly Concept[] = [
  { code: '2WW', display: '2WW' },
  { code: 'ADULT_MENTAL_ILLNESS', display: 'Adult Mental Illness', ...ended },
  { code: 'ALLERGY', display: 'Allergy' },
  { code: 'AUDIOLOGICAL_MEDICINE', display: 'Audiological Medicine', ...ended },
  { code: 'BONE_AND_MARROW_TRANSPLANTATION', display: 'Bone and Marrow Transplantation', ...ended },
];

export const specialties: readonly Concept[] = [...published, ...ofHospitals].toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** Each clinic type belongs to one specialty. */
interface ClinicType extends Concept {
  readonly specialty: string;
}

export const clinicTypes: readonly ClinicType[] = [
  { code: 'GENERAL_ADULT_MENTAL_ILLNESS', display: 'General Adult Mental Illness', ...ended, specialty: 'ADULT_MENTAL_ILLNESS' },
  { code: 'ALLERGY_1', display: 'Allergy', specialty: 'ALLERGY' },
  { code: 'FOOD_AND_DRUG_ALLERGY', display: 'Food and Drug Allergy', to: '2009-03-14', specialty: 'ALLERGY' },
  {
    code: 'GENERAL_PAEDIATRIC_AUDIOLOGICAL_MEDICINE',
    display: 'General Paediatric Audiological Medicine',
    to: '2007-11-16',
    specialty: 'AUDIOLOGICAL_MEDICINE',
  },
  {
    code: 'GENERAL_ADULT_AUDIOLOGICAL_MEDICINE',
    display: 'General Adult Audiological Medicine',
    ...ended,
    specialty: 'AUDIOLOGICAL_MEDICINE',
  },
  { code: 'GENERAL_AUDIOLOGICAL_MEDICINE', display: 'General Audiological Medicine', ...ended, specialty: 'AUDIOLOGICAL_MEDICINE' },
  {
    code: 'GENERAL_BONE_AND_MARROW_TRANSPLANTATION',
    display: 'General Bone and Marrow Transplantation',
    ...ended,
    specialty: 'BONE_AND_MARROW_TRANSPLANTATION',
  },
  { code: 'HEART_FAILURE', display: 'Heart Failure', specialty: 'CARDIOLOGY' },
  { code: 'LIPID_MANAGEMENT', display: 'Lipid Management', specialty: 'CARDIOLOGY' },
  { code: '2WW_BONE', display: '2WW Bone', specialty: '2WW' },
  ...ofHospitals.map(({ code, display }) => ({ code: `GENERAL_${code}`, display: `General ${display}`, specialty: code })),
];
