/** What the schedule offers a person over the whole life, and what becomes of it. Vaccinations are what was taken up; due is what was not. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { VaccinationPlace } from '../health.ts';
import type { Life } from '../life.ts';
import type { VaccineName } from './vaccines.ts';

export interface Offer {
  readonly vaccine: VaccineName;
  readonly dose: number;
  readonly doses?: number;
  readonly from: Day;
  /** The last day on which it is offered. */
  readonly until: Day;
  readonly place: VaccinationPlace;
  /** Absent where it is not taken up. */
  readonly given?: Day;
  /** The day on which somebody says no, of those of whom that is written down. */
  readonly declined?: Day;
}

/** Offsets in the run of fields of vaccinations. */
export const drawn = {
  own: 0, // … 9
  family: 10,
  lateness: 11,
  declined: 12,
  declinedOn: 13,
  papers: 14,
  summarised: 15,
  hasSummary: 16,
  travel: 20, // … 29
  occupation: 30,
  covid: 31, // … 34
  influenza: 36, // … 39
  older: 40, // … 44
  pregnancy: 45, // … 47
  place: 48,
  recorded: 49,
  batch: 50,
  side: 51,
} as const;

export const chanceIn = (life: Life, of: number, n = 0): number => life.chance(field.vaccination + of, n);

/**
 * How far somebody is from taking up a programme: who is below its uptake does. Part of it is shared among the children of one mother, so
 * that the status of two of them is correlated as published (england.md: 0.5), and part is for all programmes of one person.
 */
const sharedByFamily = 0.71;

export const reluctanceAsChild = (life: Life, programme: number): number =>
  chanceIn(life, drawn.own, programme) < sharedByFamily
    ? life.siblingChance(field.vaccination + drawn.family)
    : chanceIn(life, drawn.own + 1, programme);

const lastingAsAdult = 0.75;

export const reluctanceAsAdult = (life: Life, programme: number): number =>
  chanceIn(life, drawn.own + 2, programme) < lastingAsAdult ? chanceIn(life, drawn.own + 3) : chanceIn(life, drawn.own + 4, programme);

/**
 * Uptake by ethnic category over that of everybody. Published are, of vaccination against RSV, A and J, and of that against pertussis, A and
 * M; the others lie between.
 */
const byEthnicity: Readonly<Record<string, number>> = {
  A: 1.1,
  C: 0.75,
  D: 0.7,
  E: 0.7,
  F: 0.75,
  G: 0.7,
  H: 0.8,
  J: 0.34,
  K: 0.45,
  L: 0.75,
  M: 0.56,
  N: 0.6,
  P: 0.55,
  R: 0.8,
  S: 0.65,
};

/** A share of everybody as that of people like this one, where ethnicity counts for so much. */
export const shareFor = ({ ethnicity }: Life, share: number, weight: number): number =>
  share * (1 + weight * ((byEthnicity[ethnicity] ?? 1) - 1));

/** Of those who say no, a few of whom it is written down. */
const declinedIsWritten = 0.12;

export const declinedOn = (life: Life, programme: number, from: Day): Day | undefined =>
  chanceIn(life, drawn.declined, programme) < declinedIsWritten
    ? from + Math.floor(40 * chanceIn(life, drawn.declinedOn, programme))
    : undefined;
