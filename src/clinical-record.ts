/** The port to the clinical record: what every API tells of a person's health and care. Types only. */
import type { IsoDate, NhsNumber, OdsCode, Person } from './population.ts';

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** A clinical idea in words, with a code where a document of the NHS or of HL7 prints one. */
export interface CodedText {
  readonly text: string;
  readonly coding?: Coding;
}

export interface Quantity {
  readonly value: number;
  /** As it is written on paper: `mmHg`, `tablet`. */
  readonly unit: string;
  /** The unit in UCUM, where it has one. */
  readonly ucum?: string;
}

/** `hh:mm`, as a clock in England shows it. */
export type TimeOfDay = string;

/** What every entry says. */
interface EntryOf<Kind> {
  readonly kind: Kind;
  /** A UUID of one that is generated, which leads back to it; of one that a client wrote, the id under which it did. */
  readonly id: string;
  /** The day on which it was written into the record: it is there from then on, and not before. */
  readonly recorded: IsoDate;
  readonly time?: TimeOfDay;
  readonly organisation?: OdsCode;
  /** SDS user id of whoever wrote it. */
  readonly practitioner?: string;
}

export interface ConditionEntry extends EntryOf<'condition'> {
  /** The name of its sort among this sandbox's own: `type-2-diabetes`. */
  readonly sort: string;
  readonly what: CodedText;
  readonly onset: IsoDate;
  readonly severity?: 'mild' | 'moderate' | 'severe';
  /** Absent while it lasts. */
  readonly end?: IsoDate;
  readonly isMajor: boolean;
  readonly note?: string;
}

/** A medicine that somebody takes, or took: one course, or one line of the repeats. */
export interface MedicationEntry extends EntryOf<'medication'> {
  /** The medicine's name without form and strength: `metformin`. */
  readonly sort: string;
  /** Form and strength as dm+d words them. */
  readonly medicine: CodedText;
  readonly form: string;
  readonly course: 'acute' | 'repeat';
  /** As on the label. */
  readonly dose: string;
  readonly route?: CodedText;
  /** Of one issue. */
  readonly quantity: Quantity;
  /** That one issue lasts. */
  readonly days: number;
  readonly start: IsoDate;
  /** The last day of it; absent while it goes on. */
  readonly end?: IsoDate;
  readonly stopped?: string;
  readonly reason?: CodedText;
  /** Ids of the conditions that it is for. */
  readonly for: readonly string[];
  /** The day by which it is to be looked at again. */
  readonly review?: IsoDate;
}

/** One prescription of a medicine, and what became of it. */
export interface IssueEntry extends EntryOf<'issue'> {
  /** Id of the medication. */
  readonly medication: string;
  readonly medicine: CodedText;
  readonly dose: string;
  readonly quantity: Quantity;
  readonly days: number;
  readonly course: 'acute' | 'repeat';
  /** Which of how many, where repeats are authorised ahead. */
  readonly number: number;
  readonly of?: number;
  readonly status: 'prescribed' | 'with-pharmacy' | 'ready' | 'collected' | 'not-collected' | 'cancelled';
  /** Some of it is there, and the rest is still owed. */
  readonly isPartial?: true;
  readonly pharmacy?: OdsCode;
  readonly dispensed?: IsoDate;
  /** The short id of the prescription that it is on, as in `24F5DA-Y90001-7EFE6Z`. */
  readonly prescription: string;
}

export interface AllergyEntry extends EntryOf<'allergy'> {
  readonly sort: string;
  /** Absent where what is recorded is that no allergies are known. */
  readonly substance?: CodedText;
  readonly category: 'medication' | 'food' | 'environment';
  readonly reaction?: CodedText;
  readonly severity?: 'mild' | 'moderate' | 'severe';
  readonly onset?: IsoDate;
  /** Of one that they have no more, and why that is so. */
  readonly end?: IsoDate;
  readonly ended?: string;
}

