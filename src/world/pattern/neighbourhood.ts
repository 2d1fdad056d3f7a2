/** The people of a neighbourhood through a century: they find one another, live together, wed, part, and have children who do the same. */
import { type Day, year } from '../calendar.ts';
import { among, at, type Draws } from './draws.ts';
import { type Founder, reference } from './founders.ts';
import { female, horizon, isNearKin, male, type Member, type Naming, never, recordsBegin, type Sex, type Union } from './members.ts';
import { lifespan, shareAlive } from './mortality.ts';
import * as rates from './rates.ts';
import type { Stock } from './stocks.ts';

const firstYear = 1_925;
const lastYear = 2_043;
const month = year / 12;
/** Looks so many years, as a rule, before giving up. */
const patience = 14;
/** Years either side of the difference in age that is looked for, at first and for each year of looking. */
const tolerance = { atFirst: 3, yearly: 1 } as const;

const yearOfDay = (day: Day): number => 1_970 + day / year;
const ageAt = (member: Member, day: Day): number => (day - member.birth) / year;

interface Seeker {
  readonly member: Member;
  readonly from: Day;
  /** How many years older the man is whom she wants, or he is than the woman whom he wants. */
  readonly gap: number;
  looked: number;
  /** Has found somebody, or has given up. */
  gone: boolean;
  /** Looks for nobody: a child of hers is due. */
  readonly expecting: boolean;
}

