/** What happens again and again is told from here on, so that a record is bounded: with what came before it would be as long as a life. */
import { dayOf } from '../calendar.ts';

export const recordsBegan = dayOf('2010-01-01');
