/** How far an item is, in the words that patients are shown. */

/** With what may be said of the Task that tells of it: that more follows, that nothing does, or either. */
const followed = {
  'With Pharmacy': 'in-progress',
  'With Pharmacy - Preparing Remainder': 'in-progress',
  'Ready to Collect': 'either',
  'Ready to Collect - Partial': 'in-progress',
  'Ready to Dispatch': 'either',
  'Ready to Dispatch - Partial': 'in-progress',
  Collected: 'completed',
  Dispatched: 'completed',
  'Not Dispensed': 'completed',
} as const satisfies Readonly<Record<string, 'in-progress' | 'completed' | 'either'>>;

/** What pharmacies say. */
export type BusinessStatus = keyof typeof followed;

const bySpelling: ReadonlyMap<string, BusinessStatus> = new Map(
  (Object.keys(followed) as BusinessStatus[]).map((status) => [status.toLowerCase(), status]), // the keys of the table are the statuses
);

/** In any case of letters. */
export const businessStatusIn = (text: string): BusinessStatus | undefined => bySpelling.get(text.toLowerCase());

/** Whether something may follow it. */
export const mayFollow = (status: BusinessStatus): boolean => followed[status] !== 'completed';

/** Whether something has to follow it. */
export const mustFollow = (status: BusinessStatus): boolean => followed[status] === 'in-progress';

export const businessStatusSystem = 'https://fhir.nhs.uk/CodeSystem/task-businessStatus-nppt' as const;
