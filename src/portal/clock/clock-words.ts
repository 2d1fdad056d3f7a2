/** What time it is by a clock, and how it goes, in words. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { minuteIn, timeOf } from '../exchanges/words.ts';
import { millisecondsIn, spanWords } from './span.ts';

export type ShownClock = components['schemas']['Clock'];

/** To the minute, where it goes: a page would be old with every second. */
export const clockTime = ({ mode, now }: ShownClock): string => (mode === 'frozen' ? timeOf(now) : minuteIn(now));

export function howItGoes({ mode, by = '' }: ShownClock): string {
  if (mode === 'frozen') return 'stands still';
  if (mode === 'real') return 'the real time';
  const ahead = millisecondsIn(by);
  return `${spanWords(Math.abs(ahead))} ${ahead < 0 ? 'behind' : 'ahead of'} the real time`;
}

/** In one line, with what is due next. */
export function clockLine(clock: ShownClock): string {
  const [first] = clock.next;
  const time = `${clockTime(clock)} UTC, ${howItGoes(clock)}`;
  return first ? `${time}. ${counted(clock.scheduled, 'thing')} to happen, the next at ${minuteIn(first.due)}` : time;
}
