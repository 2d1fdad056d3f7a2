/** What happens by itself: the hour of a booking passes, and receivers answer referrals. */
import type { MockEvents } from '../../src/mock/event.ts';
import { appointmentCancelled } from '../diaries/cancelled.ts';
import { bookingOver, cancelledElsewhere } from './bookings/bookings.ts';
import { messageTypeOf } from './target/read-target.ts';
import { answerNow, asMessage, laterAnswer } from './messages/answers-later.ts';

export const events: MockEvents = {
  emits: [laterAnswer, messageTypeOf('*')],
  later: { 'booking-over': bookingOver, [laterAnswer]: answerNow },
  laterInWords: { 'booking-over': 'The time of a booking has passed', [laterAnswer]: 'A receiver answers a referral' },
  on: { [appointmentCancelled]: cancelledElsewhere },
  messages: { [laterAnswer]: asMessage },
};
