/** How long something is, as a person says it: the two largest of days, hours and minutes. */
import { counted } from '../../contract/counted.ts';

const minute = 60_000;

export function spanWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute);
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit));
  return said.slice(0, 2).join(' ') || 'less than a minute';
}

/** `-P1DT2H` in milliseconds, as the sandbox writes how far a clock is from real time: in days and what is below them. */
export function millisecondsIn(duration: string): number {
  const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration);
  const [days, hours, minutes, seconds] = [2, 3, 4, 5].map((at) => Number(parts?.[at] ?? 0)) as [number, number, number, number]; // four groups
  const span = ((days * 24 + hours) * 60 + minutes) * minute + seconds * 1_000;
  return parts?.[1] === '-' ? -span : span;
}
