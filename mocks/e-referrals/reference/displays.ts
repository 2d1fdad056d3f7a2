/** Priorities in words, as they are told with a request: their own list has other words. */
import type { Priority } from '../referral/referral.ts';

const priorities: Readonly<Record<Priority, string>> = { ROUTINE: 'Routine', URGENT: 'Urgent', TWO_WEEK_WAIT: '2 Week Wait' };

export const displayOfPriority = (code: Priority): string => priorities[code];
