/** Needs of medicines, and of what is to be looked at again. */
import type { MedicationEntry } from '../../clinical-record.ts';
import type { Needs } from '../../population.ts';
import { isoDate } from '../calendar.ts';
import { medicinesCalled, medicineWords } from '../clinical/medicines/medicine-words.ts';
import { isIn, type Need, numberOf, byItsName, range, sortsOf } from './need.ts';
import type { Surroundings } from './surroundings.ts';

type MedicineNeed = 'on' | 'medicines' | 'reviewDue';

const lookedAt = 1_500;
/** Reviews are arranged so many days ahead. */
const ahead = 28;

export const medicineNeeds: { readonly [Name in MedicineNeed]: Need<NonNullable<Needs[Name]>> } = {
  on: sortsOf('medicines', medicinesCalled, {
    means: `Takes this now, several with commas between all of them: metformin and the like, or a class (${medicineWords.join(', ')}).`,
    example: 'metformin',
    wants: `medicines with commas between, each by its name or a class (${medicineWords.join(', ')}): metformin,statin`,
    lookedAt,
    why(asked, about) {
      const taken = takenNow(about);
      const found = asked.map((sorts) => taken.find(({ sort }) => sorts.includes(sort)));
      return found.includes(undefined) ? undefined : `takes ${found.map((one) => one?.sort).join(', ')}`;
    },
  }),
  medicines: range('number', {
    means: 'Has so many medicines on repeat prescription.',
    example: '10..',
    lookedAt,
    why(wanted, about) {
      const count = takenNow(about).filter(({ course }) => course === 'repeat').length;
      return isIn(count, wanted) ? `${numberOf(count, 'medicine')} on repeat` : undefined;
    },
  }),
  reviewDue: byItsName({
    means: `A repeat medicine or a care plan was to be looked at again by now, or is within ${ahead} days.`,
    lookedAt,
    why(_, about) {
      const by = isoDate(about.today + ahead);
      const isDue = (review: string | undefined): boolean => review !== undefined && review <= by;
      const plan = about
        .record()
        ?.of('care-plan')
        .find(({ end, review }) => end === undefined && isDue(review));
      if (plan !== undefined) return `${plan.title.toLowerCase()} to be reviewed by ${plan.review}`;
      const medicine = takenNow(about).find(({ review }) => isDue(review));
      return medicine && `${medicine.sort} to be reviewed by ${medicine.review}`;
    },
  }),
};

/** What ends today is still taken today. */
function takenNow({ today, record }: Surroundings): readonly MedicationEntry[] {
  const date = isoDate(today);
  return (
    record()
      ?.of('medication')
      .filter(({ start, end }) => start <= date && (end === undefined || end >= date)) ?? []
  );
}
