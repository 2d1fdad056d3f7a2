/** Needs of what somebody has: conditions, pregnancies, allergies. */
import type { ConditionEntry, PregnancyEntry } from '../../clinical-record.ts';
import type { Needs } from '../../population.ts';
import { substances } from '../clinical/allergies/substances.ts';
import { dayOf } from '../calendar.ts';
import { conditionGroups, conditionsCalled, conditionWords } from '../clinical/conditions/condition-words.ts';
import { isIn, type Need, byItsName, readRange, sortsOf, withinDays } from './need.ts';
import type { Surroundings } from './surroundings.ts';

type ConditionNeed = 'condition' | 'withoutCondition' | 'pregnant' | 'gaveBirth' | 'frail' | 'endOfLife' | 'allergy';

/** Conditions cost least of what is made of a record. */
const lookedAt = 4_000;
const wants =
  `conditions with commas between, each a word (${conditionWords.join(', ')} …), a group (${conditionGroups.join(', ')}) ` +
  'or as records call it: diabetes,hypertension';

/** Weeks of the longest. */
const weeksAtMost = 45;

export const conditionNeeds: { readonly [Name in ConditionNeed]: Need<NonNullable<Needs[Name]>> } = {
  pregnant: {
    value: 'weeks',
    alone: true,
    means: 'Is pregnant, as far as their practice knows; where weeks are said, for so many of them.',
    example: '20..28',
    wants: 'nothing, or weeks: 24, 20..28, 36.. or ..12',
    lookedAt,
    read: (typed) => (typed === 'true' ? { from: 0, to: weeksAtMost } : readRange(typed)),
    why(wanted, { today, record }) {
      const pregnancy = presentOf(record()?.of('pregnancy'));
      const weeks = pregnancy === undefined ? -1 : Math.floor((today - dayOf(pregnancy.lastPeriod)) / 7);
      return pregnancy !== undefined && isIn(weeks, wanted) ? `${weeks} weeks pregnant, due on ${pregnancy.due}` : undefined;
    },
  },
  gaveBirth: withinDays(
    {
      means: 'Gave birth within so many days.',
      example: '90',
      lookedAt,
      why(days, { today, record }) {
        const birth = record()
          ?.of('pregnancy')
          .findLast(({ outcome }) => outcome?.how === 'birth' && dayOf(outcome.on) >= today - days);
        return birth && `gave birth on ${birth.outcome?.on}`;
      },
    },
    1_000,
  ),
  condition: sortsOf('conditions', conditionsCalled, {
    means:
      `Has this now, several with commas between all of them: asthma, diabetes, heart-disease and other words; groups (${conditionGroups.join(', ')}); ` +
      'or what records call it.',
    example: 'diabetes,hypertension',
    wants,
    lookedAt,
    why(asked, about) {
      const found = asked.map((sorts) => presentCondition(about, sorts));
      return found.every((one) => one !== undefined) ? found.map(sinceWhen).join(', ') : undefined;
    },
  }),
  withoutCondition: sortsOf('conditions', conditionsCalled, {
    means: 'Has none of these now, in the same words.',
    example: 'hypertension',
    wants,
    lookedAt,
    why: (asked, about) => (asked.every((sorts) => presentCondition(about, sorts) === undefined) ? 'without those' : undefined),
  }),
  frail: byItsName({
    means: 'Frailty is on record.',
    lookedAt,
    why: (_, about) => whyCondition(presentCondition(about, ['frailty'])),
  }),
  endOfLife: byItsName({
    means: 'Is on the register of those who are cared for at the end of life.',
    lookedAt,
    why: (_, about) => whyCondition(presentCondition(about, ['palliative-care'])),
  }),
  allergy: sortsOf('substances', allergiesCalled, {
    means: `Is allergic to these, or reacted badly to them, several with commas between: ${substances.map(({ sort }) => sort).join(', ')}, any; none-known where it is on record that there are none.`,
    example: 'penicillin',
    wants: `substances with commas between: ${substances.map(({ sort }) => sort).join(', ')}, any or none-known`,
    lookedAt,
    why(asked, { record }) {
      const known = record()?.of('allergy') ?? [];
      const found = asked.map((sorts) => known.find(({ sort }) => sorts.includes(sort)));
      if (found.includes(undefined)) return undefined;
      return found.map((one) => (one?.substance ? `allergic to ${one.substance.text.toLowerCase()}` : 'no known allergies')).join(', ');
    },
  }),
};

const presentOf = (pregnancies: readonly PregnancyEntry[] = []): PregnancyEntry | undefined =>
  pregnancies.findLast(({ outcome }) => outcome === undefined);

function presentCondition({ record }: Surroundings, sorts: readonly string[]): ConditionEntry | undefined {
  return record()
    ?.of('condition')
    .find(({ sort, end }) => end === undefined && sorts.includes(sort));
}

const sinceWhen = ({ what, onset }: ConditionEntry): string => `${what.text.toLowerCase()} since ${onset.slice(0, 4)}`;

const whyCondition = (condition: ConditionEntry | undefined): string | undefined => condition && sinceWhen(condition);

function allergiesCalled(word: string): readonly string[] | undefined {
  if (word === 'any') return substances.map(({ sort }) => sort);
  return word === 'none-known' || substances.some(({ sort }) => sort === word) ? [word] : undefined;
}
