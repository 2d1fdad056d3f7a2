/**
 * Families without storage: mother, children and partner are computed from places in the layout, the same from either end.
 *
 * Within a surname, children are cut into blocks of birth dates, two blocks to a pair. A child's place in its block gives a slot; slots are
 * dealt to ten classes of women, and each class bears its children at a different age, so that mothers' ages spread as real ones do.
 * A woman's class is her rank modulo ten, hence she has the child of the same slot in either block of one pair: none, one or two.
 */
import { type Day, year } from './calendar.ts';
import { field } from './fields.ts';
import type { Group } from './groups.ts';
import { hash, unit } from './hash.ts';
import { female, type Layout, male, type PersonPlace, type Sex } from './layout.ts';
import { span } from './pyramid.ts';
import { remembered } from './remembered.ts';

/** 2.6 years. */
const block = 950;
/** Age of the mother, in years, at the start of a pair of blocks, by class. */
const mothersAge = [20, 23, 25, 27, 29, 30, 31, 33, 36, 40] as const;
const classes = mothersAge.length;
/** Husbands are this much older than wives on average. */
const olderBy = 730;
/** Share of women who marry, if they live long enough. */
const marrying = 0.55;
const youngestBride = 20;
const brideAges = 18;

/** Share of wives who take their husband's surname. */
const takesHisName: Readonly<Record<Group, number>> = {
  british: 0.9,
  irish: 0.8,
  european: 0.7,
  muslim: 0.15,
  indian: 0.5,
  chinese: 0.1,
  african: 0.5,
  other: 0.3,
};

export interface Kinship {
  /** The mother, of the same surname. None for a woman who has changed hers. */
  mother(index: number): number | undefined;
  children(index: number): readonly number[];
  /** Husband or wife, of the same surname. */
  partner(index: number): number | undefined;
  /** The day of a woman's marriage, where it has come; a husband's is his wife's. */
  marriage(index: number): Day | undefined;
  /** A woman who bears her husband's name and had another before. */
  changedName(index: number): boolean;
}

