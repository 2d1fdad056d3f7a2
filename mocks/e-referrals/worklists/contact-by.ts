/** The day by which a provider is to have been in touch with the patient. */
import { englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { priorities } from '../reference/code-systems.ts';
import { integerOf } from '../reference/concept.ts';
import type { Referral } from '../referral/referral.ts';
import { dayFrom } from '../working-days.ts';

/** So many working days after it was left to the provider, or sent for triage, as the list of priorities has it. */
export function contactBy({ priority, state }: Pick<Referral, 'priority' | 'state'>, since: string): string {
  const own = priorities.find(({ code }) => code === priority);
  const name = state === 'AWAITING_TRIAGE' ? 'triageContactDays' : 'deferToProviderContactDays';
  return dayFrom(dayOf(since), (own && integerOf(own, name)) ?? 0);
}

/** In England. */
export const dayOf = (text: string): string => englishDayAndTime(text)?.date ?? text.slice(0, 10);
