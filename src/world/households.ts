/** Who lives with whom, where and since when: residences as chains of periods that never overlap, shared by a household. */
import type { Day } from './calendar.ts';
import { year } from './calendar.ts';
import { field } from './fields.ts';
import { pick, unit } from './hash.ts';
import type { Kinship } from './kinship.ts';
import { type Layout, male } from './layout.ts';
import type { Lives } from './lives.ts';
import type { PracticeAreas } from './practice-areas.ts';

/** A stay at one address: `home` and `ordinal` say which, so that all who live there have the same. */
export interface Residence {
  readonly home: number;
  readonly ordinal: number;
  readonly practice: number;
  readonly from: Day;
  /** The last day there; undefined for the present home. */
  readonly to: Day | undefined;
}

const sharesHome = 0.92;
const mostMoves = 3;
const yearsBetweenMoves = 11;
const shortestStay = 90;
const keepsPractice = 0.5;
/** The ordinal of a man's last home before he married; a household's own run from 0, the present one. */
const bachelorHome = mostMoves + 1;

export interface Households {
  /** The person whose home it is: oneself, one's wife, or a parent. */
  head(index: number): number;
  /** Those whose head this person is, not counting the head. */
  dependants(head: number): readonly number[];
  /** Present home first. */
  residences(index: number): readonly Residence[];
}

export function householdsOf(layout: Layout, kinship: Kinship, lives: Lives, areas: PracticeAreas): Households {
  const { seed, today } = layout;
  const alive = (index: number | undefined): index is number => index !== undefined && lives.death(index) === undefined;

  function head(index: number): number {
    const isMan = layout.locate(index).sex === male;
    const partner = isMan ? kinship.partner(index) : undefined;
    if (alive(partner) && unit(seed, index, field.livesWithWife) < sharesHome) return partner;
    if (lives.leavesHome(index) !== undefined) return index;
    const mother = kinship.mother(index);
    if (mother === undefined) return index;
    if (alive(mother)) return mother;
    const father = kinship.partner(mother);
    return alive(father) ? father : index;
  }

  function dependants(of: number): readonly number[] {
    const partner = kinship.partner(of);
    const candidates = partner === undefined ? kinship.children(of) : [partner, ...kinship.children(of)];
    return candidates.filter((each) => head(each) === of);
  }

  /** The homes of a head of household, present one first. */
  function homes(of: number): readonly Residence[] {
    const start = lives.leavesHome(of) ?? lives.birth(of);
    const end = lives.death(of)?.day ?? today;
    const stays = Math.min(
      mostMoves + 1,
      1 + Math.floor((end - start) / (yearsBetweenMoves * year) + unit(seed, of, field.moves)),
      Math.max(1, Math.floor((end - start) / (2 * shortestStay))),
    );
    const chain: Residence[] = [];
    let practice = areas.practice(of);
    let to: Day | undefined;
    for (let ordinal = 0; ordinal < stays; ordinal += 1) {
      const share = (stays - 1 - ordinal + (ordinal === stays - 1 ? 0 : 0.25 + 0.5 * unit(seed, of, field.moveDay + ordinal))) / stays;
      const from = start + Math.floor((end - start) * share);
      chain.push({ home: of, ordinal, practice, from, to });
      to = from - 1;
      if (unit(seed, of, field.practiceBefore + ordinal) >= keepsPractice) {
        practice = pick(seed, of * 8 + ordinal, field.practiceBefore, areas.practices);
      }
    }
    return chain;
  }

  /** The part of a chain from a day to a day; the home at the end of it counts as the present one. */
  function during(chain: readonly Residence[], start: Day, end: Day): readonly Residence[] {
    return chain
      .filter((stay) => stay.from <= end && (stay.to === undefined || stay.to >= start))
      .map(({ home, ordinal, practice, from, to }) => ({
        home,
        ordinal,
        practice,
        from: Math.max(from, start),
        to: to === undefined || to >= end ? undefined : to,
      }));
  }

  return {
    head,
    dependants,
    residences(index) {
      const household = head(index);
      if (household === index) return homes(index);
      const died = lives.death(index)?.day ?? today;
      const wedding = kinship.partner(household) === index ? kinship.marriage(household) : undefined;
      if (wedding === undefined) return during(homes(household), lives.birth(index), died);
      const together = during(homes(household), wedding, died);
      const alone = Math.floor(lives.birth(index) + (18 + pick(seed, index, field.leavesHome, 3)) * year);
      if (wedding - alone < shortestStay) return together;
      return [...together, { home: index, ordinal: bachelorHome, practice: areas.practice(index), from: alone, to: wedding - 1 }];
    },
  };
}