export function settle(founders: readonly Founder[], draws: Draws, lines: { next: number }): readonly Member[] {
  const everyone: Member[] = [];
  const seeking: Seeker[][] = Array.from({ length: lastYear - firstYear + 1 }, () => []);
  const market: Seeker[] = [];

  const percent = (share: number): boolean => draws() * 100 < share;
  const queueFor = (day: Day): Seeker[] | undefined => seeking[Math.floor(yearOfDay(day)) - firstYear];

  for (const { solitary, ...founder } of founders) {
    const member = enter({ ...founder, mother: undefined, father: undefined, multiple: 0 });
    if (!solitary) liveOn(member);
  }
  for (const queue of seeking) {
    for (const seeker of queue) {
      if (seeker.expecting) loneChild(seeker.member, seeker.from);
      else look(seeker);
    }
  }
  return everyone;

  function enter(
    born: Pick<Member, 'stock' | 'sex' | 'birth' | 'arrival' | 'death' | 'mother' | 'father' | 'multiple'> & { category?: string },
  ): Member {
    const { stock, sex, birth, mother, father } = born;
    const line = father?.line ?? mother?.line ?? (lines.next += 1);
    const member: Member = {
      ...born,
      category: born.category ?? stock.category,
      people: father?.people ?? mother?.people ?? peopleOf(stock),
      line,
      unions: [],
      children: [],
      wants: sex === female ? childrenWanted(stock, birth) : 0,
      sameSex: draws() * 1_000 < rates.sameSexPerThousand,
      mixes: percent(stock.mixes),
      home: undefined,
      stays: [],
    };
    everyone.push(member);
    return member;
  }

  /** What somebody hopes for, and from when. */
  function liveOn(member: Member): void {
    const { stock, sex, birth } = member;
    const bornIn = yearOfDay(birth);
    if (sex === female && percent(stock.custom.lone)) expect(member, 17.5 + 12 * draws());
    if (percent(at(rates.everPairs, bornIn))) {
      const ready = at(rates.readyAt, bornIn) + (sex === male ? rates.menLater : 0) - stock.custom.sooner + at(rates.readySpread, draws());
      seek(member, birth + Math.max(16.5, ready) * year);
    } else if (sex === female && percent(rates.aloneByChoice)) expect(member, 30 + 10 * draws());
  }

  function peopleOf({ people }: Stock): string {
    const weights = people.map(([, weight]) => weight);
    return people[people.length === 1 ? 0 : among(weights, draws())]?.[0] ?? '';
  }

  function childrenWanted(stock: Stock, birth: Day): number {
    const wanted = among(stock.custom.children, draws());
    const bornIn = yearOfDay(birth);
    if (bornIn < 1_948) return percent(22) ? wanted + 1 : wanted;
    return bornIn > 1_985 && percent(Math.min(26, (bornIn - 1_985) * 3.2)) ? Math.max(0, wanted - 1) : wanted;
  }

  function seek(member: Member, from: Day): void {
    const day = Math.floor(from);
    if (ageAt(member, day) > rates.oldestSeeking) return;
    queueFor(day)?.push({ member, from: day, gap: at(rates.olderBy, draws()), looked: 0, gone: false, expecting: false });
  }

  /** Will have a child without a partner, unless there is one by then. */
  function expect(member: Member, age: number): void {
    const from = Math.floor(member.birth + age * year);
    queueFor(from)?.push({ member, from, gap: 0, looked: 0, gone: false, expecting: true });
  }

  function isPaired(member: Member, day: Day): boolean {
    const last = member.unions.at(-1);
    return last !== undefined && last.end > day;
  }

  function look(seeker: Seeker): void {
    const { member, from } = seeker;
    const day = from + seeker.looked * 365;
    if (seeker.gone || member.death <= day || day >= horizon || isPaired(member, day)) return;
    if (isFounder(member) && widowedBeforeRecords(member, day)) {
      join(member, someoneLost(member, day), day);
      return;
    }
    const found = best(seeker, day);
    if (found !== undefined) {
      seeker.gone = true;
      found.gone = true;
      join(member, found.member, Math.max(day, found.from));
      return;
    }
    if (
      !member.sameSex &&
      seeker.looked % 2 === 1 &&
      percent(member.arrival > day ? rates.pairsAbroad : member.stock.custom.fromAbroad / 2)
    ) {
      seeker.gone = true;
      join(member, someoneFromAbroad(member, day), day);
      return;
    }
    if (seeker.looked === 0) market.push(seeker);
    seeker.looked += 1;
    if (seeker.looked <= patience) queueFor(from + seeker.looked * 365)?.push(seeker);
    else seeker.gone = true;
  }

  function best(seeker: Seeker, day: Day): Seeker | undefined {
    const { member } = seeker;
    let found: Seeker | undefined;
    let least = tolerance.atFirst + tolerance.yearly * seeker.looked;
    let kept = 0;
    for (const other of market) {
      const { member: them } = other;
      if (other.gone || them.death <= day) continue;
      market[kept] = other;
      kept += 1;
      if (other === seeker) continue;
      const opposite = them.sex !== member.sex;
      if (member.sameSex ? opposite : !opposite || them.sameSex) continue;
      const strange = them.stock !== member.stock;
      if (strange && !(member.mixes || them.mixes)) continue;
      // Who is still abroad pairs with somebody of the same country.
      const bothAbroad = member.arrival > day && them.arrival > day;
      if ((member.arrival > day || them.arrival > day) && (strange || !bothAbroad)) continue;
      const older = (them.birth - member.birth) / year;
      const gap = member.sex === male ? older : -older;
      const off = Math.abs(gap - (member.sameSex ? 0 : seeker.gap)) + (strange ? (member.mixes ? 0.6 : 1.2) : 0);
      if (off < least && !isNearKin(member, them)) {
        least = off;
        found = other;
      }
    }
    market.length = kept;
    return found;
  }

  function isFounder(member: Member): boolean {
    return member.mother === undefined;
  }

  /** Founders are those who lived to see records begin; many a partner of theirs did not. */
  function widowedBeforeRecords(member: Member, day: Day): boolean {
    const sex: Sex = member.sameSex ? member.sex : member.sex === female ? male : female;
    const older = sex === male ? 2.3 : -2.3;
    const then = (recordsBegin - member.birth) / year + older;
    if (then < 30 || day >= recordsBegin) return false;
    return draws() > (rates.bothLive * shareAlive(sex, then)) / shareAlive(sex, ageAt(member, day) + older);
  }

  function partnerOf(member: Member): { sex: Sex; birth: Day } {
    const sex: Sex = member.sameSex ? member.sex : member.sex === female ? male : female;
    const gap = Math.floor(at(rates.olderBy, 0.05 + 0.9 * draws()) * year);
    return { sex, birth: member.birth + (sex === male ? -gap : gap) };
  }

  /** A partner who died before records began: on no record, but husband, wife, mother or father of people who are. */
  function someoneLost(member: Member, day: Day): Member {
    const { sex, birth: wanted } = partnerOf(member);
    const birth = Math.min(wanted, day - 17 * 365);
    const reached = (day - birth) / year;
    const least = shareAlive(sex, (recordsBegin - birth) / year) / shareAlive(sex, reached);
    const death = Math.min(birth + lifespan(sex, reached, draws() * (1 - least)), recordsBegin - 1);
    return lost({ sex, birth, death: Math.max(death, day + 1), stock: member.stock });
  }

  function lost({ sex, birth, death, stock }: Pick<Member, 'sex' | 'birth' | 'death' | 'stock'>): Member {
    return {
      sex,
      birth,
      death,
      stock,
      category: stock.category,
      people: peopleOf(stock),
      arrival: birth,
      mother: undefined,
      father: undefined,
      multiple: 0,
      line: (lines.next += 1),
      unions: [],
      children: [],
      wants: sex === female ? childrenWanted(stock, birth) : 0,
      sameSex: false,
      mixes: false,
      home: undefined,
      stays: [],
    };
  }

  function someoneFromAbroad(member: Member, day: Day): Member {
    const { sex, birth: wanted } = partnerOf(member);
    const birth = Math.min(wanted, day - 18 * 365);
    const death = birth + lifespan(sex, (day - birth) / year, draws());
    const { stock } = member;
    const them = {
      ...lost({ sex, birth, death: Math.max(death, day + 1), stock }),
      arrival: Math.max(day, member.arrival === member.birth ? day : member.arrival),
    };
    everyone.push(them);
    return them;
  }

  function join(one: Member, other: Member, day: Day): void {
    const begun = Math.floor(day + draws() * 300);
    const together = Math.max(
      begun,
      ...[one, other].filter(({ arrival, birth }) => arrival !== birth && isPartlyHere(one, other, begun)).map(({ arrival }) => arrival),
    );
    const [a, b] = one.sex === female && other.sex === male ? [other, one] : [one, other];
    const firstDeath = Math.min(a.death, b.death);
    if (together >= firstDeath) return;
    // A couple formed abroad comes together.
    const arrival = Math.max(a.arrival, b.arrival);
    if (arrival > together) {
      const later = arrival + Math.floor(at(rates.yearsBeforeComing, draws()) * year);
      const last = arrival < reference ? Math.min(reference - 1, firstDeath - 1) : firstDeath - 1;
      a.arrival = b.arrival = Math.max(arrival, Math.min(later, last));
    }
    const union = unionOf(a, b, together, firstDeath);
    a.unions.push(union);
    b.unions.push(union);
    bear(union);
    for (const each of [a, b]) if (each.death > union.end) lookAgain(each, union);
  }

  /** One of them is here already, so that the other has to come first. */
  function isPartlyHere(one: Member, other: Member, day: Day): boolean {
    return one.arrival <= day || other.arrival <= day;
  }

  function unionOf(a: Member, b: Member, together: Day, firstDeath: Day): Union {
    const { custom } = b.stock;
    const began = yearOfDay(together);
    const second = a.unions.length > 0 || b.unions.length > 0;
    const alike = a.sex === b.sex;
    const atOnce = percent(custom.weds) || percent(at(rates.wedsAtOnce, began) * (second ? 0.4 : 1));
    let wedding = never;
    if (alike) {
      if (percent(55)) wedding = Math.max(together, civilPartnership) + Math.floor(at(rates.yearsToWedding, draws()) * year);
    } else if (atOnce) wedding = together;
    else if (percent(second ? rates.wedsAgain : at(rates.wedsLater, began)))
      wedding = together + Math.floor(at(rates.yearsToWedding, draws()) * year);
    if (wedding >= firstDeath) wedding = never;
    const parts =
      wedding === never ? percent(rates.parting * custom.parts) : percent(at(rates.divorces, yearOfDay(wedding)) * custom.parts);
    const after = at(wedding === never ? rates.yearsToParting : rates.yearsToDivorce, draws());
    const parted = parts ? Math.floor((wedding === never ? together : wedding) + after * year) : never;
    const separated = parted < firstDeath;
    return { a, b, together, wedding, end: separated ? parted : firstDeath, separated, naming: naming(b, wedding, alike) };
  }

  function naming(b: Member, wedding: Day, alike: boolean): Naming {
    if (wedding === never) return 'keeps';
    const chance = draws() * 100;
    const both = at(rates.usesBoth, yearOfDay(wedding));
    if (chance < both) return 'both';
    const takes = alike ? 35 : at(rates.takesName, yearOfDay(wedding));
    return chance < both + takes * b.stock.custom.takesName ? 'takes' : 'keeps';
  }

  function lookAgain(member: Member, { end, separated }: Union): void {
    const [men, women] = !separated ? rates.again.widowed : ageAt(member, end) < 42 ? rates.again.partedYoung : rates.again.parted;
    if (!percent(member.sex === male ? men : women)) return;
    seek(member, end + at(rates.yearsToAgain, draws()) * year);
  }

  /** The children of a couple, until she has as many as she wants, or they part, or it is too late. */
  function bear(union: Union): void {
    const mother = union.b;
    if (mother.sex !== female || (union.a.sex === female && draws() < 0.6)) return;
    const father = union.a.sex === male ? union.a : undefined;
    const late = yearOfDay(union.together) - 1_965;
    const spread = draws() * 40 < late ? rates.firstChildLate : rates.firstChildSoon;
    let day = union.together + Math.floor(at(spread, draws()) * year);
    const last = mother.children.at(-1);
    if (last !== undefined) day = Math.max(day, last.birth + Math.floor(at(rates.monthsBetween, 0.3 + 0.7 * draws()) * month));
    while (mother.children.length < mother.wants) {
      const age = ageAt(mother, day);
      if (age < rates.youngestMother) {
        day += Math.floor(at(rates.monthsBetween, draws()) * month);
        continue;
      }
      if (day + 30 >= union.end || age > rates.oldestMother || draws() > at(rates.stillCan, age)) return;
      deliver(mother, father, day, percent(rates.twins));
      day += Math.floor(at(rates.monthsBetween, draws()) * month);
    }
  }

  function loneChild(mother: Member, day: Day): void {
    if (day + 30 >= mother.death || mother.wants === 0 || mother.children.length > 0 || mother.unions.length > 0) return;
    deliver(mother, undefined, day, percent(rates.twins));
  }

  function deliver(mother: Member, father: Member | undefined, day: Day, two: boolean): void {
    if (day >= horizon) return;
    for (let order = 1; order <= (two ? 2 : 1); order += 1) {
      const sex: Sex = draws() * (1 + rates.boysPerGirl) < 1 ? female : male;
      const child = enter({
        stock: stockOf(mother, father),
        category: categoryOf(mother, father),
        sex,
        birth: day,
        arrival: Math.max(day, mother.arrival),
        death: day + lifespan(sex, 0, draws()),
        mother,
        father,
        multiple: two ? order : 0,
      });
      liveOn(child);
      mother.children.push(child);
      father?.children.push(child);
    }
  }

  /** A child goes by the father's family, where there is one. */
  function stockOf(mother: Member, father: Member | undefined): Stock {
    return father?.stock ?? mother.stock;
  }

  function categoryOf(mother: Member, father: Member | undefined): string {
    const theirs = father?.category ?? mother.category;
    if (theirs === mother.category) return theirs;
    if (percent(22) || ('ABC'.includes(theirs) && 'ABC'.includes(mother.category))) return draws() < 0.5 ? theirs : mother.category;
    return mixedOf(theirs, mother.category);
  }
}

/** Civil partnerships began on 5 December 2005. */
const civilPartnership = 13_122;

/** The category of a child of two: White and Caribbean, White and African, White and Asian, or any other mixed background. */
function mixedOf(one: string, other: string): string {
  const [white, second] = 'ABC'.includes(one) ? [one, other] : [other, one];
  if (!'ABC'.includes(white)) return 'DEFG'.includes(white) ? white : 'DEFG'.includes(second) ? second : 'G';
  if ('DEFG'.includes(second)) return second;
  if ('MP'.includes(second)) return 'D';
  if (second === 'N') return 'E';
  return 'HJKLR'.includes(second) ? 'F' : 'G';
}
