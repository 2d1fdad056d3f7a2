/** How two people live together: since when, whether they wed, when they part, and what they are called. */
import { dayOf, type Day, year } from '../../calendar.ts';
import { at, percent } from '../draws.ts';
import * as rates from '../england/rates.ts';
import { reference } from '../founding/founders.ts';
import { bear } from './births.ts';
import { ageAt, type Inhabitant, type Naming, type Union, yearOfDay } from './members.ts';
import { female, male } from '../../peoples/people.ts';
import { never } from '../pattern.ts';
import type { Community } from './neighbourhood.ts';

/** The Civil Partnership Act 2004 came into force. */
const civilPartnerships = dayOf('2005-12-05');
/** A couple is found within a year of looking. */
const findsWithin = 300;
const young = 42;

export function join(neighbourhood: Community, one: Inhabitant, other: Inhabitant, day: Day): void {
  const { draws } = neighbourhood;
  const [a, b] = one.sex === female && other.sex === male ? [other, one] : [one, other];
  const begun = Math.floor(day + draws() * findsWithin);
  const arrival = Math.max(a.arrival, b.arrival);
  const apart = a.arrival > begun !== b.arrival > begun;
  // Where one is here already, they live together once the other has come; a couple formed abroad comes together.
  const together = apart ? arrival : begun;
  const firstDeath = Math.min(a.death, b.death);
  if (together >= firstDeath) return;
  if (arrival > together) {
    const later = arrival + Math.floor(at(rates.yearsBeforeComing, draws()) * year);
    const last = arrival < reference ? Math.min(reference, firstDeath) - 1 : firstDeath - 1;
    a.arrival = b.arrival = Math.max(arrival, Math.min(later, last));
  }
  const union = unionOf(neighbourhood, a, b, together);
  a.unions.push(union);
  b.unions.push(union);
  bear(neighbourhood, union);
  for (const each of [a, b]) if (each.death > union.end) lookAgain(neighbourhood, each, union);
}

function unionOf({ draws }: Community, a: Inhabitant, b: Inhabitant, together: Day): Union {
  const firstDeath = Math.min(a.death, b.death);
  const { custom } = b.stock;
  const planned = weddingOf();
  const wedding = planned < firstDeath ? planned : never;
  const [chance, years] =
    wedding === never ? [rates.parting, rates.yearsToParting] : [at(rates.divorces, yearOfDay(wedding)), rates.yearsToDivorce];
  const parts = percent(draws, chance * custom.parts);
  const parted = parts ? Math.floor((wedding === never ? together : wedding) + at(years, draws()) * year) : never;
  const separated = parted < firstDeath;
  return { a, b, together, wedding, end: separated ? parted : firstDeath, separated, naming: namingOf(), number: -1 };

  function weddingOf(): Day {
    const began = yearOfDay(together);
    const after = (): number => Math.floor(at(rates.yearsToWedding, draws()) * year);
    if (a.sex === b.sex) return percent(draws, rates.sameSexWeds) ? Math.max(together, civilPartnerships) + after() : never;
    const second = a.unions.length + b.unions.length > 0;
    if (percent(draws, custom.weds) || percent(draws, at(rates.wedsAtOnce, began) * (second ? rates.secondAtOnce : 1))) return together;
    return percent(draws, second ? rates.wedsAgain : at(rates.wedsLater, began)) ? together + after() : never;
  }

  function namingOf(): Naming {
    if (wedding === never) return 'keeps';
    const chanceOfBoth = at(rates.usesBoth, yearOfDay(wedding));
    const takes = a.sex === b.sex ? rates.sameSexTakesName : at(rates.takesPartnersName, yearOfDay(wedding));
    const drawn = draws() * 100;
    if (drawn < chanceOfBoth) return 'both';
    return drawn < chanceOfBoth + takes * custom.takesName ? 'takes' : 'keeps';
  }
}

function lookAgain({ draws, seek }: Community, member: Inhabitant, { end, separated }: Union): void {
  const { widowed, partedYoung, parted } = rates.again;
  const [men, women] = !separated ? widowed : ageAt(member, end) < young ? partedYoung : parted;
  if (percent(draws, member.sex === male ? men : women)) seek(member, end + Math.floor(at(rates.yearsToAgain, draws()) * year));
}