export interface VaccinationEntry extends EntryOf<'vaccination'> {
  /** In the abbreviations that vaccination records are searched by: `FLU`, `MMR`, `3IN1`. */
  readonly sort: string;
  readonly what: CodedText;
  /** The product that was given, where it is known. */
  readonly product?: CodedText;
  readonly procedure?: CodedText;
  readonly diseases: readonly CodedText[];
  readonly given: IsoDate;
  readonly dose: number;
  readonly doses?: number;
  readonly batch?: string;
  readonly expiry?: IsoDate;
  readonly maker?: string;
  readonly site?: CodedText;
  readonly route?: CodedText;
  readonly status: 'completed' | 'not-done';
}

export interface ObservationEntry extends EntryOf<'observation'> {
  readonly sort: string;
  readonly what: CodedText;
  readonly value?: Quantity;
  /** In the place of a number. */
  readonly finding?: CodedText;
  /** Of what is measured in parts: blood pressure. */
  readonly parts?: readonly { readonly what: CodedText; readonly value: Quantity }[];
  readonly range?: { readonly low?: number; readonly high?: number };
  readonly interpretation?: 'low' | 'normal' | 'high';
  /** Id of the report that it is part of. */
  readonly report?: string;
}

/** The result of an investigation. */
export interface ReportEntry extends EntryOf<'report'> {
  readonly sort: string;
  readonly what: CodedText;
  readonly category: 'laboratory' | 'imaging' | 'other';
  readonly requested: IsoDate;
  readonly specimen?: CodedText;
  /** Ids. */
  readonly observations: readonly string[];
  readonly conclusion?: string;
}

export interface ProcedureEntry extends EntryOf<'procedure'> {
  readonly sort: string;
  readonly what: CodedText;
  readonly performed: IsoDate;
  readonly reason?: CodedText;
  readonly admission?: string;
}

export interface EncounterEntry extends EntryOf<'encounter'> {
  readonly sort: 'consultation' | 'review' | 'nurse' | 'vaccination' | 'outpatient' | 'emergency' | 'admission';
  readonly mode: 'face-to-face' | 'telephone' | 'video' | 'online' | 'home-visit';
  readonly minutes: number;
  readonly reason: CodedText;
  /** Ids of the entries that were written in it. */
  readonly about: readonly string[];
  readonly note: string;
}

export interface ReferralEntry extends EntryOf<'referral'> {
  readonly specialty: CodedText;
  readonly reason: CodedText;
  readonly priority: 'routine' | 'urgent' | 'two-week-wait';
  readonly status: 'sent' | 'booked' | 'seen' | 'closed';
  /** Unique booking reference, twelve digits. */
  readonly ubrn: string;
  /** The organisation that is asked. */
  readonly to: OdsCode;
  readonly about: readonly string[];
  /** The day on which somebody is to be seen or treated, where that is still ahead and they wait for it. */
  readonly waitingFor?: 'appointment' | 'treatment';
}

export interface AppointmentEntry extends EntryOf<'appointment'> {
  /** The day and the time of it; `recorded` is the day on which it was booked. */
  readonly on: IsoDate;
  readonly at: TimeOfDay;
  readonly minutes: number;
  readonly status: 'booked' | 'fulfilled' | 'missed' | 'cancelled';
  readonly mode: EncounterEntry['mode'];
  readonly reason: CodedText;
  readonly setting: 'general-practice' | 'hospital';
  readonly specialty?: CodedText;
  /** Id of the slot of the organisation's diary that it takes. */
  readonly slot?: string;
  /** Those of the slots right after it, where it takes several. */
  readonly slotsAfter?: readonly string[];
  readonly referral?: string;
}

export interface AdmissionEntry extends EntryOf<'admission'> {
  readonly admitted: IsoDate;
  /** Absent while somebody is in hospital. */
  readonly discharged?: IsoDate;
  readonly method: 'elective' | 'day-case' | 'emergency' | 'maternity';
  readonly specialty: CodedText;
  readonly ward: string;
  readonly reason: CodedText;
  readonly procedures: readonly string[];
}

