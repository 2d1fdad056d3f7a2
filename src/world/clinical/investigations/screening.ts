/** The national screening programmes: whom they invite, at which ages and since when, and who comes. */
import { anniversary, dayOf, type Day, year } from '../../calendar.ts';
import type { Body } from '../observations/body.ts';
import { hasVirus } from '../observations/values/findings.ts';
import { drawnBy } from './draws.ts';
import { byProgramme, investigatedFrom, occasion, type TestOccasion, tests } from './occasions.ts';

/** Every three years from 24½ and every five from 50 to 64; from July 2025 every five for all; a year after the virus was found. */
const cervix = {
  from: 24.6,
  fewerFrom: 50,
  to: 65,
  soonest: 365,
  uptake: 0.7,
  fewerSince: dayOf('2025-07-01'),
  bundle: tests('cervical-screening'),
};
/** Every three years from 50 up to the 71st birthday. */
const breast = { from: 50, to: 71, every: 3, uptake: 0.7, bundle: tests('breast-screening') };
/** Every two years up to 74: from 60, and from earlier ages as the programme was widened. */
const bowel = { to: 75, every: 2, uptake: 0.67, bundle: tests('bowel-screening') };
const bowelFrom: readonly (readonly [since: Day, age: number])[] = [
  [dayOf('2025-01-01'), 50],
  [dayOf('2024-01-01'), 52],
  [dayOf('2023-01-01'), 54],
  [dayOf('2022-04-01'), 56],
  [0, 60],
];
/** Men in the year that they turn 65, everywhere since 2013. */
const aorta = { age: 65, since: dayOf('2013-04-01'), uptake: 0.8, bundle: tests('aorta-screening') };

const isAfter = (day: Day | undefined, on: Day): boolean => day !== undefined && day <= on;

export function screeningOf(body: Body): TestOccasion[] {
  const { life, hospital } = body.health;
  const occasions: TestOccasion[] = [];
  if (life.sex === 'female') {
    const withoutWomb = hospital.procedures.find(({ sort }) => sort === 'hysterectomy')?.recorded;
    noteCervix(occasions, body, withoutWomb);
    noteBreasts(occasions, body);
  } else if (life.chance(drawnBy.aorta) < aorta.uptake) {
    const day = anniversary(life.birth, aorta.age) + Math.floor(life.chance(drawnBy.aorta, 1) * 300);
    if (day >= Math.max(aorta.since, life.arrival) && day < body.until - 30) occasions.push(byProgramme(day, aorta.bundle));
  }
  noteBowel(occasions, body);
  return occasions;
}

function noteCervix(occasions: TestOccasion[], body: Body, withoutWomb: Day | undefined): void {
  const { life } = body.health;
  const begins = investigatedFrom(life);
  const born = life.birth;
  let day = born + Math.floor(cervix.from * year) + Math.floor(life.chance(drawnBy.cervix) * 200);
  for (let n = 0; day < born + cervix.to * year && day < body.until - 30; n += 1) {
    const comes = life.chance(drawnBy.cervix, n + 1) < cervix.uptake;
    const on = occasion(day, cervix.bundle);
    if (comes && day >= begins && !isAfter(withoutWomb, day) && body.pregnantOn(day) === undefined) occasions.push(on);
    const years = day >= cervix.fewerSince || day - born >= cervix.fewerFrom * year ? 5 : 3;
    day += comes && hasVirus(body, on.day) ? cervix.soonest : Math.floor(years * year);
  }
}

function noteBreasts(occasions: TestOccasion[], body: Body): void {
  const { life } = body.health;
  const begins = investigatedFrom(life);
  const first = life.birth + Math.floor((breast.from + breast.every * life.chance(drawnBy.breast)) * year);
  for (let n = 0; ; n += 1) {
    const day = first + Math.floor(n * breast.every * year);
    if (day >= life.birth + breast.to * year || day > body.until - 30) return;
    const isTreated = body.spells('breast-cancer').some(({ known }) => known <= day && day < known + 5 * year);
    if (day >= begins && !isTreated && life.chance(drawnBy.breast, n + 1) < breast.uptake) occasions.push(byProgramme(day, breast.bundle));
  }
}

function noteBowel(occasions: TestOccasion[], body: Body): void {
  const { life } = body.health;
  const begins = investigatedFrom(life);
  const first = life.birth + Math.floor((50 + bowel.every * life.chance(drawnBy.bowel)) * year);
  for (let n = 0; ; n += 1) {
    const day = first + Math.floor(n * bowel.every * year);
    if (day >= life.birth + bowel.to * year || day > body.until - 30) return;
    const from = bowelFrom.find(([since]) => since <= day)?.[1] ?? 60;
    const isTreated = body.spells('bowel-cancer').some(({ known }) => known <= day);
    const comes = life.chance(drawnBy.bowel, n + 1) < bowel.uptake;
    if (day >= begins && day - life.birth >= from * year && comes && !isTreated) occasions.push(byProgramme(day, bowel.bundle));
  }
}
