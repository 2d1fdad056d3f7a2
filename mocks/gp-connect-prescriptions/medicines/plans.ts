/** The repeat that a request is about: by its own id, or by that of one of its orders, as the published example has it. */
import type { MedicationEntry } from '../../../src/clinical-record.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { publishedPlan } from '../published.ts';

type Seen = Pick<Cue, 'population'>;

export function planOf({ population }: Seen, nhsNumber: string, id: string): MedicationEntry | undefined {
  const record = population.record(nhsNumber);
  const entry = record?.entry(id);
  const plan = entry?.kind === 'issue' ? record?.entry(entry.medication) : entry;
  return plan?.kind === 'medication' ? plan : publishedPlan(nhsNumber, id);
}

/** Issued again and again, and not ended. */
export const isOrderable = ({ course, end }: MedicationEntry, today: string): boolean =>
  course === 'repeat' && (end === undefined || end >= today);
