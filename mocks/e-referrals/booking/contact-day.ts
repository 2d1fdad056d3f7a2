/** The day by which a provider is to have been in touch with the patient. */
import { englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { priorities } from '../reference/code-systems.ts';
import { integerOf } from '../reference/concept.ts';
import type { Priority } from '../referral/referral.ts';
import { dayFrom } from '../working-days.ts';

/** Whether it was left to them, or sent for triage. */
export type ContactDays = 'deferToProviderContactDays' | 'triageContactDays';

/** So many working days after that, as the list of priorities has it. */
export function contactDay(since: string, priority: Priority, days: ContactDays): string {
  const concept = priorities.find(({ code }) => code === priority);
  return dayFrom(dayOf(since), (concept && integerOf(concept, days)) ?? 0);
}

/** In England. */
export const dayOf = (text: string): string => englishDayAndTime(text)?.date ?? text.slice(0, 10);
