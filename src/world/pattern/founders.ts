/**
 * Whom families begin with: people whose own parents are on no record here. Of the old, that is nearly everybody; of the young, those who
 * came from abroad. Their numbers are chosen so that, with the children who come of them, ages and stocks are as published.
 */
import { type Day, year } from '../calendar.ts';
import { arrivalAge, type ByYear } from './rates.ts';
import { at, type Draws } from './draws.ts';
import { female, horizon, male, recordsBegin, type Sex } from './members.ts';
import { lifespan, shareAlive } from './mortality.ts';
import { bands, shareInBand } from './population-by-age.ts';
import { type ByAge, type Stock, stocks } from './stocks.ts';

export interface Founder {
  readonly stock: Stock;
  readonly sex: Sex;
  readonly birth: Day;
  readonly death: Day;
  readonly arrival: Day;
  /** Has nobody, and finds nobody. */
  readonly solitary: boolean;
}

/** The day that the numbers are true of. */
export const reference: Day = 20_786; // 2026-11-29
/** How many of the pattern are alive and here on that day. */
export const living = 8_400;

/** Of those born here in a year, per cent whose mother is on no record: she died before records began, or never lived in England. */
const motherless: ByYear = [
  [1_930, 124],
  [1_940, 116],
  [1_950, 95],
  [1_955, 68],
  [1_960, 54],
  [1_970, 26],
  [1_980, 10],
  [1_990, 3],
  [2_000, 0],
];
/** Per cent of those born abroad who came as grown people, rather than with their parents. */
const grown: ByYear = [
  [16, 30],
  [20, 60],
  [25, 95],
  [35, 112],
  [45, 98],
  [55, 78],
  [66, 84],
  [76, 112],
];
/** Share of those from abroad who come of themselves, rather than with a partner or for one. */
const alone = 0.72;
/** Of the people of a stock, those who came from abroad later than the reference day: per thousand of them and year. */
const toCome = 30;

const ageBands = [16, 25, 45, 65, 200] as const;
const yearsIn = 100;

function bandOf(age: number): number {
  return ageBands.findIndex((end) => age < end);
}

/** Share of everybody that is of a sex and an age in whole years; what is 90 and over dwindles with survival. */
function shareAt(sex: Sex, age: number): number {
  if (age < 90) return shareInBand(sex, Math.floor(age / 5)) / 5;
  let total = 0;
  for (let each = 90; each < 112; each += 1) total += thinned(sex, each);
  return (shareInBand(sex, bands - 1) * thinned(sex, age)) / total;
}

const thinned = (sex: Sex, age: number): number => shareAlive(sex, age + 0.5) / shareAlive(sex, 90);

const everybodyIn = ageBands.map((_, band) => {
  let total = 0;
  for (const sex of [female, male]) for (let age = 0; age < yearsIn + 12; age += 1) if (bandOf(age) === band) total += shareAt(sex, age);
  return total;
});

/** How many of a stock are of a sex and age among the living; the British are whoever is left. */
function livingAt(stock: Stock, sex: Sex, age: number): number {
  const others = (ages: ByAge, share: number): number =>
    ((share / 10_000) * ((ages[bandOf(age)] ?? 0) / 100) * shareAt(sex, age)) / (everybodyIn[bandOf(age)] ?? 1);
  if (stock.key !== 'british') return living * others(stock.ages, stock.share);
  let rest = shareAt(sex, age);
  for (const each of stocks) if (each.key !== 'british') rest -= others(each.ages, each.share);
  // Those of mixed categories are children of families that exist.
  return living * rest;
}

export function foundersOf(draws: Draws, adjust: (stock: Stock, birthYear: number) => number = () => 1): readonly Founder[] {
  const found: Founder[] = [];
  for (const stock of stocks) {
    let native = draws();
    let foreign = draws();
    for (let age = 110; age >= 16; age -= 1) {
      const birthYear = 2026 - age;
      for (const sex of [female, male] as const) {
        const here = livingAt(stock, sex, age) * adjust(stock, birthYear);
        const abroad = (stock.abroad[bandOf(age)] ?? 0) / 100;
        // As many more as have died since records began.
        const then =
          shareAlive(sex, Math.max(0, age + 0.5 - (reference - recordsBegin) / year)) / Math.max(1e-6, shareAlive(sex, age + 0.5));
        native += here * then * (1 - abroad) * (at(motherless, birthYear) / 100);
        foreign += here * then * abroad * (at(grown, age) / 100) * alone;
        for (; native >= 1; native -= 1) found.push(founder(stock, sex, age, false));
        for (; foreign >= 1; foreign -= 1) found.push(founder(stock, sex, age, true));
      }
    }
    const perYear = (living * stock.share * average(stock.abroad) * toCome) / 10_000 / 1_000;
    const abroadLater = stock.key === 'british' ? 0 : perYear;
    let carry = draws();
    for (let day = reference; day < horizon; day += 365) {
      carry += abroadLater;
      for (; carry >= 1; carry -= 1) {
        const arrival = day + Math.floor(draws() * 365);
        const birth = arrival - Math.floor(at(arrivalAge, draws()) * year);
        const sex = draws() < 0.5 ? female : male;
        found.push({ stock, sex, birth, arrival, death: deathOf(sex, birth, arrival), solitary: false });
      }
    }
  }
  return found;

  function founder(stock: Stock, sex: Sex, age: number, abroad: boolean): Founder {
    const birth = reference - Math.floor((age + draws()) * year);
    const came = abroad ? Math.min(birth + Math.floor(at(arrivalAge, draws()) * year), reference - 1 - Math.floor(draws() * 500)) : birth;
    return { stock, sex, birth, arrival: came, death: deathOf(sex, birth, Math.max(recordsBegin, came)), solitary: false };
  }

  function deathOf(sex: Sex, birth: Day, alive: Day): Day {
    return birth + Math.max(alive - birth + 1, lifespan(sex, Math.max(0, (alive - birth) / year), draws()));
  }
}

function average(share: ByAge): number {
  return share.reduce((sum, each) => sum + each, 0) / share.length / 100;
}
