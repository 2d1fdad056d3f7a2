/**
 * What is untidy, missing or out of the ordinary in records, as a table: how common it is and what it is there for. Each is decided by seed
 * and index alone, so that it is so on every day. Nothing is published of how many there are; the rates are ours, high enough that every
 * kind can be found and low enough that hardly anybody meets two.
 */
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { peoples } from '../peoples/peoples.ts';

interface Kind {
  /** Share of those whom it can befall. */
  readonly rate: number;
  /** Which of the fields of chance that are kept for this table. */
  readonly draw: number;
  /** Whom it can befall, and what a tester looks for. */
  readonly why: string;
}

export const untidy = {
  restricted: { rate: 0.003, draw: 0, why: 'anybody: location details are withheld' },
  noPractice: { rate: 0.005, draw: 1, why: 'anybody: no general practice' },
  noTelecom: { rate: 0.03, draw: 2, why: 'anybody: cannot be reached by phone or e-mail' },
  noAddress: { rate: 0.001, draw: 3, why: 'grown-ups without family: the record has no address' },
  noFixedAbode: { rate: 0.001, draw: 4, why: 'grown-ups without family: the pseudo-postcode ZZ99 3VZ' },
  capitals: { rate: 0.02, draw: 5, why: 'anybody: names and addresses in capitals, as older systems send them' },
  noPostcode: { rate: 0.004, draw: 6, why: 'anybody: an address written by hand, without postcode and keys' },
  openOldAddress: { rate: 0.004, draw: 7, why: 'each home of anybody: once it is a former one, it was never ended' },
  studentAddress: { rate: 0.2, draw: 8, why: 'children at home who turn 18: a temporary address in term time' },
  temporaryAddress: { rate: 0.03, draw: 9, why: 'grown-ups, in any four years: some weeks at another address' },
  billingAddress: { rate: 0.0015, draw: 10, why: 'grown-ups: somebody else sees to their letters' },
  workAddress: { rate: 0.0015, draw: 11, why: 'those of working age: a place of work, a use that is no longer given' },
  workPhone: { rate: 0.02, draw: 12, why: 'those of working age' },
  temporaryPhone: { rate: 0.3, draw: 13, why: 'those at a temporary address' },
  fax: { rate: 0.001, draw: 14, why: 'grown-ups: a fax number' },
  textphone: { rate: 0.0015, draw: 15, why: 'grown-ups: a textphone, which is a means of contact of another kind' },
  genderOther: { rate: 0.0005, draw: 16, why: 'grown-ups: gender other' },
  genderUnknown: { rate: 0.0008, draw: 17, why: 'anybody: gender unknown' },
  nameVariant: { rate: 0.006, draw: 18, why: 'anybody: a former name that is this one misspelt, in another order or without its accents' },
  notStatedEthnicity: { rate: 0.02, draw: 19, why: 'anybody: ethnic category not stated' },
  noBirthPlace: { rate: 0.12, draw: 20, why: 'anybody: the place of birth is not recorded' },
  removed: { rate: 0.012, draw: 21, why: 'grown-ups without family: taken off the list of their practice, at some time' },
  managed: { rate: 0.3, draw: 22, why: 'anybody: an organisation that manages the record is named' },
  dispensed: { rate: 0.85, draw: 23, why: 'villagers of a practice that dispenses: it dispenses to them' },
  appliances: { rate: 0.012, draw: 24, why: 'grown-ups: a nominated appliance contractor' },
  emergencyContact: { rate: 0.3, draw: 25, why: 'those with kin who can be reached: an emergency contact' },
} as const satisfies Readonly<Record<string, Kind>>;

export type Untidiness = keyof typeof untidy;

export function isSoUntidy(kind: Untidiness, seed: number, index: number): boolean {
  const { rate, draw } = untidy[kind];
  return unit(seed, index, field.untidy + draw) < rate;
}

/** The same of something that can befall one in so many only, and that has its share of all. */
export function isUntidyOf(oneIn: number, kind: Untidiness, seed: number, index: number): boolean {
  const { rate, draw } = untidy[kind];
  return unit(seed, index, field.untidy + draw) < rate * oneIn;
}

/** Peoples many of whom were born where births were not registered, so that the first of January stands for a day that nobody knows. */
const withoutRegisters: readonly string[] = ['somali', 'afghan', 'ethiopian', 'kurdish', 'bangladeshi', 'pakistani', 'congolese'];

/** Of those born abroad, the share whose birth was written down as a first of January. */
export function undatedShare(people: number): number {
  return withoutRegisters.includes(peoples[people]?.key ?? '') ? 0.12 : 0.015;
}