/** `exists` leaves out indices that are nobody (duplicate records, numbers given to personas): they are no one's kin. */
export function kinshipOf(layout: Layout, exists: (index: number) => boolean): Kinship {
  const { seed, today } = layout;
  const first = Math.floor(today - span * year);
  const blockOf = (day: Day): number => Math.floor((day - first) / block);
  const blockStart = (surname: number, sex: Sex, b: number): number => layout.cut(surname, sex, first + b * block);
  const dayOfBirth = (place: PersonPlace): Day => layout.birthDay(place.surname, place.sex, place.rank);

  /** 1 where sister and brother alternate between the blocks of a pair, 0 where both children have the same sex. */
  const alternates = (surname: number, pair: number): number => hash(seed, surname * 64 + pair, field.familyShape) & 1;

  /** Rank of the first woman of a class old enough for a pair of blocks. */
  function firstMother(surname: number, pair: number, theClass: number): number {
    const age = Math.round((mothersAge[theClass] ?? 0) * year);
    return layout.cut(surname, female, first + 2 * pair * block - age);
  }

  function marriageAt(place: PersonPlace, index: number): Day | undefined {
    if (place.sex !== female || unit(seed, index, field.marries) >= marrying) return undefined;
    const age = youngestBride + brideAges * unit(seed, index, field.marriageDay);
    const day = Math.floor(dayOfBirth(place) + age * year);
    return day < today ? day : undefined;
  }

  function changedAt(place: PersonPlace, index: number): boolean {
    const surname = layout.surnames[place.surname];
    if (surname === undefined || surname.female > 0.9 || marriageAt(place, index) === undefined) return false;
    return unit(seed, index, field.takesHisName) < takesHisName[surname.group];
  }

  function motherAt(place: PersonPlace, index: number): number | undefined {
    if (changedAt(place, index)) return undefined;
    const { surname, sex, rank } = place;
    const b = blockOf(dayOfBirth(place));
    const pair = b >> 1;
    const lane = sex ^ (b & 1 & alternates(surname, pair));
    const slot = 2 * (rank - blockStart(surname, sex, b)) + lane;
    const theClass = slot % classes;
    const from = firstMother(surname, pair, theClass);
    const mother = firstOfClass(from, theClass) + Math.floor(slot / classes) * classes;
    if (mother >= firstMother(surname, pair + 1, theClass)) return undefined;
    const motherIndex = layout.base(surname, female) + mother;
    return exists(motherIndex) ? motherIndex : undefined;
  }

  function husband(place: PersonPlace, index: number): number | undefined {
    if (marriageAt(place, index) === undefined) return undefined;
    const { surname, rank } = place;
    const b = blockOf(dayOfBirth(place));
    const couples = couplesOf(surname, b);
    const position = rank - couples.women;
    if (position >= couples.count) return undefined;
    const man = couples.men + ((position + couples.shift) % couples.count);
    return marriageable(index, place, layout.base(surname, male) + man, { surname, sex: male, rank: man });
  }

  function wife(place: PersonPlace, index: number): number | undefined {
    const { surname, rank } = place;
    const b = blockOf(dayOfBirth(place) + olderBy);
    const couples = couplesOf(surname, b);
    const position = rank - couples.men;
    if (position >= couples.count) return undefined;
    const woman = couples.women + ((position - couples.shift + couples.count) % couples.count);
    const womanIndex = layout.base(surname, female) + woman;
    const womanPlace = { surname, sex: female, rank: woman };
    if (marriageAt(womanPlace, womanIndex) === undefined) return undefined;
    return marriageable(womanIndex, womanPlace, index, place) === undefined ? undefined : womanIndex;
  }

  /** The women of a block and the men of the block a little older are paired off in turn, starting somewhere. */
  function couplesOf(surname: number, b: number): { women: number; men: number; count: number; shift: number } {
    const women = blockStart(surname, female, b);
    const men = layout.cut(surname, male, first + b * block - olderBy);
    const count = Math.min(blockStart(surname, female, b + 1) - women, layout.cut(surname, male, first + (b + 1) * block - olderBy) - men);
    return { women, men, count, shift: count > 0 ? hash(seed, surname * 64 + b, field.coupleShift) % count : 0 };
  }

  /** The husband, unless one of the two is nobody or they are brother and sister. */
  function marriageable(wifeIndex: number, wifePlace: PersonPlace, husbandIndex: number, husbandPlace: PersonPlace): number | undefined {
    if (!exists(wifeIndex) || !exists(husbandIndex)) return undefined;
    const mother = motherAt(wifePlace, wifeIndex);
    return mother !== undefined && mother === motherAt(husbandPlace, husbandIndex) ? undefined : husbandIndex;
  }

  function childrenAt(place: PersonPlace): readonly number[] {
    const { surname, rank } = place;
    const theClass = rank % classes;
    const age = Math.round((mothersAge[theClass] ?? 0) * year);
    const pair = Math.floor((dayOfBirth(place) + age - first) / (2 * block));
    const slot = rank - firstOfClass(firstMother(surname, pair, theClass), theClass) + theClass;
    const position = slot >> 1;
    const children: number[] = [];
    for (const b of [2 * pair, 2 * pair + 1]) {
      const sex = ((slot & 1) ^ (b & 1 & alternates(surname, pair))) === 0 ? female : male;
      const child = blockStart(surname, sex, b) + position;
      if (child >= blockStart(surname, sex, b + 1)) continue;
      const index = layout.base(surname, sex) + child;
      if (exists(index) && !changedAt({ surname, sex, rank: child }, index)) children.push(index);
    }
    return children;
  }

  const partner = remembered((index) => {
    if (!exists(index)) return undefined;
    const place = layout.locate(index);
    return place.sex === female ? husband(place, index) : wife(place, index);
  });

  function childrenOf(index: number): readonly number[] {
    if (!exists(index)) return [];
    const place = layout.locate(index);
    if (place.sex === female) return childrenAt(place);
    const mother = partner(index);
    return mother === undefined ? [] : childrenAt(layout.locate(mother));
  }

  return {
    mother: (index) => (exists(index) ? motherAt(layout.locate(index), index) : undefined),
    children: remembered(childrenOf),
    partner,
    marriage: (index) => marriageAt(layout.locate(index), index),
    changedName: (index) => changedAt(layout.locate(index), index),
  };
}

/** The first rank at or after `from` that belongs to a class. */
function firstOfClass(from: number, theClass: number): number {
  return from + ((theClass - (from % classes) + classes) % classes);
}
