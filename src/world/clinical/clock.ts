/** Times of day. */
import type { TimeOfDay } from '../../clinical-record.ts';

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Of a minute of the day. */
export const clock = (minute: number): TimeOfDay => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
