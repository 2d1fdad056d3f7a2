/** Vaccinations as entries of the record: the product with its batch, where in the body, and by whom. */
import type { CodedText, VaccinationEntry } from '../../../clinical-record.ts';
import { type Day, dayOf, isoDate } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';
import { snomed } from '../coded.ts';
import type { LivedVaccination } from '../health.ts';
import { type RecordTelling, written } from '../telling.ts';
import { drawn } from './offer.ts';
import { type Vaccine, type VaccineName, vaccines } from './vaccines.ts';

const intramuscular = snomed('78421000', 'Intramuscular route (qualifier value)', 'Intramuscular');
const routes: Readonly<Record<NonNullable<Vaccine['route']>, CodedText>> = {
  mouth: snomed('26643006', 'Oral'),
  nose: snomed('46713006', 'Nasal'),
  skin: snomed('372464004', 'Intradermal'),
  'under-skin': snomed('34206005', 'Subcutaneous route', 'Subcutaneous'),
};
const leftArm = snomed('368208006', 'Left upper arm structure (body structure)', 'Left upper arm');
const rightArm = snomed('368209003', 'Right upper arm structure', 'Right upper arm');
const leftThigh = snomed('61396006', 'Structure of left thigh', 'Left thigh');
const baby = 365;
const leftOften = 0.75;

/** A row of the table, by what it is called there. */
const isName = (name: string): name is VaccineName => Object.hasOwn(vaccines, name);
export const vaccineNamed = (name: string): Vaccine | undefined => (isName(name) ? vaccines[name] : undefined);

export function tellVaccinations(telling: RecordTelling): readonly VaccinationEntry[] {
  const { health, today } = telling;
  const told: VaccinationEntry[] = [];
  for (const lived of health.vaccinations) {
    if (lived.recorded > today) break;
    const vaccine = vaccineNamed(lived.vaccine);
    if (vaccine !== undefined) told.push(tell(telling, lived, vaccine));
  }
  return told;
}

function tell(telling: RecordTelling, lived: LivedVaccination, vaccine: Vaccine): VaccinationEntry {
  const { dose, doses, day, isGiven, place, recorded } = lived;
  const organisation = place === 'clinic' ? telling.trustOn(day) : telling.practiceOn(recorded);
  const practitioner = place === 'practice' ? telling.someoneAt(organisation, field.vaccination + drawn.recorded, day) : undefined;
  const procedure = isGiven ? (vaccine.doses?.[dose - 1] ?? vaccine.what) : vaccine.declined;
  return {
    ...written(telling, 'vaccination', lived, organisation),
    ...(practitioner !== undefined && { practitioner }),
    sort: vaccine.sort,
    what: vaccine.what,
    ...(isGiven && vaccine.product !== undefined && { product: vaccine.product }),
    ...(procedure !== undefined && { procedure }),
    diseases: vaccine.diseases,
    given: isoDate(day),
    dose,
    ...(doses !== undefined && { doses }),
    ...(isGiven && place !== 'abroad' && howGiven(telling, lived, vaccine)),
    status: isGiven ? 'completed' : 'not-done',
  };
}

type HowGiven = Pick<VaccinationEntry, 'batch' | 'expiry' | 'maker' | 'site' | 'route'>;

/** Of older ones nobody wrote down more than the day. */
const batchesSince = dayOf('2003-01-01');

function howGiven({ health: { life } }: RecordTelling, { vaccine: name, day }: LivedVaccination, { route, maker }: Vaccine): HowGiven {
  const way = { route: route === undefined ? intramuscular : routes[route] };
  if (day < batchesSince) return way;
  const isLeft = life.chance(field.vaccination + drawn.side, day) < leftOften;
  const arm = isLeft ? leftArm : rightArm;
  const site = route === 'mouth' || route === 'nose' ? undefined : day - life.birth < baby && route === undefined ? leftThigh : arm;
  return { ...way, ...batchOf(name, day), ...(maker !== undefined && { maker }), ...(site !== undefined && { site }) };
}

/** Batches are used for about a month, by everybody. */
const monthDays = 30;
const letters = 'ABCDEFGHJKLMNPRTUVWXY';
const shortestLife = 180;
const lives = 300;

function batchOf(vaccine: string, day: Day): { readonly batch: string; readonly expiry: string } {
  let key = Math.floor(day / monthDays);
  for (let n = 0; n < vaccine.length; n += 1) key = hash(key, vaccine.charCodeAt(n), field.vaccination + drawn.batch);
  const letter = (n: number): string => letters.charAt((key >>> n) % letters.length);
  const digits = String(key % 10_000).padStart(4, '0');
  return {
    batch: `${letter(3)}${letter(9)}${digits}${letter(15)}`,
    expiry: isoDate((Math.floor(day / monthDays) + 1) * monthDays + shortestLife + (key % lives)),
  };
}
