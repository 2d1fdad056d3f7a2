/** The first days of the years that records reach. */
import { type Day, dayOf } from '../../calendar.ts';

const first = 2_000;
const days = Array.from({ length: 64 }, (_, n) => dayOf(`${first + n}-01-01`));

export const newYear = (calendarYear: number): Day => days[calendarYear - first] ?? Infinity;
