/**
 * A life with everything that happens to its health, as generators make it and hand it to one another: days are numbers, the future is
 * included, nothing is worded yet. One generator for each member, pure and bounded, run when it is first asked for. Those further down are
 * made from those above, and never invent what those know.
 */
import type { AdmissionEntry, AppointmentEntry, CodedText, ConditionEntry, EncounterEntry, ReferralEntry } from '../../clinical-record.ts';
import type { Day } from '../calendar.ts';
import type { ClinicSort } from './diaries/clinics.ts';
import type { Life, LifeBirth } from './life.ts';

/** What every lived thing has: its number among those of its kind, over the whole life, and the day on which it is written down. */
export interface Happened {
  readonly ordinal: number;
  readonly recorded: Day;
}

export interface Health {
  readonly life: Life;
  readonly lifestyle: Lifestyle;
  readonly pregnancies: readonly LivedPregnancy[];
  readonly conditions: readonly LivedCondition[];
  readonly allergies: readonly LivedAllergy[];
  readonly hospital: HospitalCare;
  readonly courses: readonly LivedCourse[];
  readonly vaccinations: readonly LivedVaccination[];
  readonly results: Results;
  readonly contacts: Contacts;
  readonly care: Care;
}

/** How somebody lives, as far as health hangs on it. */
export interface Lifestyle {
  /** Absent for those who never smoked. */
  readonly smoking?: { readonly from: Day; readonly to?: Day; readonly perDay: number };
  /** Units a week, grown up. */
  readonly alcohol: number;
  /** Kilograms per square metre, at that age. */
  bmi(day: Day): number;
  /** Centimetres, at that age. */
  height(day: Day): number;
}

export type IllnessGroup =
  | 'heart-and-vessels'
  | 'metabolism'
  | 'lungs'
  | 'mind'
  | 'nerves'
  | 'bones-and-joints'
  | 'gut'
  | 'kidneys-and-bladder'
  | 'skin'
  | 'eyes'
  | 'ears-nose-throat'
  | 'women'
  | 'men'
  | 'blood'
  | 'cancer'
  | 'infection'
  | 'injury'
  | 'pregnancy'
  | 'development'
  | 'end-of-life';

/** Who sees somebody where general practice does not suffice: a row of the table of specialties. */
export type SpecialtyName =
  | 'audiology'
  | 'breast-surgery'
  | 'cardiology'
  | 'colorectal-surgery'
  | 'dermatology'
  | 'ear-nose-throat'
  | 'elderly-medicine'
  | 'endocrinology'
  | 'gastroenterology'
  | 'general-medicine'
  | 'general-surgery'
  | 'gynaecology'
  | 'haematology'
  | 'nephrology'
  | 'neurology'
  | 'obstetrics'
  | 'oncology'
  | 'ophthalmology'
  | 'paediatrics'
  | 'palliative-medicine'
  | 'plastic-surgery'
  | 'psychiatry'
  | 'respiratory-medicine'
  | 'rheumatology'
  | 'trauma-and-orthopaedics'
  | 'urology'
  | 'vascular-surgery';

/** A sort of condition, as the table of conditions has it. */
export interface Illness {
  /** `type-2-diabetes`. */
  readonly sort: string;
  readonly what: CodedText;
  readonly isMajor: boolean;
  /** It does not go away: it is treated, or looked after, and reviewed. */
  readonly isLasting: boolean;
  readonly group: IllnessGroup;
  readonly specialty?: SpecialtyName;
  /** It begins in an emergency department, on the day of its onset, and the practice hears of it later. */
  readonly isEmergency: boolean;
}

export interface LivedCondition extends Happened {
  readonly illness: Illness;
  /** The first signs; `recorded` is the day of the diagnosis. */
  readonly onset: Day;
  /** Absent for what lasts. */
  readonly end?: Day;
  readonly severity?: NonNullable<ConditionEntry['severity']>;
  /** Of a cancer: the day from which there is no sign of it. */
  readonly remission?: Day;
  /** What they die of, at the end of the life. */
  readonly isFatal: boolean;
}

