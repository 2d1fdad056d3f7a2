/** Everything that hospitals do for somebody in a life. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, HospitalCare } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import { maternityCare, ownBirth } from './births.ts';
import { type CareBook, careBookOf } from './care-book.ts';
import { chancesOn } from './chances.ts';
import { careOfConditions } from './condition-care.ts';
import { accidentsAndTurns, emergencyOnsets, frequency, lastStay } from './emergencies.ts';
import { earlierOperations } from './earlier-operations.ts';
import { operations } from './operations.ts';
import { followPath } from './pathway.ts';
import { yearsOld, byHospitals, referralsAYear } from './rates.ts';
import { referralReason } from './referral-reasons.ts';

/** What is certain comes first; what follows finds its place around it. */
export function hospitalCare(health: Health): HospitalCare {
  const book = careBookOf(health);
  ownBirth(book, health);
  lastStay(book, health);
  maternityCare(book, health);
  earlierOperations(book, health);
  emergencyOnsets(book, health);
  careOfConditions(book, health);
  otherReferrals(book, health);
  accidentsAndTurns(book, health);
  return book.care();
}

/** Of all referrals, those that come of no condition, at 0–14, 15–44, 45–64 and from 65. */
const withoutCondition = [1.1, 1, 0.95, 0.9] as const;
/** The numbers of paths below are those of conditions. */
const firstWithout = 1 << 22;

function otherReferrals(book: CareBook, { life }: Health): void {
  const { sex, arrival, end } = life;
  const often = 0.5 + 0.5 * frequency(life);
  const firstYear = Math.max(0, Math.floor((arrival - recordsBegan) / year));
  const lastYear = Math.floor((end - recordsBegan) / year);
  for (let ofYear = firstYear; ofYear <= lastYear; ofYear += 1) {
    const begins = recordsBegan + Math.floor(ofYear * year);
    const age = yearsOld(life, begins + 183);
    const expected = often * referralsAYear(sex, age) * withoutCondition[age < 15 ? 0 : age < 45 ? 1 : age < 65 ? 2 : 3];
    const times = Math.floor(expected + life.chance(field.hospital + 60, ofYear + 1));
    for (let time = 0; time < times; time += 1) refer(book, begins, firstWithout + ofYear * 4 + time);
  }
}

function refer(book: CareBook, begins: Day, n: number): void {
  const { life } = book;
  const chance = chancesOn(life, n);
  const from = begins + Math.floor(chance(field.hospital + 61) * year);
  if (from < life.arrival) return;
  const age = yearsOld(life, from);
  const found = referralReason(life.sex, age, chance(field.hospital + 62)) ?? referralReason(life.sex, age, chance(field.hospital + 63));
  if (found === undefined) return;
  const [name, share] = found.operation ?? [];
  const possible = name === undefined ? undefined : operations[name];
  // Whoever has no tonsils has no tonsillitis again, nor whoever has no womb what comes of one.
  if (possible && !book.canHave(possible)) return;
  if (found.specialty === 'gynaecology' && (!book.canHave(operations.womb) || book.afterPregnancy(from) > from)) return;
  const operation = possible !== operations.womb && chance(field.hospital + 64) < (share ?? 0) ? possible : undefined;
  followPath(book, {
    n,
    from,
    specialty: found.specialty,
    reason: found.reason,
    priority: found.priority,
    by: chance(field.hospital + 65) < byHospitals ? 'hospital' : 'practice',
    visits: Math.floor(7 * chance(field.hospital + 66) * chance(field.hospital + 67)),
    every: 110,
    ...(operation && { operation }),
  });
}
