/**
 * A prescription: what was ordered, and every step that it has taken since, at whichever API. It is one for all of them. What it stands at
 * is never kept: it follows from its steps, the clock, and whether the patient lives.
 */
import type { CodedText, Coding, Quantity } from '../../src/clinical-record.ts';
import type { NhsNumber } from '../../src/population.ts';
import type { ItemStatus, PrescriptionStatus } from './status.ts';

export interface Order {
  /** The short id, in capitals: `24F5DA-A83008-7EFE6Z`. */
  readonly id: string;
  /** The long one. */
  readonly uuid: string;
  readonly patient: NhsNumber;
  readonly prescriber: Prescriber;
  /** `0101` … */
  readonly type: string;
  readonly treatment: Treatment;
  /** When it was written, in milliseconds, as all instants here. */
  readonly authored: number;
  /** From when on it may be dispensed, where it is dated ahead. */
  readonly from?: number;
  /** By when it has expired. */
  readonly until: number;
  /** The pharmacy or other dispenser that is nominated. */
  readonly pharmacy?: string;
  /** `P1` …, or `0004` where nobody is nominated. */
  readonly siteType: string;
  /** How often it is dispensed: more than once in repeat dispensing alone. */
  readonly issues: number;
  /** Of several issues, that which this one is, where each is a prescription of its own: those of the population are. */
  readonly place?: { readonly number: number; readonly of: number };
  readonly items: readonly Item[];
  /** The message that ordered it, JSON as it was sent; those of the population have none. */
  readonly message?: string;
}

export type Treatment = 'acute' | 'continuous' | 'continuous-repeat-dispensing';

export interface Prescriber {
  readonly organisation: string;
  /** SDS user id. */
  readonly practitioner?: string;
  /** SDS role profile id. */
  readonly role?: string;
  /** With a professional body: `G9999999`. */
  readonly professionalCode?: string;
  readonly name?: string;
}

export interface Item {
  /** The UUID of the line, in small letters; of the population's it is the id of the entry in the record. */
  readonly id: string;
  readonly medicine: CodedText;
  readonly dose: string;
  readonly quantity: Quantity;
  /** That one issue lasts. */
  readonly days: number;
  /** The id of the medication in the patient's record that it is an issue of. */
  readonly medication: string;
}

export type StepKind =
  | 'ordered'
  | 'released'
  | 'dispensed'
  | 'amended'
  | 'returned'
  | 'withdrawn'
  | 'claimed'
  | 'claim amended'
  | 'cancelled'
  | 'marked for cancellation'
  /** Of the clock's own. */
  | 'became ready'
  | 'next issue'
  | 'expired'
  | 'patient died';

/** One change of one issue. What a step does not say stays as it was. */
export interface Step {
  readonly at: number;
  readonly what: StepKind;
  /** Which issue, counted from 1. */
  readonly issue: number;
  /** That the issue has after it. */
  readonly status: PrescriptionStatus;
  /** Of the items that it changes, by their ids. */
  readonly items?: Readonly<Record<string, ItemStatus>>;
  /** Items that are to be cancelled once they come back from the dispenser. */
  readonly marked?: readonly string[];
  readonly by?: Actor;
  /** Id of the message that asked for it. */
  readonly message?: string;
  readonly reason?: Coding;
  /** What was sent, as JSON, where others tell of it: a dispense notification, a claim. */
  readonly sent?: string;
}

export interface Actor {
  readonly organisation?: string;
  readonly practitioner?: string;
}

/** As it is kept: with the steps that somebody took. */
export interface KeptPrescription extends Order {
  readonly steps: readonly Step[];
}

/** As it stands now. */
export interface Prescription extends Order {
  /** Oldest first, with those that the clock took. */
  readonly steps: readonly Step[];
  /** What each of its issues stands at: one, or as many as it is dispensed times. */
  readonly states: readonly IssueState[];
}

export interface IssueState {
  /** Counted from 1. */
  readonly issue: number;
  readonly status: PrescriptionStatus;
  /** When it came to that. */
  readonly since: number;
  readonly items: Readonly<Record<string, ItemStatus>>;
  /** Ids of the items that are marked for cancellation. */
  readonly marked: readonly string[];
  /** Whoever has released it, or has dispensed it. */
  readonly dispenser?: string;
}
