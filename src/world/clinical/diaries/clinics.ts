/** Who sees people at an organisation and when: the same few clinics at each of a kind, of which everybody who works there has one or two. */
import type { CodedText, EncounterEntry } from '../../../clinical-record.ts';
import type { Organisation } from '../../../population.ts';
import { doctorsAtPractice } from '../../organisations/practitioners.ts';
import { snomed, uncoded } from '../coded.ts';
import type { FillingPace } from './filling.ts';

/** Where in a practice something is done. */
export type ClinicSort = 'doctor' | 'telephone' | 'nurse' | 'blood-tests' | 'vaccinations' | 'pharmacist' | 'physiotherapist';

/** Begins at a minute of the day, and has so many slots one after the other. */
interface Session {
  readonly from: number;
  readonly slots: number;
}

export interface ClinicPlan {
  readonly room: ClinicSort | 'pharmacy-first' | 'outpatients' | 'urgent-treatment';
  readonly name: string;
  readonly service: CodedText;
  readonly mode: EncounterEntry['mode'];
  readonly minutes: number;
  readonly pace: FillingPace;
  /** 24 or 48 slots together: see takingOrder. */
  readonly sessions: readonly Session[];
  /** The place of whoever holds it among those who work there. */
  readonly held: number;
  /** Only in autumn, when people are vaccinated against influenza. */
  readonly isSeasonal?: true;
  /** At weekends and on holidays as well. */
  readonly isEveryDay?: true;
}

const at = (hours: number, minutes = 0): number => hours * 60 + minutes;
const session = (from: number, slots: number): Session => ({ from, slots });
const generalPractice = snomed('788007007', 'General practice service', 'General practice');

/** Of the doctors the last answers the telephone. */
const dutyDoctor = doctorsAtPractice - 1;
const nurse = doctorsAtPractice;
const secondNurse = nurse + 1;
const pharmacist = nurse + 2;
const physiotherapist = nurse + 3;

/** What is the same for all practices. */
export const practiceClinics: Readonly<Record<ClinicSort, Pick<ClinicPlan, 'mode' | 'minutes'>>> = {
  doctor: { mode: 'face-to-face', minutes: 15 },
  telephone: { mode: 'telephone', minutes: 10 },
  nurse: { mode: 'face-to-face', minutes: 20 },
  'blood-tests': { mode: 'face-to-face', minutes: 10 },
  vaccinations: { mode: 'face-to-face', minutes: 10 },
  pharmacist: { mode: 'telephone', minutes: 15 },
  physiotherapist: { mode: 'face-to-face', minutes: 20 },
};

const ofPractice = (room: ClinicSort, name: string, held: number, sessions: readonly Session[]): ClinicPlan => ({
  room,
  name,
  service: generalPractice,
  ...practiceClinics[room],
  pace: 'late',
  sessions,
  held,
});

/** The place of a clinic is part of the ids of its slots: new ones go last, and there are 64 at most. */
const ofPractices: readonly ClinicPlan[] = [
  ...Array.from({ length: dutyDoctor }, (_, held) =>
    ofPractice('doctor', 'Doctor', held, [session(at(8, 30), 12), session(at(14, 30), 12)]),
  ),
  ofPractice('telephone', 'Telephone appointments', dutyDoctor, [session(at(8, 30), 24), session(at(13, 30), 24)]),
  ofPractice('nurse', 'Nurse', nurse, [session(at(8, 40), 12), session(at(13, 40), 12)]),
  ofPractice('blood-tests', 'Blood tests and checks', secondNurse, [session(at(8), 24)]),
  { ...ofPractice('vaccinations', 'Vaccinations', secondNurse, [session(at(13, 30), 24)]), isSeasonal: true },
  ofPractice('pharmacist', 'Clinical pharmacist', pharmacist, [session(at(9), 12), session(at(14), 12)]),
  ofPractice('physiotherapist', 'Physiotherapist', physiotherapist, [session(at(8, 30), 12), session(at(13, 30), 12)]),
];

const ofPharmacies: readonly ClinicPlan[] = [
  {
    room: 'pharmacy-first',
    name: 'Pharmacy First',
    service: snomed('983341000000102', 'Pharmacy First service', 'Pharmacy First'),
    mode: 'face-to-face',
    minutes: 15,
    pace: 'late',
    sessions: [session(at(9), 12), session(at(14), 12)],
    held: 0,
  },
];

/** The services to which most people are referred, and one consultant of each. */
const ofTrusts: readonly ClinicPlan[] = [
  snomed('893431000000109', 'Trauma and orthopaedics service', 'Trauma and orthopaedics'),
  snomed('310149003', 'Ear, nose and throat service', 'Ear, nose and throat'),
  snomed('310061009', 'Gynaecology service', 'Gynaecology'),
  snomed('310160007', 'Ophthalmology service', 'Ophthalmology'),
  snomed('310066004', 'Paediatric service', 'Paediatrics'),
  snomed('788005004', 'Neurology service', 'Neurology'),
  snomed('789718008', 'Cardiology service', 'Cardiology'),
  snomed('310167005', 'Urology service', 'Urology'),
  snomed('700433006', 'Gastroenterology service', 'Gastroenterology'),
  snomed('700241009', 'Dermatology service', 'Dermatology'),
  snomed('310156009', 'General surgical service', 'General surgery'),
  snomed('816074000', 'Respiratory medicine service', 'Respiratory medicine'),
].map((service, held): ClinicPlan => ({
  room: 'outpatients',
  name: `${service.text} clinic`,
  service,
  mode: 'face-to-face',
  minutes: 20,
  pace: 'early',
  sessions: [session(at(9), 12), session(at(13, 30), 12)],
  held,
}));

/** From eight to eight, each with somebody of their own. */
const ofUrgentTreatmentCentres: readonly ClinicPlan[] = ['Urgent treatment', 'Minor injuries'].map((name, held) => ({
  room: 'urgent-treatment',
  name,
  service: uncoded(name),
  mode: 'face-to-face',
  minutes: 15,
  pace: 'late',
  sessions: [session(at(8), 48)],
  held,
  isEveryDay: true,
}));

const plans: Readonly<Partial<Record<Organisation['kind'], readonly ClinicPlan[]>>> = {
  'gp-practice': ofPractices,
  pharmacy: ofPharmacies,
  trust: ofTrusts,
  'urgent-treatment-centre': ofUrgentTreatmentCentres,
};

export const clinicPlans = (kind: Organisation['kind']): readonly ClinicPlan[] => plans[kind] ?? [];
