/** Allergies as the record has them. */
import type { AllergyEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { type RecordTelling, written } from '../telling.ts';
import { substances } from './substances.ts';

const bySort = new Map(substances.map((substance) => [substance.sort, substance]));

export function toldAllergies(telling: RecordTelling): readonly AllergyEntry[] {
  return telling.health.allergies
    .filter(({ recorded }) => recorded <= telling.today)
    .map((allergy): AllergyEntry => {
      const { sort, onset, reaction, severity, ordinal } = allergy;
      const substance = bySort.get(sort);
      const begins = written(telling, 'allergy', allergy);
      const practitioner = telling.someoneAt(begins.organisation, field.allergy + 5, ordinal);
      return {
        ...begins,
        ...(practitioner !== undefined && { practitioner }),
        sort,
        category: substance?.category ?? 'medication',
        ...(substance && { substance: substance.what }),
        ...(reaction && { reaction }),
        ...(severity && { severity }),
        ...(onset !== undefined && { onset: isoDate(onset) }),
      };
    });
}
