/** Plans and flags as entries of the record. */
import type { CarePlanEntry, FlagEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { endedBy, type RecordTelling, written } from '../telling.ts';

const writer = field.care + 40;

export function tellPlans(telling: RecordTelling): readonly CarePlanEntry[] {
  const { health, today } = telling;
  const told: CarePlanEntry[] = [];
  for (const plan of health.care.plans) {
    if (plan.recorded > today) break;
    const { sort, title, type, end, review, about, activities, recorded } = plan;
    told.push({
      ...written(telling, 'care-plan', plan),
      ...byWhom(telling, recorded),
      sort,
      title,
      type,
      start: isoDate(recorded),
      ...endedBy(telling, end),
      ...(review !== undefined && { review: isoDate(review) }),
      about: about.map(({ kind, ordinal }) => telling.idOf(kind, ordinal)),
      activities,
    });
  }
  return told;
}

export function tellFlags(telling: RecordTelling): readonly FlagEntry[] {
  const { health, today } = telling;
  const told: FlagEntry[] = [];
  for (const flag of health.care.flags) {
    if (flag.recorded > today) break;
    const { category, what, detail, end, recorded } = flag;
    told.push({
      ...written(telling, 'flag', flag),
      ...byWhom(telling, recorded),
      category,
      what,
      ...(detail !== undefined && { detail }),
      ...endedBy(telling, end),
    });
  }
  return told;
}

function byWhom(telling: RecordTelling, day: number): { readonly practitioner?: string } {
  const practitioner = telling.someoneAt(telling.practiceOn(day), writer, day);
  return practitioner === undefined ? {} : { practitioner };
}
