/**
 * Whom families begin with: people whose own parents are on no record here. Of the old, that is nearly everybody; of the young, those who
 * came from abroad. Their numbers are chosen so that, with the children who come of them, ages and stocks are as published.
 */
import { type Day, year } from '../../calendar.ts';
import { at, type Draws } from '../draws.ts';
import { agesOfEngland } from '../england/ages.ts';
import { lifespan, shareAlive } from '../england/mortality.ts';
import { arrivalAge, type ByYear } from '../england/rates.ts';
import { bandOf, type ByAge, type Stock, stocks } from '../england/stocks.ts';
import { horizon, recordsBegin } from '../lives/members.ts';
import { female, male, type Sex } from '../../peoples/people.ts';

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
/**
 * Founders are as many as come of so many people. With the partners who come from abroad, and the children of both, some 10,100 of the
 * pattern are alive and here on that day.
 */
const foundedFor = 6_850;

/**
 * Of those born here in a year, per cent whose mother is on no record: she died before records began, or never lived in England. Set, as
 * `grown` is, so that there are as many of each age as published, which of some takes more than all.
 */
const motherless: ByYear = [
  [1_930, 154],
  [1_940, 145],
  [1_950, 110],
  [1_955, 75],
  [1_960, 55],
  [1_970, 25],
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
/** Youngest age at which somebody comes alone. */
const grownUp = 16;
/** Share of those from abroad who come of themselves, rather than with a partner or for one. */
const alone = 0.73;
/** Of the people of a stock, those who came from abroad later than the reference day: per thousand of them and year. */
const toCome = 30;

export function foundersOf(draws: Draws): readonly Founder[] {
  const shareOf = agesOfEngland();
  const found: Founder[] = [];
  for (const stock of stocks) {
    let native = draws();
    let foreign = draws();
    for (let age = 110; age >= 16; age -= 1) {
      const birthYear = 2026 - age;
      for (const sex of [female, male] as const) {
        const here = foundedFor * shareOf(stock, sex, age);
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
    const perYear = (foundedFor * stock.share * average(stock.abroad) * toCome) / 10_000 / 1_000;
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
    const lived = (reference - birth) / year;
    const wanted = at(arrivalAge, draws());
    // Who would have come later came some day between growing up and now.
    const came = abroad ? birth + Math.floor((wanted < lived ? wanted : grownUp + draws() * (lived - grownUp)) * year) : birth;
    return { stock, sex, birth, arrival: came, death: deathOf(sex, birth, Math.max(recordsBegin, came)), solitary: false };
  }

  function deathOf(sex: Sex, birth: Day, alive: Day): Day {
    return birth + Math.max(alive - birth + 1, lifespan(sex, Math.max(0, (alive - birth) / year), draws()));
  }
}

function average(share: ByAge): number {
  return share.reduce((sum, each) => sum + each, 0) / share.length / 100;
}
