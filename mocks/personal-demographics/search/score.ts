/**
 * How well a person fits a search, from 0 to 1: one less a deduction for everything that is not exact. The deductions are set
 * so that the scores which the service's own sandbox publishes come out; between those points they only need to be monotone.
 */

/** A number is the share of the text that was spelled out: 1 exact, less with a wildcard. */
export type NameLikeness = number | 'homophone' | 'transposed';

export interface Likeness {
  readonly family: NameLikeness;
  readonly given: NameLikeness;
  readonly postcode: number;
  readonly historicName: boolean;
  readonly historicBirth: boolean;
  readonly practice: 'not asked' | 'fits' | 'differs';
  readonly death: 'fits' | 'differs';
  /** How many of e-mail and telephone were asked for; they fit, or the person would not be here. */
  readonly contacts: number;
}

/** `Sm*` on Smith, two letters of five: 0.8343. */
const familyWildcard = (1 - 0.8343) / (1 - 2 / 5);
const givenWildcard = 0.12;
/** `LS1*` on LS1 6AE, three characters of six: 0.965. */
const postcodeWildcard = (1 - 0.965) / (1 - 3 / 6);
/** A practice that fits as well: 0.9259. */
const wildcardBesidePractice = (1 - 0.9259) / (1 - 0.8343);

/** Both names sound alike: 0.8976. One of them alone, with nothing of the other given: 0.8827 and 0.8716. */
const bothHomophones = 1 - 0.8976;
const familyHomophone = 0.0603;
const givenHomophone = bothHomophones - familyHomophone;
/** E-mail or telephone fits as well: 0.9124; both: 0.9542. */
const homophoneBesideContacts = [1, (1 - 0.9124) / bothHomophones, (1 - 0.9542) / bothHomophones] as const;

const transposed = 0.15;
/** Name and birth date are both history: 0.6806. Either alone costs nothing or little. */
const historicNameAndBirth = 1 - 0.6806;
const historicBirthAlone = 0.1;
const practiceDiffers = 0.05;
const deathDiffers = 0.05;

export function score(likeness: Likeness): number {
  const { family, given, postcode, contacts } = likeness;
  const wildcards =
    (typeof family === 'number' ? familyWildcard * (1 - family) : 0) +
    (typeof given === 'number' ? givenWildcard * (1 - given) : 0) +
    postcodeWildcard * (1 - postcode);
  const sounds = (family === 'homophone' ? familyHomophone : 0) + (given === 'homophone' ? givenHomophone : 0);
  const history = likeness.historicBirth ? (likeness.historicName ? historicNameAndBirth : historicBirthAlone) : 0;
  const total =
    // An e-mail address or telephone number that fits settles what a wildcard left open.
    (contacts > 0 ? 0 : wildcards * (likeness.practice === 'fits' ? wildcardBesidePractice : 1)) +
    sounds * (homophoneBesideContacts[Math.min(contacts, 2)] ?? 1) +
    (family === 'transposed' ? transposed : 0) +
    history +
    (likeness.practice === 'differs' ? practiceDiffers : 0) +
    (likeness.death === 'differs' ? deathDiffers : 0);
  return Math.round(Math.max(0, 1 - total) * 10_000) / 10_000;
}