export interface LivedPregnancy extends Happened {
  readonly lastPeriod: Day;
  readonly due: Day;
  readonly ends: Day;
  readonly how: 'birth' | 'miscarriage' | 'termination';
  readonly weeks: number;
  /** Of a birth. */
  readonly delivery?: CodedText;
  readonly isCaesarean: boolean;
  readonly isAtHome: boolean;
  readonly babies: readonly LifeBirth[];
}

export interface LivedAllergy extends Happened {
  /** A row of the table of substances: `penicillin`, `none-known`. */
  readonly sort: string;
  readonly onset?: Day;
  /** Picks the reaction, where one is recorded. */
  readonly reaction?: CodedText;
  readonly severity?: 'mild' | 'moderate' | 'severe';
}

/** What hospitals do: a path goes from referral through outpatient appointments to an operation, or begins with an emergency. */
export interface HospitalCare {
  readonly referrals: readonly LivedReferral[];
  readonly appointments: readonly LivedAppointment[];
  readonly attendances: readonly LivedAttendance[];
  readonly admissions: readonly LivedAdmission[];
  readonly procedures: readonly LivedProcedure[];
}

/** At an accident and emergency department; `recorded` is the day. */
export interface LivedAttendance extends Happened {
  readonly reason: CodedText;
  readonly condition?: LivedCondition;
  /** Ordinal of the admission that it led to. */
  readonly admission?: number;
}

export interface LivedReferral extends Happened {
  readonly specialty: CodedText;
  readonly reason: CodedText;
  readonly priority: ReferralEntry['priority'];
  /** Who refers. */
  readonly by: 'practice' | 'hospital';
  /** The day on which the first appointment is booked, on which they are first seen, and on which the path ends: by treatment, or by discharge to the practice. */
  readonly booked: Day;
  readonly seen: Day;
  readonly closes: Day;
  readonly treatedBy?: 'operation';
  readonly condition?: LivedCondition;
}

export interface LivedAppointment extends Happened {
  readonly day: Day;
  readonly minutes: number;
  readonly status: Exclude<AppointmentEntry['status'], 'booked'>;
  readonly mode: AppointmentEntry['mode'];
  readonly reason: CodedText;
  readonly setting: AppointmentEntry['setting'];
  readonly specialty?: CodedText;
  /** Ordinal of the referral. */
  readonly referral?: number;
}

export interface LivedAdmission extends Happened {
  readonly admitted: Day;
  readonly discharged: Day;
  readonly method: AdmissionEntry['method'];
  readonly specialty: CodedText;
  readonly reason: CodedText;
  readonly condition?: LivedCondition;
  readonly pregnancy?: LivedPregnancy;
  /** Ordinals. */
  readonly procedures: readonly number[];
  /** Ends with the person's death. */
  readonly isLast: boolean;
}

export interface LivedProcedure extends Happened {
  readonly sort: string;
  readonly what: CodedText;
  readonly reason?: CodedText;
  /** Ordinal of the admission. */
  readonly admission?: number;
}

/** A form and strength of a medicine, as the table of medicines has it. */
export interface Product {
  /** The medicine without form and strength: `metformin`. */
  readonly sort: string;
  readonly what: CodedText;
  readonly form: string;
  readonly unit: string;
  readonly route?: CodedText;
}

/** One course of a medicine, or one line of the repeats from start to stop. */
export interface LivedCourse extends Happened {
  readonly product: Product;
  readonly course: 'acute' | 'repeat';
  readonly dose: string;
  /** Of one issue. */
  readonly quantity: number;
  readonly days: number;
  readonly start: Day;
  readonly end?: Day;
  readonly stopped?: string;
  readonly reason?: CodedText;
  readonly condition?: LivedCondition;
}

export interface LivedVaccination extends Happened {
  /** A row of the table of vaccines: `6-in-1`, `influenza`. */
  readonly vaccine: string;
  readonly sort: string;
  readonly dose: number;
  readonly doses?: number;
  readonly day: Day;
  readonly place: VaccinationPlace;
  readonly isGiven: boolean;
}

/** Who gave it: a clinic is one of a hospital, or of a campaign. */
export type VaccinationPlace = 'practice' | 'school' | 'pharmacy' | 'clinic' | 'abroad';

