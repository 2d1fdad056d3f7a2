/** The day by which a provider is to have been in touch with the patient, by the state of the referral. */
import { contactDay } from '../booking/contact-day.ts';
import type { Referral } from '../referral/referral.ts';

export const contactBy = ({ priority, state }: Pick<Referral, 'priority' | 'state'>, since: string): string =>
  contactDay(since, priority, state === 'AWAITING_TRIAGE' ? 'triageContactDays' : 'deferToProviderContactDays');