export interface DocumentEntry extends EntryOf<'document'> {
  readonly sort: 'referral-letter' | 'clinic-letter' | 'discharge-summary' | 'result' | 'certificate' | 'care-plan';
  readonly title: string;
  readonly type: CodedText;
  readonly about: readonly string[];
  /** What it says, a paragraph each; every one is marked as synthetic. */
  readonly paragraphs: readonly string[];
}

export interface PregnancyEntry extends EntryOf<'pregnancy'> {
  readonly lastPeriod: IsoDate;
  readonly due: IsoDate;
  /** Once it has ended. */
  readonly outcome?: {
    readonly on: IsoDate;
    readonly how: 'birth' | 'miscarriage' | 'termination';
    readonly weeks: number;
    readonly delivery?: CodedText;
    /** Those born, as far as they are on record. */
    readonly babies: readonly NhsNumber[];
  };
}

export interface CarePlanEntry extends EntryOf<'care-plan'> {
  readonly sort: string;
  readonly title: string;
  readonly type: CodedText;
  readonly start: IsoDate;
  readonly end?: IsoDate;
  readonly review?: IsoDate;
  readonly about: readonly string[];
  readonly activities: readonly string[];
}

/** What whoever cares for somebody has to know first: a reasonable adjustment, an alert, a concern about safety. */
export interface FlagEntry extends EntryOf<'flag'> {
  readonly category: 'reasonable-adjustment' | 'safeguarding' | 'alert' | 'consent';
  readonly what: CodedText;
  readonly detail?: string;
  readonly end?: IsoDate;
}

export interface Entries {
  readonly condition: ConditionEntry;
  readonly medication: MedicationEntry;
  readonly issue: IssueEntry;
  readonly allergy: AllergyEntry;
  readonly vaccination: VaccinationEntry;
  readonly observation: ObservationEntry;
  readonly report: ReportEntry;
  readonly procedure: ProcedureEntry;
  readonly encounter: EncounterEntry;
  readonly referral: ReferralEntry;
  readonly appointment: AppointmentEntry;
  readonly admission: AdmissionEntry;
  readonly document: DocumentEntry;
  readonly pregnancy: PregnancyEntry;
  readonly 'care-plan': CarePlanEntry;
  readonly flag: FlagEntry;
}

export type EntryKind = keyof Entries;
export type Entry<Kind extends EntryKind = EntryKind> = Entries[Kind];

/** A vaccine that is due, or soon is, and since when. */
export interface DueVaccination {
  readonly sort: string;
  readonly what: CodedText;
  readonly dose: number;
  readonly due: IsoDate;
}

export interface ClinicalRecord {
  readonly person: Person;
  /** Nothing later is told, but for what is booked or due. */
  readonly asOf: IsoDate;
  /** Of one kind, in the order in which they were recorded; made when it is first asked for. */
  of<Kind extends EntryKind>(kind: Kind): readonly Entries[Kind][];
  /** Of whichever kind. */
  entry(id: string): Entry | undefined;
  /** What the schedule offers this person, and they have not had. */
  due(): readonly DueVaccination[];
}

/** A client's entry, and under which id it is told; in the place of one that has that id. */
export interface RecordChange {
  readonly nhsNumber: NhsNumber;
  readonly id: string;
  /** Undefined where the entry is gone. */
  readonly entry: Entry | undefined;
}

/** Somebody's or something's hours at an organisation: what can be booked, and what is. */
export interface Diary {
  readonly organisation: OdsCode;
  readonly clinics: readonly Clinic[];
  /** Of days from … to, both inclusive, in order of time. */
  slots(from: IsoDate, to: IsoDate): Iterable<Slot>;
  slot(id: string): Slot | undefined;
}

export interface Clinic {
  readonly id: string;
  readonly name: string;
  readonly service: CodedText;
  /** SDS user id. */
  readonly practitioner: string;
  readonly mode: EncounterEntry['mode'];
}

export interface Slot {
  readonly id: string;
  /** Id of the clinic. */
  readonly clinic: string;
  readonly organisation: OdsCode;
  readonly on: IsoDate;
  readonly at: TimeOfDay;
  readonly minutes: number;
  readonly isFree: boolean;
}