export interface LivedObservation extends Happened {
  /** A row of the table of observations: `blood-pressure`, `hba1c`. */
  readonly sort: string;
  readonly value?: number;
  /** Of what is measured in parts. */
  readonly parts?: readonly number[];
  readonly finding?: CodedText;
  /** Ordinal of the report that it is part of. */
  readonly report?: number;
  /** Absent where the practice measures. */
  readonly at?: 'hospital';
}

export interface LivedReport extends Happened {
  /** A row of the table of investigations: `full-blood-count`. */
  readonly sort: string;
  readonly requested: Day;
  /** Ordinals. */
  readonly observations: readonly number[];
  readonly conclusion?: string;
  /** Absent where the practice asks. */
  readonly at?: 'hospital';
}

/** A day on which lasting conditions and repeat medicines are looked at together. */
export interface LivedReview {
  readonly day: Day;
  /** Those that are looked at. */
  readonly conditions: readonly LivedCondition[];
}

/** What is measured and investigated, and in which reviews, up to some time after a day: most of a life may be ahead of it. */
export interface Results {
  until(day: Day): ResultsMade;
}

export interface ResultsMade {
  readonly observations: readonly LivedObservation[];
  readonly reports: readonly LivedReport[];
  readonly reviews: readonly LivedReview[];
}

/** What entries an entry is about: the kind, and the ordinal among it. */
export interface EntryRef {
  readonly kind: 'condition' | 'medication' | 'vaccination' | 'observation' | 'report' | 'referral' | 'allergy' | 'pregnancy' | 'admission';
  readonly ordinal: number;
}

/** What was written down in an encounter. */
export type WrittenEntry =
  | { readonly kind: 'condition'; readonly of: LivedCondition }
  | { readonly kind: 'medication'; readonly of: LivedCourse }
  | { readonly kind: 'vaccination'; readonly of: LivedVaccination }
  | { readonly kind: 'observation'; readonly of: LivedObservation }
  | { readonly kind: 'report'; readonly of: LivedReport }
  | { readonly kind: 'referral'; readonly of: LivedReferral }
  | { readonly kind: 'allergy'; readonly of: LivedAllergy }
  | { readonly kind: 'pregnancy'; readonly of: LivedPregnancy }
  | { readonly kind: 'admission'; readonly of: LivedAdmission };

/** `recorded` is the day of it. */
export interface LivedEncounter extends Happened {
  readonly sort: EncounterEntry['sort'];
  readonly mode: EncounterEntry['mode'];
  readonly minutes: number;
  readonly reason: CodedText;
  readonly about: readonly WrittenEntry[];
  /** How its note begins, where what it is about does not say it. */
  readonly opening: string | undefined;
  readonly setting: AppointmentEntry['setting'];
  /** Undefined where it was not booked. */
  readonly booking: LivedBooking | undefined;
  /** Of one at a clinic of a hospital. */
  readonly appointment: LivedAppointment | undefined;
}

/** A place in a clinic of the practice. */
export interface LivedBooking {
  /** The day on which it was booked, and that for which. */
  readonly booked: Day;
  readonly day: Day;
  readonly clinic: ClinicSort;
}

/** In general practice; `recorded` is the day on which it was booked. */
export interface LivedVisit extends Happened {
  readonly booking: LivedBooking;
  readonly minutes: number;
  readonly mode: EncounterEntry['mode'];
  readonly reason: CodedText;
  readonly status: Exclude<AppointmentEntry['status'], 'booked'>;
}

/** Contacts with general practice and with hospitals, and what was booked for them at practices: of those ahead too. */
export interface Contacts {
  /** Those of the days up to a day, of some time after it too, in order. */
  until(day: Day): { readonly encounters: readonly LivedEncounter[]; readonly visits: readonly LivedVisit[] };
}

export interface LivedPlan extends Happened {
  readonly sort: string;
  readonly title: string;
  readonly type: CodedText;
  readonly end?: Day;
  readonly review?: Day;
  readonly about: readonly EntryRef[];
  readonly activities: readonly string[];
}

export interface LivedFlag extends Happened {
  readonly category: 'reasonable-adjustment' | 'safeguarding' | 'alert' | 'consent';
  readonly what: CodedText;
  readonly detail?: string;
  readonly end?: Day;
}

export interface Care {
  readonly plans: readonly LivedPlan[];
  readonly flags: readonly LivedFlag[];
}
