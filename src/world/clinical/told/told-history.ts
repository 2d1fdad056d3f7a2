/** A clinical history as somebody tells it: of people whom a workspace brings, and of test people. Days are dates; an unsaid one is the birth. */
import type {
  AdmissionEntry,
  AppointmentEntry,
  ConditionEntry,
  FlagEntry,
  IssueEntry,
  MedicationEntry,
  ReferralEntry,
} from '../../../clinical-record.ts';
import type { IsoDate, OdsCode } from '../../../population.ts';
import type { Specialty } from '../hospital/specialties.ts';

/** A code of SNOMED CT, which dm+d is part of; or of another system. */
export type ToldCode = string | { readonly system?: string; readonly code: string; readonly display?: string };

interface Coded {
  /** Kept as it is told; else a word that this sandbox has a code for is given that. */
  readonly code?: ToldCode;
}

export interface ToldCondition extends Coded {
  readonly condition: string;
  readonly since?: IsoDate;
  readonly until?: IsoDate;
  readonly severity?: NonNullable<ConditionEntry['severity']>;
  readonly note?: string;
}

export interface ToldMedicine extends Coded {
  /** Of the medicine, or of one form and strength of it: `metformin`, `Metformin 500mg tablets`. */
  readonly medicine: string;
  readonly dose?: string;
  readonly since?: IsoDate;
  readonly until?: IsoDate;
  readonly course?: MedicationEntry['course'];
  /** A condition that is told, too. */
  readonly for?: string;
}

export interface ToldAllergy extends Coded {
  /** `none-known` where that is what is known. */
  readonly substance: string;
  readonly reaction?: string;
  readonly severity?: NonNullable<ConditionEntry['severity']>;
  readonly since?: IsoDate;
  /** They have it no more, and why. */
  readonly until?: IsoDate;
  readonly ended?: string;
}

export interface ToldVaccination extends Coded {
  readonly vaccine: string;
  readonly given: IsoDate;
  readonly dose?: number;
  readonly batch?: string;
}

export interface ToldResult extends Coded {
  readonly result: string;
  /** A number; a blood pressure as `140/85`; or what was found. */
  readonly value: number | string;
  readonly unit?: string;
  readonly on: IsoDate;
}

export interface ToldAppointment {
  readonly on: IsoDate;
  /** `hh:mm`. */
  readonly at?: string;
  readonly reason?: string;
  readonly status?: AppointmentEntry['status'];
  readonly setting?: AppointmentEntry['setting'];
  readonly mode?: AppointmentEntry['mode'];
  readonly specialty?: Specialty;
  /** The day on which it was booked. */
  readonly booked?: IsoDate;
}

/** What people of one's own are told to have. A word alone stands for what is told of nothing else. */
export interface ToldHistory {
  readonly conditions?: readonly (string | ToldCondition)[];
  readonly medicines?: readonly (string | ToldMedicine)[];
  readonly allergies?: readonly (string | ToldAllergy)[];
  readonly vaccinations?: readonly ToldVaccination[];
  readonly results?: readonly ToldResult[];
  readonly appointments?: readonly ToldAppointment[];
}

/** What is told of test people beside. */
export interface ToldCare extends ToldHistory {
  readonly prescriptions?: readonly ToldPrescription[];
  readonly pregnancies?: readonly { readonly lastPeriod: IsoDate; readonly booked: IsoDate }[];
  readonly referrals?: readonly ToldReferral[];
  readonly admissions?: readonly ToldAdmission[];
  readonly flags?: readonly { readonly what: string; readonly category: FlagEntry['category']; readonly since: IsoDate }[];
}

/** One that is told by itself, with what has become of each thing on it. */
export interface ToldPrescription {
  /** The short id, where it is a known one. */
  readonly id?: string;
  readonly on: IsoDate;
  /** Where it is dispensed, if not at the pharmacy of whoever has it. */
  readonly pharmacy?: OdsCode | 'none';
  readonly course?: MedicationEntry['course'];
  /** Of how many issues that are authorised ahead it is the first. */
  readonly issues?: number;
  readonly items: readonly (Pick<IssueEntry, 'status' | 'isPartial' | 'dispensed'> & { readonly medicine: string })[];
}

export interface ToldReferral {
  readonly specialty: Specialty;
  readonly reason: string;
  readonly priority: ReferralEntry['priority'];
  readonly on: IsoDate;
  readonly seen?: IsoDate;
  readonly waitingFor: NonNullable<ReferralEntry['waitingFor']>;
}

export interface ToldAdmission {
  readonly specialty: Specialty;
  readonly reason: string;
  readonly method: AdmissionEntry['method'];
  readonly admitted: IsoDate;
  readonly discharged: IsoDate;
  readonly procedures?: readonly string[];
}
