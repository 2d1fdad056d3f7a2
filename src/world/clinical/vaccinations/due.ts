/** What the schedule offers on a day, and somebody has not had. */
import type { DueVaccination } from '../../../clinical-record.ts';
import { type Day, isoDate } from '../../calendar.ts';
import type { RecordTelling } from '../telling.ts';
import { offersOf } from './vaccinations.ts';
import { vaccines } from './vaccines.ts';

/** Parents are asked to come some weeks before. */
const ahead = 28;

/** The first dose that is missing of each. */
export function dueVaccinations({ health, today }: RecordTelling): readonly DueVaccination[] {
  const { life } = health;
  if (today > life.end || (today === life.end && life.dies)) return [];
  const due = new Map<string, { readonly entry: DueVaccination; readonly from: Day }>();
  for (const { vaccine, dose, from, until, given } of offersOf(health)) {
    if (from > today + ahead || until < today || (given !== undefined && given <= today)) continue;
    const { sort, what } = vaccines[vaccine];
    const other = due.get(sort);
    if (other === undefined || dose < other.entry.dose) due.set(sort, { entry: { sort, what, dose, due: isoDate(from) }, from });
  }
  return [...due.values()].sort((a, b) => a.from - b.from).map(({ entry }) => entry);
}
