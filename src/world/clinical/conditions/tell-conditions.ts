/** Conditions as of a day. */
import type { ConditionEntry } from '../../../clinical-record.ts';
import { isoDate, yearOf } from '../../calendar.ts';
import { endedBy, type RecordTelling, written } from '../telling.ts';

export function tellConditions(telling: RecordTelling): readonly ConditionEntry[] {
  const { health, today } = telling;
  const told: ConditionEntry[] = [];
  for (const condition of health.conditions) {
    if (condition.recorded > today) break;
    const { illness, onset, end, severity, remission } = condition;
    told.push({
      ...written(telling, 'condition', condition),
      sort: illness.sort,
      what: illness.what,
      onset: isoDate(onset),
      ...(severity && { severity }),
      ...endedBy(telling, end),
      isMajor: illness.isMajor,
      ...(remission !== undefined && remission <= today && { note: `In remission since ${yearOf(remission)}` }),
    });
  }
  return told;
}
