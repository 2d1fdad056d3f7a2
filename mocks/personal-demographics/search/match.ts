/** Whether a person fits what a search asks for, and how well in each respect. */
import { soundex } from '../../../src/world/soundex.ts';
import type { Criteria, DateRange } from './criteria.ts';
import type { Compared, ComparedName, Demographics } from './demographics.ts';
import type { Likeness, NameLikeness } from './score.ts';
import { coverage, folded, foldedPostcode } from './wildcard.ts';

/** Undefined where the person does not fit. */
export function likeness(person: Demographics, criteria: Criteria): Likeness | undefined {
  const { fuzzy, history, practice, postcode } = criteria;
  if (person.restricted && (practice !== undefined || postcode !== undefined)) return undefined;
  if (criteria.gender !== undefined && person.gender !== criteria.gender) return undefined;

  const birth = person.birthDates.find(({ text, current }) => (current || history) && isWithin(text, criteria.born));
  if (birth === undefined) return undefined;
  const name = bestName(person, criteria);
  if (name === undefined) return undefined;

  const postcodeCoverage = postcode === undefined ? 1 : bestPostcode(person.postcodes, foldedPostcode(postcode), history);
  if (postcodeCoverage === undefined) return undefined;
  for (const [wanted, held] of [
    [criteria.email, person.emails],
    [criteria.phone, person.phones],
  ] as const) {
    if (wanted !== undefined && !held.some(({ text, current }) => (current || history) && folded(text) === folded(wanted)))
      return undefined;
  }

  const practiceFits = practice === undefined || person.practice?.toUpperCase() === practice.toUpperCase();
  const deathFits = criteria.died === undefined || (person.deathDate !== undefined && isWithin(person.deathDate, criteria.died));
  if (!fuzzy && !(practiceFits && deathFits)) return undefined;
  return {
    ...name,
    postcode: postcodeCoverage,
    historicBirth: !birth.current,
    practice: practice === undefined ? 'not asked' : practiceFits ? 'fits' : 'differs',
    death: deathFits ? 'fits' : 'differs',
    contacts: [criteria.email, criteria.phone].filter((each) => each !== undefined).length,
  };
}

type NamePart = Pick<Likeness, 'family' | 'given' | 'historicName'>;

/** Current names first, so that a name that still holds counts as such. */
function bestName(person: Demographics, criteria: Criteria): NamePart | undefined {
  let best: NamePart | undefined;
  for (const name of person.names) {
    if (!name.current && !criteria.history) continue;
    const fit = compareName(name, criteria);
    if (fit && (best === undefined || rank(fit) < rank(best) || (rank(fit) === rank(best) && best.historicName && name.current))) {
      best = { ...fit, historicName: !name.current };
    }
  }
  if (best === undefined && person.names.length === 0 && criteria.family === undefined && criteria.given.length === 0) {
    return { family: 1, given: 1, historicName: false };
  }
  return best;
}

function rank({ family, given }: { family: NameLikeness; given: NameLikeness }): number {
  const badness = (likeness: NameLikeness): number => (typeof likeness === 'number' ? 1 - likeness : likeness === 'homophone' ? 2 : 4);
  return badness(family) + badness(given);
}

function compareName(name: ComparedName, criteria: Criteria): Pick<Likeness, 'family' | 'given'> | undefined {
  const wanted = { family: criteria.family === undefined ? undefined : folded(criteria.family), given: criteria.given.map(folded) };
  const held = { family: folded(name.family), given: name.given.map(folded) };
  const family = compareText(wanted.family, held.family, criteria.fuzzy);
  const given = compareGiven(wanted.given, held.given, criteria.fuzzy);
  if (family !== undefined && given !== undefined) return { family, given };
  if (criteria.fuzzy && isTransposed(wanted, held)) return { family: 'transposed', given: 'transposed' };
  return undefined;
}

/** `Adam Thomas` for `Thomas Adam`. */
function isTransposed(
  wanted: { family: string | undefined; given: readonly string[] },
  held: { family: string; given: readonly string[] },
): boolean {
  const [first] = wanted.given;
  if (wanted.family === undefined || first === undefined) return false;
  return compareText(first, held.family, true) !== undefined && compareGiven([wanted.family], held.given, true) !== undefined;
}

/** A wildcard is tried on the first given name only; a later name may be any later one held. */
function compareGiven(wanted: readonly string[], held: readonly string[], fuzzy: boolean): NameLikeness | undefined {
  let worst: NameLikeness = 1;
  for (const [position, name] of wanted.entries()) {
    const candidates = position === 0 ? held.slice(0, 1) : name.includes('*') ? [] : held.slice(1);
    const fits = candidates.map((candidate) => compareText(name, candidate, fuzzy)).filter((fit) => fit !== undefined);
    const best = fits.includes(1) ? 1 : fits[0];
    if (best === undefined) return undefined;
    if (best !== 1) worst = best;
  }
  return worst;
}

function compareText(wanted: string | undefined, held: string, fuzzy: boolean): NameLikeness | undefined {
  if (wanted === undefined) return 1;
  const fit = coverage(wanted, held);
  if (fit !== undefined || !fuzzy) return fit;
  const sound = soundex(wanted);
  return sound !== undefined && sound === soundex(held) ? 'homophone' : undefined;
}

function bestPostcode(held: readonly Compared[], wanted: string, history: boolean): number | undefined {
  const fits = held
    .filter(({ current }) => current || history)
    .map(({ text }) => coverage(wanted, foldedPostcode(text)))
    .filter((fit) => fit !== undefined);
  return fits.length === 0 ? undefined : Math.max(...fits);
}

function isWithin(date: string, { from, to }: DateRange): boolean {
  return date >= from && date <= to;
}
