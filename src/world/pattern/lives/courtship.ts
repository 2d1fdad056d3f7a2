/** Who finds whom: people look, year after year, among those of the neighbourhood who look as well. */
import { type Day, year } from '../../calendar.ts';
import { at, percent } from '../draws.ts';
import { lifespan, shareAlive } from '../england/mortality.ts';
import * as rates from '../england/rates.ts';
import { join } from './couples.ts';
import { isNearKin } from './kin.ts';
import { ageAt, horizon, isPaired, type Inhabitant, recordsBegin, yearOfDay } from './members.ts';
import { female, male, type Sex } from '../../peoples/people.ts';
import type { Community } from './neighbourhood.ts';

/** Looks so many years, as a rule, before giving up. */
const patience = 12;
/** Years either side of the difference in age that is looked for, at first and for each year of looking. */
const tolerance = { atFirst: 3, yearly: 1, sameSex: 2, bornBefore: 1_962, formerly: 1.7 } as const;
/** Years that somebody of another stock seems further away. */
const strangeness = { toWhoMixes: 0.6, toOthers: 1.2 } as const;
/** Founders are those who lived to see records begin, in their thirties or later, or they would have nobody lost. */
const fewLostBelow = 30;

interface Seeker {
  readonly member: Inhabitant;
  readonly from: Day;
  /** How many years older the man is whom she wants, or he is than the woman whom he wants. */
  readonly gap: number;
  looked: number;
  /** Has found somebody, or has given up. */
  gone: boolean;
}

/** What begins a search from a day on. */
export function courtshipIn(neighbourhood: Community): (member: Inhabitant, from: Day) => void {
  const { draws } = neighbourhood;
  const market: Seeker[] = [];

  return (member, from) => {
    const seeker = { member, from, gap: at(rates.olderBy, draws()), looked: 0, gone: false };
    neighbourhood.later(from, () => look(seeker));
  };

  function look(seeker: Seeker): void {
    const { member, from } = seeker;
    const day = from + seeker.looked * 365;
    if (seeker.gone || member.death <= day || day >= horizon || isPaired(member, day)) return;
    if (member.mother === undefined && hasLost(member, day)) {
      seeker.gone = true;
      join(neighbourhood, member, someoneLost(member, day), day);
      return;
    }
    const found = best(seeker, day);
    if (found !== undefined) {
      seeker.gone = true;
      found.gone = true;
      join(neighbourhood, member, found.member, Math.max(day, found.from));
      return;
    }
    const second = seeker.looked % 2 === 1;
    const abroad = member.arrival > day ? rates.pairsAbroad : member.stock.custom.fromAbroad / 2;
    if (second && !member.sameSex && percent(draws, abroad)) {
      seeker.gone = true;
      join(neighbourhood, member, someoneFromAbroad(member, day), day);
      return;
    }
    if (seeker.looked === 0) market.push(seeker);
    seeker.looked += 1;
    if (seeker.looked <= patience) neighbourhood.later(from + seeker.looked * 365, () => look(seeker));
    else seeker.gone = true;
  }

  /** The one nearest to what is looked for, of those who have not found anybody; who has is left out from then on. */
  function best(seeker: Seeker, day: Day): Seeker | undefined {
    const { member } = seeker;
    let found: Seeker | undefined;
    let least =
      (tolerance.atFirst + tolerance.yearly * seeker.looked) *
      (member.sameSex ? tolerance.sameSex : yearOfDay(member.birth) < tolerance.bornBefore ? tolerance.formerly : 1);
    let kept = 0;
    for (const other of market) {
      if (other.gone || other.member.death <= day) continue;
      market[kept] = other;
      kept += 1;
      const off = other === seeker ? Infinity : distance(seeker, other.member, day);
      if (off < least && !isNearKin(member, other.member)) {
        least = off;
        found = other;
      }
    }
    market.length = kept;
    return found;
  }

  /** Some of their partners died before records began: the more, the older they would be. */
  function hasLost(member: Inhabitant, day: Day): boolean {
    const { sex, older } = otherOf(member);
    const then = (recordsBegin - member.birth) / year + older;
    if (then < fewLostBelow || day >= recordsBegin) return false;
    return draws() > (rates.bothLive * shareAlive(sex, then)) / shareAlive(sex, ageAt(member, day) + older);
  }

  function someoneLost(member: Inhabitant, day: Day): Inhabitant {
    const { sex, birth } = wanted(member, day);
    const reached = (day - birth) / year;
    const least = shareAlive(sex, (recordsBegin - birth) / year) / shareAlive(sex, reached);
    const death = Math.min(birth + lifespan(sex, reached, draws() * (1 - least)), recordsBegin - 1);
    return neighbourhood.remember({ ...nobody, stock: member.stock, sex, birth, arrival: birth, death: Math.max(death, day + 1) });
  }

  function someoneFromAbroad(member: Inhabitant, day: Day): Inhabitant {
    const { sex, birth } = wanted(member, day);
    const death = Math.max(birth + lifespan(sex, (day - birth) / year, draws()), day + 1);
    const arrival = Math.max(day, member.arrival === member.birth ? day : member.arrival);
    return neighbourhood.enter({ ...nobody, stock: member.stock, sex, birth, arrival, death });
  }

  function wanted(member: Inhabitant, day: Day): { sex: Sex; birth: Day } {
    const { sex } = otherOf(member);
    const gap = Math.floor(at(rates.olderBy, 0.05 + 0.9 * draws()) * year);
    return { sex, birth: Math.min(member.birth + (sex === male ? -gap : gap), day - 18 * 365) };
  }
}

const nobody = { mother: undefined, father: undefined, multiple: 0 } as const;

function otherOf(member: Inhabitant): { sex: Sex; older: number } {
  const sex = member.sameSex ? member.sex : member.sex === female ? male : female;
  return { sex, older: sex === male ? rates.meanOlderBy : -rates.meanOlderBy };
}

/** How far, in years, somebody is from what is looked for; without end where they would not live together. */
function distance({ member, gap }: Seeker, them: Inhabitant, day: Day): number {
  if (member.sameSex !== them.sameSex || (member.sex === them.sex) !== member.sameSex) return Infinity;
  const strange = them.stock !== member.stock;
  if (strange && !member.mixes && !them.mixes) return Infinity;
  if (member.unions.some(({ a, b }) => a === them || b === them)) return Infinity;
  // Who is still abroad pairs with somebody of the same country who is as well.
  const abroad = member.arrival > day;
  if (abroad !== them.arrival > day || (abroad && strange)) return Infinity;
  const younger = (them.birth - member.birth) / year;
  const off = Math.abs((member.sex === male ? younger : -younger) - (member.sameSex ? 0 : gap));
  return strange ? off + (member.mixes ? strangeness.toWhoMixes : strangeness.toOthers) : off;
}
