/** Needs of vaccinations: had, due, overdue. */
import type { Needs } from '../../population.ts';
import { vaccines } from '../clinical/vaccinations/vaccines.ts';
import { dayOf } from '../calendar.ts';
import { asWord } from '../fold.ts';
import { byItsName, type Need, sortsOf } from './need.ts';

type VaccinationNeed = 'due' | 'behindOnVaccinations' | 'vaccinated';

const lookedAt = 2_500;
const adult = 18;
/** Vaccinations of the schedule are given within some weeks. */
const late = 28;
/** Those that come every year, or by invitation. */
const seasonal: readonly string[] = ['FLU', 'COVID'];

/** By the abbreviations that vaccination records are searched by. */
const sorts: readonly string[] = [...new Set(Object.values(vaccines).map(({ sort }) => sort))];
const everyday = new Map(Object.entries({ 'whooping-cough': 'PERTUSSIS', 'covid-19': 'COVID', influenza: 'FLU' }));
const words = `${sorts.map((sort) => sort.toLowerCase()).join(', ')}, any`;
const wants = `vaccinations with commas between: ${words}`;

function vaccinationsCalled(word: string): readonly string[] | undefined {
  if (word === 'any') return sorts;
  const sort = everyday.get(word) ?? sorts.find((each) => asWord(each) === word);
  return sort === undefined ? undefined : [sort];
}

export const vaccinationNeeds: { readonly [Name in VaccinationNeed]: Need<NonNullable<Needs[Name]>> } = {
  behindOnVaccinations: byItsName({
    means: `Is under ${adult}, and a vaccination of the schedule for children has been due for more than ${late} days.`,
    lookedAt,
    why(_, { age, today, record }) {
      if (age >= adult) return undefined;
      const missed = record()
        ?.due()
        .find(({ sort, due }) => !seasonal.includes(sort) && dayOf(due) < today - late);
      return missed && `${missed.sort} has been due since ${missed.due}`;
    },
  }),
  due: sortsOf('vaccines', vaccinationsCalled, {
    means:
      'Is offered this vaccination now or within four weeks, and has not had it: flu, mmr, shingles and the like, or any; several with commas between.',
    example: 'any',
    wants,
    lookedAt,
    why(asked, { record }) {
      const due = record()?.due() ?? [];
      const found = asked.map((those) => due.find(({ sort }) => those.includes(sort)));
      if (found.includes(undefined)) return undefined;
      return found.map((one) => `${one?.sort} due since ${one?.due}`).join(', ');
    },
  }),
  vaccinated: sortsOf('vaccines', vaccinationsCalled, {
    means: 'Has had this vaccination, in the same words.',
    example: 'rsv',
    wants,
    lookedAt,
    why(asked, { record }) {
      const given =
        record()
          ?.of('vaccination')
          .filter(({ status }) => status === 'completed') ?? [];
      const found = asked.map((those) => given.findLast(({ sort }) => those.includes(sort)));
      if (found.includes(undefined)) return undefined;
      return found.map((one) => `${one?.sort} on ${one?.given}`).join(', ');
    },
  }),
};
