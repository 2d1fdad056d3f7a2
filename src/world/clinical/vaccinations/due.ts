/** What the schedule offers on a day, and somebody has not had. */
import type { DueVaccination } from '../../../clinical-record.ts';
import { type Day, isoDate } from '../../calendar.ts';
import type { RecordTelling } from '../telling.ts';
import type { Offer } from './offer.ts';
import { offersOf } from './vaccinations.ts';
import { vaccines } from './vaccines.ts';

/** Parents are asked to come some weeks before. */
const ahead = 28;

export function dueVaccinations({ health, today }: RecordTelling): readonly DueVaccination[] {
  const { life } = health;
  if (today > life.end || (today === life.end && life.dies)) return [];
  return dueOffers(offersOf(health), today, ({ given }) => given !== undefined && given <= today);
}

/** The first dose that is missing of each. */
export function dueOffers(offers: readonly Offer[], today: Day, isHad: (offer: Offer) => boolean): readonly DueVaccination[] {
  const due = new Map<string, { readonly entry: DueVaccination; readonly from: Day }>();
  for (const offer of offers) {
    const { vaccine, dose, from, until } = offer;
    if (from > today + ahead || until < today || isHad(offer)) continue;
    const { sort, what } = vaccines[vaccine];
    const other = due.get(sort);
    if (other === undefined || dose < other.entry.dose) due.set(sort, { entry: { sort, what, dose, due: isoDate(from) }, from });
  }
  return [...due.values()].sort((a, b) => a.from - b.from).map(({ entry }) => entry);
}
